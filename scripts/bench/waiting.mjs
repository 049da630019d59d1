/**
 * From the moment at which an end can be proven to the end of the process, and the API calls until then: ours beside
 * beanstalk-deploy and the AWS CLI's waiter. Each has a simulator of its own with the same seed, so that all of them
 * wait for the same deployment, in the time of the wall.
 */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { exists, median, root, run, simulator } from './measure.mjs';
import { beanstalkDeploy } from './other-tools.mjs';

const ROUNDS = Number(process.env.BENCH_ROUNDS ?? 5);
/** Every round starts at another moment between two looks of the health agent. */
const APART = 10_000 / ROUNDS;
const SHOP = { application: 'shop', name: 'shop-prod' };
const LIMITED = new Set(['DescribeEvents', 'DescribeEnvironments']);

const SCENARIOS = [
  { what: 'all at once, a minute', policy: 'AllAtOnce', instances: 2, commandSeconds: 10 },
  // In the first minute a proof costs more calls than looking on; later both look a few times a minute.
  { what: 'rolling, ten minutes', countsCalls: true, policy: 'Rolling', instances: 3, commandSeconds: 30 },
];

export async function waiting({ directory, node, action }) {
  const theirs = await beanstalkDeploy(directory);
  const cli = await exists('aws');
  const place = join(directory, 'waiting');
  await mkdir(place, { recursive: true });
  const tools = [
    { name: 'ours', start: (service, at) => ours(node, action, service, at, { 'INPUT_STABLE-FOR': '0s' }) },
    { name: 'ours by default', start: (service, at) => ours(node, action, service, at, {}) },
    ...(theirs.script === undefined
      ? []
      : [{ name: 'beanstalk-deploy', start: (service) => beanstalkDeployRun(node, theirs.script, service) }]),
    ...(cli ? [{ name: 'aws … wait', start: cliRun }] : []),
  ];
  // All of it is waiting, so it is done at once: what is measured is seconds, and what is computed are milliseconds.
  const measured = await Promise.all(SCENARIOS.map((scenario) => scenarioWith(scenario, tools, node, place)));
  return [
    ...measured.flatMap(({ scenario, of }) => rowsOf(scenario, of)),
    ...(theirs.missing === undefined ? [] : [{ figure: 'beanstalk-deploy', ours: '–', note: theirs.missing }]),
    ...(cli ? [] : [{ figure: 'aws … wait', ours: '–', note: 'aws is not on the PATH: nothing to compare with' }]),
  ];
}

async function scenarioWith(scenario, tools, node, place) {
  const rounds = await Promise.all(
    Array.from({ length: ROUNDS }, async (_, round) => {
      await sleep(round * APART);
      return Promise.all(tools.map((tool) => once(scenario, tool, node, place, round)));
    }),
  );
  const of = Object.fromEntries(tools.map(({ name }, index) => [name, rounds.map((round) => round[index])]));
  return { scenario, of };
}

/** One deployment by one tool, from a fresh simulator to the end of the tool. */
async function once({ what, policy, instances, commandSeconds }, tool, node, place, round) {
  const at = join(place, `${what}-${tool.name}-${round}`.replaceAll(/\W+/g, '-'));
  await mkdir(at, { recursive: true });
  const service = await simulator(node, ['--runtime', 'virtual', '--data', join(at, 'data')]);
  try {
    const options = {
      'aws:elasticbeanstalk:command': { DeploymentPolicy: policy, BatchSizeType: 'Fixed', BatchSize: '1' },
    };
    const environment = { ...SHOP, instances, loadBalancer: 'application', enhancedHealth: true, options };
    await post(service, 'seed', { environments: [{ ...environment, versionLabel: 'v1' }] });
    await post(service, 'scenario', { versions: { v2: { commandSeconds } } });
    await version(service, node);
    const { total } = await page(service, 'calls');
    // Half a round later the agent stands elsewhere between two of its looks.
    await sleep(round * APART);
    const proof = provable(service);
    const { code, out, endedAt } = await tool.start(service, at);
    proof.stop();
    if (code !== 0) throw new Error(`${tool.name} failed:\n${out.slice(-2000)}`);
    const { calls } = await page(service, `calls?since=${total}`);
    const { provenAt, readyAt } = await proof.found;
    return {
      afterProof: (endedAt - provenAt) / 1_000,
      afterReady: (endedAt - readyAt) / 1_000,
      calls: calls.length,
      limited: calls.filter(({ action }) => LIMITED.has(action)).length,
    };
  } finally {
    await service.stop();
  }
}

/**
 * Watches the simulator's own state (no API call): when the update has ended on the version everywhere with accepted
 * health (`readyAt`), and when health was computed anew after that (`provenAt`), both in the time of the wall.
 */
function provable(service) {
  let stopped = false;
  const found = (async () => {
    let left = 40;
    for (;;) {
      const state = await page(service, 'state');
      const [environment] = state.environments;
      const wall = Date.now() - Date.parse(state.now);
      const runs = environment.instances.every(
        ({ deployment }) => deployment?.versionLabel === environment.versionLabel && deployment.status === 'Deployed',
      );
      const updatedAt = Date.parse(environment.updatedAt);
      const computedAt = Date.parse(environment.healthComputedAt);
      const ended =
        environment.status === 'Ready' &&
        environment.versionLabel !== 'v1' &&
        runs &&
        environment.health === 'Green' &&
        environment.operation === undefined;
      if (ended && computedAt >= updatedAt) return { readyAt: updatedAt + wall, provenAt: computedAt + wall };
      // Who does not wait for the proof is gone before it.
      if (stopped) left -= 1;
      if (left === 0) throw new Error(`the deployment has not ended as intended: ${JSON.stringify(environment)}`);
      await sleep(300);
    }
  })();
  found.catch(() => undefined);
  return {
    found,
    stop: () => {
      stopped = true;
    },
  };
}

