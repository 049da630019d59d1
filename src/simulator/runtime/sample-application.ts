/** The application that runs where no source bundle was given, in the place of AWS's own sample application. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Kept as text, so that it needs no compiler and is there wherever this code is. */
const SERVER = `'use strict';
const page = '<!doctype html><title>Elastic Beanstalk</title><h1>Congratulations</h1><p>The sample application is running.</p>';
const server = require('node:http').createServer((request, response) => {
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'x-app-version': 'sample' });
  response.end(page);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
});
`;

/** Writes the sample application into an existing directory. */
export async function writeSampleApplication(directory: string): Promise<void> {
  await mkdir(directory, { recursive: true });
  await writeFile(join(directory, 'server.js'), SERVER);
  await writeFile(join(directory, 'Procfile'), 'web: node server.js\n');
}
