/** Real workflow files, played for an event: our steps are whole runs of `main` against a simulated AWS and GitHub on one virtual clock. */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseFileCommand } from '../../src/demo/runner.js';
import {
  type PlayedJob,
  playWorkflow,
  type Script,
  type UsedAction,
  type UsedResult,
  type WorkflowEvent,
  withDefaults,
} from '../../src/demo/workflow/workflow.js';
import type { SeededPull } from '../../src/simulator/github/world.js';
import type { Seed } from '../../src/simulator/service.js';
import { gitHubOver, type SeenRepository } from '../support/github.js';
import { type Running, startRun } from '../support/runs.js';
import { World } from '../support/world.js';

const file = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

export const OURS = 'beanstalk-rollout/beanstalk-rollout';
export const REPOSITORY = 'octo-org/shop';
export const SHA = { v1: '1'.repeat(40), v2: '2'.repeat(40) } as const;
const TOKEN = 'token-of-the-job';

/** Nothing of what runs in tests have by themselves. */
const BARE = Object.fromEntries(
  ['aws-region', 'application-name', 'environment-name', 'version-source', 'version-label'].map((name) => [name, '']),
);

type SeedEnvironment = NonNullable<Seed['environments']>[number];
export type Release = keyof typeof SHA;

export interface Played {
  readonly jobs: readonly PlayedJob[];
  /** The runs of our action, in order. */
  readonly runs: readonly Running[];
  readonly scripts: readonly { readonly text: string; readonly printed: string }[];
}

export interface StageOptions {
  readonly environments: readonly SeedEnvironment[];
  /** In us-east-1, beside those of eu-west-1. */
  readonly elsewhere?: readonly SeedEnvironment[];
  /** What stands for our action in the workflow. */
  readonly ours?: string;
  /** Files of the repository, by path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly region?: string;
}

export class WorkflowStage {
  readonly world: World;
  readonly #directory = mkdtempSync(join(tmpdir(), 'beanstalk-rollout-examples-'));
  readonly #regions: Readonly<Record<string, World>>;
  readonly #ours: string;
  readonly #files: Readonly<Record<string, string>>;
  /** What programs of scripts answer, by name. */
  readonly #programs = join(this.#directory, 'programs');
  /** What the checked-out commit holds. */
  release: Release = 'v1';
  /** Values of inputs that only an account knows, and what stands for them here. */
  readonly names = new Map<string, string>();