const page = async (service, name) => (await fetch(new URL(`/_simulator/${name}`, service.endpoint))).json();

async function post(service, name, body) {
  const answer = await fetch(new URL(`/_simulator/${name}`, service.endpoint), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${name}: ${await answer.text()}`);
}

/** A version that exists, so that nothing but the deployment is measured. */
async function version(service, node) {
  const script = `
    import { CreateApplicationVersionCommand, CreateStorageLocationCommand, ElasticBeanstalkClient } from '@aws-sdk/client-elastic-beanstalk';
    const client = new ElasticBeanstalkClient({});
    await client.send(new CreateStorageLocationCommand({}));
    await client.send(new CreateApplicationVersionCommand({ ApplicationName: 'shop', VersionLabel: 'v2' }));`;
  const { code, out } = await run(node, ['--input-type=module', '-e', script], { env: service.env, cwd: root });
  if (code !== 0) throw new Error(out);
}

const keys = ({ AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY }) => ({
  PATH: process.env.PATH,
  HOME: process.env.HOME,
  AWS_ENDPOINT_URL,
  AWS_ACCESS_KEY_ID,
  AWS_SECRET_ACCESS_KEY,
  AWS_DEFAULT_REGION: 'eu-west-1',
});

const ours = (node, action, service, at, inputs) =>
  run(node, [action], {
    cwd: at,
    clean: true,
    env: {
      ...keys(service.env),
      GITHUB_WORKSPACE: at,
      RUNNER_TEMP: at,
      'INPUT_AWS-REGION': 'eu-west-1',
      'INPUT_APPLICATION-NAME': SHOP.application,
      'INPUT_ENVIRONMENT-NAME': SHOP.name,
      'INPUT_VERSION-LABEL': 'v2',
      'INPUT_VERSION-SOURCE': 'existing',
      ...inputs,
    },
  });

const beanstalkDeployRun = (node, script, service) =>
  run(
    node,
    ['--require', join(root, 'scripts/bench/elsewhere.cjs'), script, SHOP.application, SHOP.name, 'v2', 'eu-west-1'],
    { clean: true, env: keys(service.env) },
  );

async function cliRun(service) {
  const options = { clean: true, env: keys(service.env) };
  const name = ['--environment-names', SHOP.name];
  const asked = await run(
    'aws',
    ['elasticbeanstalk', 'update-environment', '--environment-name', SHOP.name, '--version-label', 'v2'],
    options,
  );
  if (asked.code !== 0) return asked;
  // It gives up after twenty looks, twenty seconds apart; whoever uses it starts it again.
  for (;;) {
    const waited = await run('aws', ['elasticbeanstalk', 'wait', 'environment-updated', ...name], options);
    if (waited.code !== 255 || !waited.out.includes('Max attempts exceeded')) return waited;
  }
}

const spoken = (seconds) => `${seconds.toFixed(1)} s`;

function rowsOf({ what, countsCalls = false }, of) {
  const one = (name, pick) => (of[name] === undefined ? undefined : median(of[name].map(pick)));
  const pairs = ['beanstalk-deploy', 'aws … wait'].filter((name) => of[name] !== undefined);
  const after = (pick) => pairs.map((other) => `${other} ${spoken(one(other, pick))}`).join(', ');
  const proof = one('ours', (round) => round.afterProof);
  const calls = one('ours', (round) => round.calls);
  const limited = one('ours', (round) => round.limited);
  const theirCalls = one('beanstalk-deploy', (round) => round.calls);
  const theirLimited = one('beanstalk-deploy', (round) => round.limited);
  const counted = (pick) => pairs.map((other) => `${other} ${one(other, pick)}`).join(', ');
  const compared = (own, their) =>
    their === undefined
      ? {}
      : { ratio: (own / their).toFixed(2), ...(countsCalls ? { bar: '≤ 1', met: own <= their } : {}) };
  return [
    {
      figure: `provable end to exit (${what})`,
      ours: spoken(proof),
      beside: after((round) => round.afterProof),
      bar: '≤ 1.5 s',
      met: proof <= 1.5,
    },
    {
      figure: `the same, from Ready on (${what})`,
      ours: spoken(one('ours', (round) => round.afterReady)),
      beside: after((round) => round.afterReady),
    },
    {
      figure: `the same, from Ready on, health held for 30 s (${what})`,
      ours: spoken(one('ours by default', (round) => round.afterReady)),
    },
    {
      figure: `API calls (${what})`,
      ours: String(calls),
      beside: counted((round) => round.calls),
      ...compared(calls, theirCalls),
    },
    {
      figure: `of them under the shared limit (${what})`,
      ours: String(limited),
      beside: counted((round) => round.limited),
      ...compared(limited, theirLimited),
    },
  ];
}
