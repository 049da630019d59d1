/** The simulator with 1,000 environments and 100,000 events, asked by 20 clients at once. Bars: median under 20 ms, under 500 MB. */
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { Sha256 } from '@aws-crypto/sha256-js';
import { SignatureV4 } from '@smithy/signature-v4';
import { mb, median, ms, simulator } from './measure.mjs';

const ENVIRONMENTS = 1_000;
const EVENTS = 100_000;
const CLIENTS = 20;
const CALLS_EACH = 50;

export async function simulatorLoad({ directory, node }) {
  const service = await simulator(node, [
    '--speed',
    '60',
    '--runtime',
    'virtual',
    '--data',
    join(directory, 'load-data'),
  ]);
  try {
    const environments = Array.from({ length: ENVIRONMENTS }, (_, index) => ({
      application: 'shop',
      name: `shop-${index}`,
      instances: 2,
      loadBalancer: 'application',
      enhancedHealth: true,
      versionLabel: 'v0',
    }));
    await post(service, '/_simulator/seed', { environments, pastEvents: EVENTS });
    await post(service, '/_simulator/scenario', { rateLimit: false });
    const ask = client(service);
    const took = { events: [], page: [], environments: [] };
    const calls = async (number) => {
      for (let call = 0; call < CALLS_EACH; call += 1) {
        const name = `shop-${(number * CALLS_EACH + call) % ENVIRONMENTS}`;
        took.events.push(await ask({ Action: 'DescribeEvents', EnvironmentName: name, MaxRecords: '100' }));
        took.page.push(await ask({ Action: 'DescribeEvents', ApplicationName: 'shop', MaxRecords: '100' }));
        took.environments.push(await ask({ Action: 'DescribeEnvironments', 'EnvironmentNames.member.1': name }));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => calls(number)));
    const peak = service.peak();
    const row = (figure, list) => ({
      figure,
      ours: `median ${ms(median(list))}`,
      bar: '< 20 ms',
      met: median(list) < 20,
    });
    return [
      row('DescribeEvents of one environment, 20 clients', took.events),
      row('DescribeEvents of the application, 20 clients', took.page),
      row('DescribeEnvironments by name, 20 clients', took.environments),
      { figure: 'simulator memory', ours: mb(peak), bar: '< 500 MB', met: peak < 500 * 1024 * 1024 },
    ];
  } finally {
    await service.stop();
  }
}

async function post(service, path, body) {
  const answer = await fetch(new URL(path, service.endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
}

/** Signed calls whose answers are read but not parsed: an SDK's parsing would be measured instead of the simulator. */
function client(service) {
  const { hostname, port, host } = new URL(service.endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const signer = new SignatureV4({
    service: 'elasticbeanstalk',
    region: 'eu-west-1',
    credentials: { accessKeyId: service.env.AWS_ACCESS_KEY_ID, secretAccessKey: service.env.AWS_SECRET_ACCESS_KEY },
    sha256: Sha256,
  });
  return async (members) => {
    const body = new URLSearchParams({ Version: '2010-12-01', ...members }).toString();
    const headers = { host, 'content-type': 'application/x-www-form-urlencoded' };
    const signed = await signer.sign({ method: 'POST', protocol: 'http:', hostname, path: '/', headers, body });
    const began = performance.now();
    await new Promise((resolve, reject) => {
      const sent = request({ hostname, port, method: 'POST', path: '/', headers: signed.headers, agent }, (answer) => {
        if (answer.statusCode !== 200) reject(new Error(`${members.Action}: HTTP ${answer.statusCode}`));
        answer.resume();
        answer.once('end', resolve);
      });
      sent.once('error', reject);
      sent.end(body);
    });
    return performance.now() - began;
  };
}
