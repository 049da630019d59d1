/** A pull request from its opening to its end, and a sweep: the workflows of `examples/`, played from their own YAML. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runStep, shownLines } from '../runner.js';
import { APPLICATION, workspaceOf } from '../shop.js';
import type { Stage, Story } from '../story.js';
import {
  playWorkflow,
  type UsedAction,
  type UsedResult,
  type WorkflowEvent,
  withDefaults,
} from '../workflow/workflow.js';

const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const ACTION = 'beanstalk-rollout/beanstalk-rollout';
const REPOSITORY = 'octo-org/shop';
const TOKEN = 'token-of-the-job';
const HEADS = { v1: '1'.repeat(40), v2: '2'.repeat(40) } as const;
const ROLES = {
  'aws:autoscaling:launchconfiguration': { IamInstanceProfile: 'aws-elasticbeanstalk-ec2-role' },
  'aws:elasticbeanstalk:environment': { ServiceRole: 'aws-elasticbeanstalk-service-role' },
};

interface Ended {
  readonly green: boolean;
  readonly comment: string;
  /** Its headings, one after the other. */
  readonly seen: readonly string[];
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
}

export const preview: Story = {
  name: 'preview',
  summary: 'A pull request gets an environment, a push updates it, closing removes it, and a sweep what was forgotten.',
  async play(stage) {
    await open(stage);
    const opened = await onPull(stage, 17, 'opened', 'v1');
    show(stage, opened);
    const pushed = await onPull(stage, 17, 'synchronize', 'v2');
    show(stage, pushed);
    const closed = await onPull(stage, 17, 'closed', 'v2');
    show(stage, closed);
    stage.say('Another pull request; the run of its closing never takes place.');
    const forgotten = await onPull(stage, 18, 'opened', 'v1');
    await pull(stage, 18, 'closed', 'v1');
    const swept = await play(stage, { name: 'schedule', payload: {}, ...common('v1') }, 'sweep.yml', 18);
    show(stage, swept);
    const left = await namesOf(stage);
    return {
      broken: [
        ...(opened.seen.some((one) => one.includes('being deployed'))
          ? []
          : ['The comment never said that it is being deployed.']),
        ...told('opened', opened, 'Preview is ready'),
        ...told('synchronize', pushed, 'Preview is ready'),
        ...told('closed', closed, 'Preview is removed'),
        ...told('the second one', forgotten, 'Preview is ready'),
        ...told('sweep', swept, 'Preview is removed'),
        ...(left.join() === `${APPLICATION}-staging` ? [] : [`At the end there are ${left.join(', ')}.`]),
      ],
      rows: [],
      charts: [],
      excerpts: [opened, pushed, closed, swept].map((one, at) => ({
        title: ['Opened', 'Pushed to', 'Closed', 'Swept'][at] ?? '',
        lines: [...one.comment.split('\n'), '', ...shownLines(one.lines)],
      })),
    };
  },
};

const told = (what: string, { green, comment, outputs }: Ended, wanted: string): readonly string[] => [
  ...(green ? [] : [`${what}: the job failed (${outputs['outcome-reason'] ?? 'without a word'}).`]),
  ...(comment.includes(wanted) ? [] : [`${what}: the comment does not say "${wanted}".`]),
];

function show(stage: Stage, { comment }: Ended): void {
  stage.say('The comment on the pull request:');
  for (const line of comment.split('\n')) stage.say(`    ${line}`);
}

/** A staging environment to be the model, and nothing else. */
async function open(stage: Stage): Promise<void> {
  await stage.simulator.post('/_simulator/seed', {
    applications: [{ name: APPLICATION }],
    environments: [
      {
        application: APPLICATION,
        name: `${APPLICATION}-staging`,
        versionLabel: 'sample',
        instances: 2,
        loadBalancer: 'application',
        enhancedHealth: true,
        options: ROLES,
      },
    ],
  });
}

type Release = keyof typeof HEADS;

const common = (release: Release) => ({ sha: HEADS[release], repository: REPOSITORY, token: TOKEN });

