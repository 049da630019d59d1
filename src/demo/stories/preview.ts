/** A pull request from its opening to its end, and a sweep: the workflows of `examples/`, played from their own YAML. */
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { formatDuration } from '../../domain/time.js';
import { runStep, shownLines } from '../runner.js';
import { APPLICATION, workspaceOf } from '../shop.js';
import type { Stage, Story } from '../story.js';
import { alignedTable } from '../table.js';
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
  readonly what: string;
  readonly workflow: string;
  readonly green: boolean;
  readonly comment: string;
  /** Its headings while the step ran, one after the other. */
  readonly seen: readonly string[];
  readonly lines: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  /** Environments that are there afterwards. */
  readonly left: readonly string[];
  readonly milliseconds: number;
}

export const preview: Story = {
  name: 'preview',
  summary: 'A pull request gets an environment, a push updates it, closing removes it, and a sweep what was forgotten.',
  async play(stage) {
    await open(stage);
    const opened = await onPull(stage, 17, 'opened', 'v1');
    const pushed = await onPull(stage, 17, 'synchronize', 'v2');
    const closed = await onPull(stage, 17, 'closed', 'v2');
    stage.say('Another pull request; the run of its closing never takes place.');
    const forgotten = await onPull(stage, 18, 'opened', 'v1');
    await pull(stage, 18, 'closed', 'v1');
    const hourly = { name: 'schedule', payload: {}, ...common('v1') };
    const swept = await play(stage, hourly, { what: 'hourly sweep', workflow: 'sweep.yml', number: 18 });
    const all = [opened, pushed, closed, forgotten, swept];
    tellAll(stage, all);
    return {
      broken: [
        ...told(opened, [DEPLOYING, READY], 2),
        ...told(pushed, [READY, DEPLOYING, READY], 2),
        ...told(closed, [READY, REMOVED], 1),
        ...told(forgotten, [DEPLOYING, READY], 2),
        ...told(swept, [READY, REMOVED], 1),
      ],
      rows: [],
      charts: [],
      excerpts: all.map(({ what, comment, lines }) => ({
        title: what,
        lines: [...comment.split('\n'), '', ...shownLines(lines)],
      })),
    };
  },
};

const DEPLOYING = 'Preview is being deployed';
const READY = 'Preview is ready';
const REMOVED = 'Preview is removed';

/** What the comment has to say while the step runs, first to last, and how many environments there are afterwards. */
function told(
  { what, green, seen, outputs, left }: Ended,
  headings: readonly string[],
  environments: number,
): readonly string[] {
  const said = seen.map((heading) => heading.replace(/^\P{L}+/u, ''));
  return [
    ...(green ? [] : [`${what}: the job failed (${outputs['outcome-reason'] ?? 'without a word'}).`]),
    ...(said.join() === headings.join() ? [] : [`${what}: the comment said ${said.join(', then ') || 'nothing'}.`]),
    ...(left.length === environments ? [] : [`${what}: afterwards there are ${left.join(', ')}.`]),
  ];
}

function tellAll(stage: Stage, all: readonly Ended[]): void {
  const head = ['event', 'workflow', 'comment', 'environments afterwards', 'simulated', 'API calls'];
  const rows = all.map(({ what, workflow, seen, left, milliseconds, outputs }) => [
    what,
    workflow,
    seen.join(' → '),
    left.join(', '),
    formatDuration(milliseconds * stage.speed),
    outputs['api-calls'] ?? '',
  ]);
  stage.say('What happened to the pull requests:');
  for (const line of alignedTable([head, ...rows]).split('\n')) stage.say(`  ${line}`);
}

function show(stage: Stage, comment: string): void {
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
  const event = { name: 'pull_request', payload, ...common(release) };
  return play(stage, event, { what: `#${number} ${action}`, workflow: 'preview.yml', number, release });
}

interface Wish {
  readonly what: string;
  readonly workflow: string;
  readonly number: number;
  /** What actions/checkout brings. */
  readonly release?: Release;
}

async function play(stage: Stage, event: WorkflowEvent, wish: Wish): Promise<Ended> {
  const { number, release, what, workflow } = wish;
  let workspace = join(stage.directory, 'workspaces', 'empty');
  await mkdir(workspace, { recursive: true });
  const ended = { seen: [] as readonly string[], lines: [] as readonly string[], milliseconds: 0 };
  let outputs: Readonly<Record<string, string>> = {};
  const ours = async ({ inputs, env }: UsedAction): Promise<UsedResult> => {
    const given = await withDefaults(join(ROOT, 'action.yml'), { ...inputs, ...HASTE }, TOKEN);
    const step = stage.step({ workspace, inputs: given });
    const watching = watchComment(stage, number);
    const { main } = await runStep({ ...step, env: { ...step.env, ...env } });
    Object.assign(ended, { seen: await watching.stop(), lines: main.lines, milliseconds: main.milliseconds });
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
  const comment = await commentOn(stage, number);
  show(stage, comment);
  return { ...ended, what, workflow, green, comment, outputs, left: await namesOf(stage) };
}

/** What the heading of the comment has said while a step was running. */
function watchComment(stage: Stage, number: number): { stop(): Promise<readonly string[]> } {
  const seen: string[] = [];
  const look = async (): Promise<void> => {
    const [, heading] = /^### (.*)$/m.exec(await commentOn(stage, number)) ?? [];
    if (heading === undefined || heading === seen.at(-1)) return;
    seen.push(heading);
    stage.say(`The comment now: ${heading}`);
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
