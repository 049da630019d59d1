/** The simulator with 1,000 environments and 100,000 events, asked by 20 clients at once. Bars: median under 20 ms, under 500 MB. */
import { join } from 'node:path';
import {
  DescribeEnvironmentsCommand,
  DescribeEventsCommand,
  ElasticBeanstalkClient,
} from '@aws-sdk/client-elastic-beanstalk';
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
    const seed = {
      environments: Array.from({ length: ENVIRONMENTS }, (_, index) => ({
        application: 'shop',
        name: `shop-${index}`,
        instances: 2,
        loadBalancer: 'application',
        enhancedHealth: true,
        versionLabel: 'v0',
      })),
      events: EVENTS,
    };
    const post = (path, body) =>
      fetch(new URL(path, service.endpoint), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    const seeded = await post('/_simulator/seed', seed);
    if (!seeded.ok) throw new Error(`seed: ${await seeded.text()}`);
    await post('/_simulator/scenario', { rateLimit: false });
    const credentials = {
      accessKeyId: service.env.AWS_ACCESS_KEY_ID,
      secretAccessKey: service.env.AWS_SECRET_ACCESS_KEY,
    };
    const took = { events: [], environments: [] };
    const client = async (number) => {
      const beanstalk = new ElasticBeanstalkClient({
        region: 'eu-west-1',
        endpoint: service.endpoint,
        credentials,
        maxAttempts: 1,
      });
      for (let call = 0; call < CALLS_EACH; call += 1) {
        const name = `shop-${(number * CALLS_EACH + call) % ENVIRONMENTS}`;
        const measure = async (list, command) => {
          const began = performance.now();
          await beanstalk.send(command);
          list.push(performance.now() - began);
        };
        await measure(took.events, new DescribeEventsCommand({ EnvironmentName: name, MaxRecords: 100 }));
        await measure(took.environments, new DescribeEnvironmentsCommand({ EnvironmentNames: [name] }));
      }
    };
    await Promise.all(Array.from({ length: CLIENTS }, (_, number) => client(number)));
    const alone = await single(service, credentials);
    const peak = service.peak();
    const row = (figure, list) => ({
      figure,
      ours: `median ${ms(median(list))}`,
      beside: `alone ${ms(alone)}`,
      bar: '< 20 ms',
      met: median(list) < 20,
    });
    return [
      row('DescribeEvents, 20 clients', took.events),
      row('DescribeEnvironments, 20 clients', took.environments),
      { figure: 'simulator memory', ours: mb(peak), bar: '< 500 MB', met: peak < 500 * 1024 * 1024 },
    ];
  } finally {
    await service.stop();
  }
}

/** One client alone: what an answer costs without a queue (client and simulator share the machine). */
async function single(service, credentials) {
  const beanstalk = new ElasticBeanstalkClient({
    region: 'eu-west-1',
    endpoint: service.endpoint,
    credentials,
    maxAttempts: 1,
  });
  const took = [];
  for (let call = 0; call < 50; call += 1) {
    const began = performance.now();
    await beanstalk.send(new DescribeEventsCommand({ EnvironmentName: `shop-${call}`, MaxRecords: 100 }));
    took.push(performance.now() - began);
  }
  return median(took);
}