/** Tells the simulated GitHub how the pull request is now. */
function pull(stage: Stage, number: number, state: 'open' | 'closed', release: Release): Promise<void> {
  const pulls = [{ number, state, title: 'Faster checkout', headCommit: HEADS[release], headBranch: 'faster' }];
  return stage.simulator.post('/_simulator/seed', { github: { repositories: [{ name: REPOSITORY, pulls }] } });
}

async function onPull(stage: Stage, number: number, action: string, release: Release): Promise<Ended> {
  const state = action === 'closed' ? 'closed' : 'open';
  await pull(stage, number, state, release);
  const head = { sha: HEADS[release], ref: 'faster', repo: { full_name: REPOSITORY } };
  const payload = {
    action,
    number,
    pull_request: { number, state, title: 'Faster checkout', labels: [], head },
    repository: { full_name: REPOSITORY },
    sender: { login: 'octocat' },
  };
  stage.say(`Pull request #${number} is ${action}: examples/preview.yml`);
  return play(stage, { name: 'pull_request', payload, ...common(release) }, 'preview.yml', number, release);
}

async function play(
  stage: Stage,
  event: WorkflowEvent,
  workflow: string,
  number: number,
  release?: Release,
): Promise<Ended> {
  let workspace = join(stage.directory, 'workspaces', 'empty');
  await mkdir(workspace, { recursive: true });
  const lines: string[] = [];
  const seen: string[] = [];
  let outputs: Readonly<Record<string, string>> = {};
  const ours = async ({ inputs, env }: UsedAction): Promise<UsedResult> => {
    const given = await withDefaults(join(ROOT, 'action.yml'), { ...inputs, ...HASTE }, TOKEN);
    const step = stage.step({ workspace, inputs: given });
    const watching = watchComment(stage, number);
    const { main } = await runStep({ ...step, env: { ...step.env, ...env } });
    seen.push(...(await watching.stop()));
    lines.push(...main.lines);
    outputs = main.outputs;
    return { succeeded: main.exitCode === 0, outputs };
  };
  const use = async (used: UsedAction): Promise<UsedResult> => {
    if (used.action === ACTION) return ours(used);
    if (used.action === 'actions/checkout' && release !== undefined) {
      workspace = await workspaceOf(stage, release);
      await mkdir(join(workspace, '.git'), { recursive: true });
      await writeFile(join(workspace, '.git', 'HEAD'), `${used.inputs.ref ?? event.sha}\n`);
    }
    return { succeeded: true, outputs: {} };
  };
  const file = join(ROOT, 'examples', workflow);
  const jobs = await playWorkflow({ file, event, directory: stage.directory, use });
  const green = jobs.length > 0 && jobs.every(({ conclusion }) => conclusion === 'success');
  return { green, comment: await commentOn(stage, number), seen, lines, outputs };
}

/** What the heading of the comment has said while a step was running. */
function watchComment(stage: Stage, number: number): { stop(): Promise<readonly string[]> } {
  const seen: string[] = [];
  const look = async (): Promise<void> => {
    const [heading = ''] = /^### .*$/m.exec(await commentOn(stage, number)) ?? [];
    if (heading === '' || heading === seen.at(-1)) return;
    seen.push(heading);
    stage.say(`The comment now: ${heading.slice(4)}`);
  };
  let running = true;
  const looking = (async () => {
    while (running) {
      await look();
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
    await look();
  })();
  return {
    stop: async () => {
      running = false;
      await looking;
      return seen;
    },
  };
}

/** An hour of the service passes in a minute, so waits are shorter too. */
const HASTE = { 'stable-for': '1s', 'health-grace': '30s', 'poll-interval': '400ms' };

async function commentOn(stage: Stage, number: number): Promise<string> {
  const answer = await fetch(
    new URL(`/_github/api/v3/repos/${REPOSITORY}/issues/${number}/comments`, stage.simulator.endpoint),
    { headers: { authorization: `token ${TOKEN}` } },
  );
  const comments = (await answer.json()) as readonly { readonly body: string }[];
  return comments.map(({ body }) => body).join('\n---\n');
}

async function namesOf(stage: Stage): Promise<readonly string[]> {
  const state = (await stage.simulator.get('/_simulator/state')) as {
    readonly environments: readonly { readonly name: string; readonly status: string }[];
  };
  return state.environments.filter(({ status }) => status !== 'Terminated').map(({ name }) => name);
}
