/** Names that are not the simulator's, for a job whose other steps use the same proxy: passed on to the real network. */
import { type IncomingMessage, type ServerResponse, request as send } from 'node:http';

/** Names that only the service gives out: one that leads nowhere must not be asked for in the real network. */
const OURS = /\.(elasticbeanstalk\.com|elb\.amazonaws\.com|elb\.[a-z0-9-]+\.amazonaws\.com)$/;

export const isElsewhere = (hostname: string): boolean => !OURS.test(hostname.toLowerCase());

/** Headers that concern one connection only (RFC 9110, 7.6.1). */
const OF_THE_CONNECTION = ['connection', 'proxy-connection', 'proxy-authorization', 'keep-alive', 'te', 'upgrade'];

/** Sends the request to the host it names, and its answer back as it is. */
export function passOn(request: IncomingMessage, response: ServerResponse, url: URL): void {
  const headers = { ...request.headers, host: url.host };
  for (const name of OF_THE_CONNECTION) delete headers[name as keyof typeof headers];
  const onward = send(url, { method: request.method ?? 'GET', headers, agent: false }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers);
    answer.pipe(response);
    answer.on('error', () => response.destroy());
  });
  onward.on('error', (error) => {
    if (response.headersSent) return void response.destroy();
    response.writeHead(502, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`Elastic Beanstalk simulator: ${url.host} did not answer: ${error.message}\n`);
  });
  response.on('close', () => onward.destroy());
  request.pipe(onward);
}