  constructor({ environments, elsewhere, ours = OURS, files = {}, region = 'eu-west-1' }: StageOptions) {
    this.world = worldOf(region, environments);
    const { clock } = this.world;
    this.#regions = elsewhere === undefined ? {} : { 'us-east-1': worldOf('us-east-1', elsewhere, clock) };
    this.#ours = ours;
    this.#files = files;
    mkdirSync(this.#programs);
    this.world.wire.github.seed({ repositories: [{ name: REPOSITORY }] });
  }

  /** What GitHub knows of a pull request from now on. */
  pull(pull: SeededPull): void {
    const given = { headCommit: SHA[this.release], headBranch: 'faster', title: 'Faster checkout', ...pull };
    this.world.wire.github.seed({ repositories: [{ name: REPOSITORY, pulls: [given] }] });
  }

  /** A stand-in for a program that scripts call. */
  program(name: string, script: string): void {
    const path = join(this.#programs, name);
    writeFileSync(path, `#!/bin/sh\n${script}\n`);
    chmodSync(path, 0o755);
  }

  get told(): SeenRepository {
    const { repositories } = this.world.wire.github.state() as { readonly repositories: readonly SeenRepository[] };
    return repositories[0] ?? { pulls: [], comments: [], deployments: [] };
  }

  async environment(name: string, region?: string) {
    const world = region === undefined ? this.world : this.#regions[region];
    return (await world?.ports.beanstalk.environments())?.find((one) => one.name === name);
  }

  async play(workflow: string, event: Partial<WorkflowEvent> & Pick<WorkflowEvent, 'name'>): Promise<Played> {
    const runs: Running[] = [];
    const scripts: { text: string; printed: string }[] = [];
    const workspace = mkdtempSync(join(this.#directory, 'workspace-'));
    const whole = { payload: {}, sha: SHA[this.release], repository: REPOSITORY, token: TOKEN, ...event };
    const jobs = await playWorkflow({
      file: file(workflow),
      event: whole,
      directory: this.#directory,
      use: (used) => this.#use(used, workspace, whole.sha, runs),
      run: (script) => this.#script(script, workspace, scripts),
      hashFiles: (patterns) => hashOf(workspace, patterns),
    });
    return { jobs, runs, scripts };
  }

  async #use(used: UsedAction, workspace: string, sha: string, runs: Running[]): Promise<UsedResult> {
    if (used.action === this.#ours) return this.#run(used, workspace, runs);
    if (used.action === 'actions/checkout') this.#checkOut(workspace, used.inputs.ref ?? sha);
    else if (!BYSTANDERS.includes(used.action)) throw new Error(`nothing stands for ${used.action}`);
    return { succeeded: true, outputs: {} };
  }

  async #run({ inputs: asked, env, permissions }: UsedAction, workspace: string, runs: Running[]): Promise<UsedResult> {
    const { wire, clock } = this.world;
    const inputs = Object.fromEntries(
      Object.entries(asked).map(([name, value]) => [name, this.names.get(value) ?? value]),
    );
    // The job's token may do what the workflow says, and no more.
    const { contents, deployments, issues, 'pull-requests': pulls } = permissions as Readonly<Record<string, 'read'>>;
    const may = { contents, deployments, issues, 'pull-requests': pulls };
    const known = Object.entries(may).filter(([, level]) => level !== undefined);
    wire.github.seed({ tokens: { [TOKEN]: Object.fromEntries(known) } });
    const { github } = gitHubOver(wire, clock, { token: TOKEN, repository: REPOSITORY });
    const running = startRun(this.world, {
      inputs: { ...BARE, ...(await withDefaults(file('action.yml'), inputs, TOKEN)) },
      workspace,
      regions: this.#regions,
      github: clock.holding(github),
      run: {
        repository: REPOSITORY,
        serverUrl: 'https://github.com',
        ...given('commit', env.GITHUB_SHA),
        ...given('ref', env.GITHUB_REF),
        ...given('eventName', env.GITHUB_EVENT_NAME),
        ...given('eventPath', env.GITHUB_EVENT_PATH),
      },
    });
    runs.push(running);
    await running.ended;
    return { succeeded: !running.hasFailed(), outputs: running.outputs };
  }

  /** By a real shell, with the stand-ins before all other programs. */
  async #script(
    { text, env }: Script,
    workspace: string,
    scripts: { text: string; printed: string }[],
  ): Promise<UsedResult> {
    const output = join(this.#directory, 'output');
    writeFileSync(output, '');
    const { status, stdout, stderr } = spawnSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', text], {
      env: { ...env, PATH: `${this.#programs}${delimiter}${process.env.PATH}`, GITHUB_OUTPUT: output },
      cwd: workspace,
      encoding: 'utf8',
    });
    scripts.push({ text, printed: stdout + stderr });
    return { succeeded: status === 0, outputs: parseFileCommand(readFileSync(output, 'utf8')) };
  }

  /** The application at its root, and once more below it for each part of a monorepo. */
  #checkOut(workspace: string, commit: string): void {
    for (const part of ['', 'web', 'api']) {
      const directory = join(workspace, part);
      cpSync(file('demo/app'), directory, { recursive: true });
      // Of the parts only one changes.
      const version = part === 'api' ? 'v1' : this.release;
      cpSync(file(`demo/releases/${version}`), directory, { recursive: true });
    }
    const files = { '.gitignore': '/web/\n/api/\n', '.git/HEAD': `${commit}\n`, ...this.#files };
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(workspace, path)), { recursive: true });
      writeFileSync(join(workspace, path), text);
    }
  }

  close(): void {
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

const BYSTANDERS = [
  'aws-actions/configure-aws-credentials',
  'aws-actions/amazon-ecr-login',
  'actions/setup-go',
  'actions/setup-java',
  'beanstalk-rollout/beanstalk-rollout/simulator',
];

const given = (name: string, value: string | undefined): Readonly<Record<string, string>> =>
  value === undefined ? {} : { [name]: value };

function worldOf(region: string, environments: readonly SeedEnvironment[], clock?: World['clock']): World {
  const world = new World({ region, others: environments, ...(clock === undefined ? {} : { clock }) });
  // `verify-command` of the examples: a program of the checkout.
  const commands = { run: () => Promise.resolve({ kind: 'ended', exitCode: 0 } as const) };
  Object.assign(world.ports, { commands });
  return world;
}

/** As `hashFiles` does it, for the patterns `directory/**` that the examples have. */
function hashOf(workspace: string, patterns: readonly string[]): string {
  const hash = createHash('sha256');
  for (const pattern of patterns) {
    const directory = join(workspace, pattern.replace(/\/\*\*$/, ''));
    for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' }).sort()) {
      const path = join(directory, name);
      if (statSync(path).isFile()) hash.update(readFileSync(path));
    }
  }
  return hash.digest('hex');
}
