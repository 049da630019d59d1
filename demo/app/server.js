// A small web application as one would deploy it to Elastic Beanstalk: no dependencies, a health check, an orderly end.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { hostname } from 'node:os';

const release = JSON.parse(readFileSync(new URL('./release.json', import.meta.url), 'utf8'));
const version = release.version;
const instance = process.env.BEANSTALK_INSTANCE_ID ?? hostname();
const port = Number(process.env.PORT ?? 8080);

if (release.failAtStart !== undefined) {
  console.error(`Cannot start ${version}: ${release.failAtStart}`);
  process.exit(1);
}

let served = 0;

/** Every `n`-th request fails for an `errorShare` of 1/n: always the same share, without chance. */
const fails = () =>
  (release.errorShare > 0 && served % Math.round(1 / release.errorShare) === 0) ||
  served > (release.badAfterRequests ?? Number.POSITIVE_INFINITY);

function answer(request, response) {
  const path = (request.url ?? '/').split('?')[0];
  served += path === '/health' ? 0 : 1;
  const send = (status, body) => {
    const text = `${JSON.stringify(body)}\n`;
    response.writeHead(status, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
      'x-app-version': version,
    });
    response.end(text);
  };
  if (path === '/health')
    return send(release.healthStatus ?? 200, { status: release.healthStatus === undefined ? 'ok' : 'sick' });
  if (fails()) return send(500, { version, instance, error: 'something in this release is broken' });
  if (path !== '/') return send(404, { error: `nothing at ${path}` });
  const isSlow = release.slowShare > 0 && served % Math.round(1 / release.slowShare) === 0;
  const delay = (isSlow ? release.slowMs : (release.latencyMs ?? 0)) + served * (release.leakMsPerRequest ?? 0);
  setTimeout(() => send(200, { version, instance, greeting: process.env.GREETING ?? 'Hello' }), delay);
}

const server = createServer(answer);
// The proxy on the instance asks 127.0.0.1; nobody else needs to reach the application directly.
server.listen(port, '127.0.0.1', () => console.log(`${version} listens on port ${port}`));

process.once('SIGTERM', () => {
  console.log(`${version} finishes its requests and ends`);
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
