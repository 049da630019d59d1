/** Loaded into a tool that knows AWS's own addresses only: its HTTPS requests go to the simulator, the signed `Host` kept. */
const http = require('node:http');
const https = require('node:https');

const { hostname, port } = new URL(process.env.AWS_ENDPOINT_URL);

https.request = (options, answered) =>
  http.request(
    { ...options, protocol: 'http:', hostname, port, headers: { ...options.headers, Host: options.hostname } },
    answered,
  );
