/**
 * `npm run test:workflows`: plays the example workflows under `act` (github.com/nektos/act) in host mode, from their own
 * YAML: a push, another one, the rollback button, a rehearsal, a pull request from its opening to its end. The service is
 * the simulator. Skips with a message where `act` is not on the path.
 */
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ensureReady, ROOT } from './bootstrap.mjs';
import { node24 } from './node24.mjs';

const ACTION = 'beanstalk-rollout/beanstalk-rollout@v0';
const CREDENTIALS = 'aws-actions/configure-aws-credentials@v6';
const CHECKOUT = 'actions/checkout@v6';
const REPOSITORY = 'octo-org/shop';
const TOKEN = 'token-of-the-job';
/** Simulated seconds in a real one. */
const SPEED = '60';

if (spawnSync('act', ['--version']).status !== 0) {
  console.log('skipped: `act` is not on the path (go install github.com/nektos/act@v0.2.87).');
  process.exit(0);
}
await ensureReady({ compile: true });
const directory = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-workflows-'));

/** A repository as users have it: an application, and the examples as its workflows. */
function openRepository() {
  const repository = join(directory, 'shop');
  mkdirSync(join(repository, '.github', 'workflows'), { recursive: true });
  cpSync(join(ROOT, 'demo', 'app'), repository, { recursive: true });
  release(repository, 'v1');
  cpSync(join(ROOT, 'examples'), join(repository, '.github', 'workflows'), { recursive: true });
  const git = (...args) => {
    const { status, stdout, stderr } = spawnSync('git', args, { cwd: repository, encoding: 'utf8' });
    if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`);
    return stdout.trim();
  };
  git('init', '--quiet', '--initial-branch', 'main');
  git('remote', 'add', 'origin', 'https://github.com/octo-org/shop.git');
  const commit = (message) => {
    git('add', '--all');
    git('-c', 'user.name=octocat', '-c', 'user.email=octocat@example.com', 'commit', '--quiet', '-m', message);
  };
  commit('the shop');
  return { repository, commit, head: () => git('rev-parse', 'HEAD') };
}

const release = (repository, name) => cpSync(join(ROOT, 'demo', 'releases', name), repository, { recursive: true });

/** Stands for an action of others, which would have to be fetched. */
function openStandIn(name, script) {
  const action = join(directory, name);
  mkdirSync(action);
  const step = `    - run: ${script}\n      shell: bash\n`;
  writeFileSync(join(action, 'action.yml'), `name: stand-in\nruns:\n  using: composite\n  steps:\n${step}`);
  return action;
}

function startSimulator() {
  const args = ['--port', '0', '--speed', SPEED, '--region', 'eu-west-1', '--stop-with-parent'];
  const child = spawn(node24(), [join(ROOT, 'lib', 'simulator', 'serve.js'), ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    let printed = '';
    child.once('exit', (code) => reject(new Error(`The simulator ended with ${code}.`)));
    child.stdout.setEncoding('utf8').on('data', (text) => {
      printed += text;
      const endpoint = /^ready (\S+)\n/m.exec(printed)?.[1];
      if (endpoint === undefined) return;
      const exports = [...printed.matchAll(/^export (\w+)=(.*)$/gm)].map(([, name, value]) => [name, value]);
      resolve({ endpoint, variables: Object.fromEntries(exports), stop: () => child.kill() });
    });
  });
}

async function seed(simulator, what) {
  const answer = await fetch(`${simulator.endpoint}/_simulator/seed`, { method: 'POST', body: JSON.stringify(what) });
  if (!answer.ok) throw new Error(await answer.text());
}

/** Roles, which a new environment takes over from the one that is its model. */
const ROLES = {
  'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
  'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
};

const shop = (name) => ({ application: 'shop', name, instances: 2, enhancedHealth: true, options: ROLES });

/** A pull request as GitHub knows it from now on, and the payload of what has happened to it. */
async function onPull(simulator, action, head) {
  const state = action === 'closed' ? 'closed' : 'open';
  const pull = { number: 17, state, title: 'Faster checkout', headCommit: head, headBranch: 'faster' };
  await seed(simulator, { github: { repositories: [{ name: REPOSITORY, pulls: [pull] }] } });
  const repo = { full_name: REPOSITORY };
  return {
    action,
    number: 17,
    pull_request: { ...pull, labels: [], head: { sha: head, ref: 'faster', repo }, base: { ref: 'main', repo } },
    repository: repo,
    sender: { login: 'octocat' },
  };
}

const AFTERWARDS = {
  opened: 'Preview is ready; shop-pr-17, shop-production, shop-staging',
  closed: 'Preview is removed; shop-production, shop-staging',
};

/** Whether the one comment on the pull request, and the environments that are there, are what they should be by now. */
async function isTold(simulator, action) {
  const address = `${simulator.endpoint}/_github/api/v3/repos/${REPOSITORY}/issues/17/comments`;
  const comments = await (await fetch(address, { headers: { authorization: `token ${TOKEN}` } })).json();
  const { environments } = await (await fetch(`${simulator.endpoint}/_simulator/state`)).json();
  const names = environments.filter(({ status }) => status !== 'Terminated').map(({ name }) => name);
  const headings = comments.map(({ body }) => /^### \P{L}*(.*)$/mu.exec(body)?.[1]);
  const found = `${headings.join(', ')}; ${names.sort().join(', ')}`;
  const isRight = found === AFTERWARDS[action];
  console.log(`${isRight ? '✓' : '✗'} its comment and the environments: ${found}`);
  return isRight;
}

let number = 0;
/** One event, played by act. Answers whether all jobs were green. */
function play({ title, workflow, event, payload = {}, inputs = {}, cwd, variables, standIns, token }) {
  number += 1;
  const file = join(directory, `event-${number}.json`);
  writeFileSync(file, JSON.stringify({ ...payload, ...(event === 'workflow_dispatch' ? { inputs } : {}) }));
  const pairs = (flag, values) => Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
  const began = performance.now();
  const { status, stdout, stderr } = spawnSync(
    'act',
    [
      event,
      ...['--workflows', join('.github', 'workflows', workflow), '--eventpath', file],
      ...['ubuntu-latest', 'ubuntu-24.04'].flatMap((label) => ['--platform', `${label}=-self-hosted`]),
      ...pairs('--local-repository', { [ACTION]: ROOT, ...standIns }),
      '--action-offline-mode',
      ...(token === undefined ? [] : ['--secret', `GITHUB_TOKEN=${token}`]),
      ...pairs('--env', variables),
      ...pairs('--input', inputs),
    ],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 100_000_000,
      // act runs `node` from the path, whatever the action asks for.
      env: { ...process.env, PATH: `${dirname(node24())}:${process.env.PATH}`, HOME: directory },
    },
  );
  const green = status === 0;
  console.log(`${green ? '✓' : '✗'} ${title} (${workflow}, ${((performance.now() - began) / 1_000).toFixed(0)} s)`);
  if (!green) console.log(`${stdout}\n${stderr}`);
  return green;
}

const simulator = await startSimulator();
try {
  const { repository, commit, head } = openRepository();
  const standIns = {
    [CREDENTIALS]: openStandIn('credentials', 'echo The simulator takes the credentials of the job.'),
    // act itself stands for a checkout without inputs, but not for one with `ref`.
    [CHECKOUT]: openStandIn('checkout', `cp -R '${repository}/.' .`),
  };
  await seed(simulator, {
    applications: [{ name: 'shop' }],
    environments: ['shop-production', 'shop-staging'].map(shop),
  });
  const common = { cwd: repository, variables: simulator.variables, standIns };
  const push = { workflow: 'deploy.yml', event: 'push', payload: { ref: 'refs/heads/main' }, ...common };
  const button = { workflow: 'rollback.yml', event: 'workflow_dispatch', ...common };
  const results = [];
  results.push(play({ ...push, title: 'a push to main' }));
  release(repository, 'v2');
  commit('the second release');
  results.push(play({ ...push, title: 'another push' }));
  const inputs = { version: 'previous', reason: 'prices are wrong', 'dry-run': 'true' };
  results.push(play({ ...button, title: 'the rollback button, to look', inputs }));
  results.push(play({ ...button, title: 'the rollback button', inputs: { ...inputs, 'dry-run': 'false' } }));
  const rehearsal = { workflow: 'rehearsal.yml', event: 'pull_request', payload: { action: 'opened' }, ...common };
  if (existsSync(join(ROOT, 'simulator', 'dist'))) {
    results.push(play({ ...rehearsal, variables: {}, title: 'a rehearsal' }));
  }
  const onPulls = { workflow: 'preview.yml', event: 'pull_request', token: TOKEN, ...common };
  for (const action of ['opened', 'closed']) {
    const payload = await onPull(simulator, action, head());
    results.push(play({ ...onPulls, payload, title: `a pull request that is ${action}` }));
    results.push(await isTold(simulator, action));
  }
  const passed = results.filter(Boolean).length;
  console.log(`\n${passed} passed, ${results.length - passed} failed`);
  process.exitCode = passed === results.length ? 0 : 1;
} finally {
  simulator.stop();
  rmSync(directory, { recursive: true, force: true });
}
