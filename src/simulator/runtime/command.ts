/** Carries out one command on one instance, step by step, as the platform's deployment engine does. */
import { access, cp, mkdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Milliseconds } from '../../domain/time.js';
import { Application } from './application.js';
import type { Guardian } from './guardian.js';
import { type HookPhase, runHooks } from './hooks.js';
import type { InstanceLog } from './instance-log.js';
import type { Pace } from './pace.js';
import { declaredDependencies, planStart, type StartPlan } from './procfile.js';
import type { CommandState, InstanceCommand } from './runtime.js';
import { writeSampleApplication } from './sample-application.js';
import { UnusableBundle, unpack } from './unpack.js';

/** What a command works on. */
export interface Workplace {
  /** The instance's directory: `staging` and `current` lie in it. */
  readonly directory: string;
  /** Variables of every process of this instance, without the environment's properties. */
  readonly baseEnvironment: Readonly<Record<string, string>>;
  readonly mark: string;
  readonly guardian: Guardian;
  readonly log: InstanceLog;
  readonly pace: Pace;
  /** The file with the bundle's bytes, `undefined` when the object is not there. */
  readonly bundleFile: (bucket: string, key: string) => string | undefined;
  /** Stops the application that runs, if any. */
  readonly stopApplication: () => Promise<void>;
  /** Picks a port, starts the application by `start`, and keeps it as the one that runs. */
  readonly startApplication: (start: (port: number) => Application) => Promise<Application>;
}

/** The text of the failure event on every current platform; the reason is in the log (observed event stream). */
const ENGINE_ERROR = 'Engine execution has encountered an error.';
const NPM_FAILED =
  "Instance deployment: 'npm' failed to install dependencies that you defined in 'package.json'. For details, see 'eb-engine.log'. The deployment failed.";

/** How long an application may take until it listens; a crash is noticed at once. */
const START_LIMIT: Milliseconds = 30_000;
const LEAST_REAL_START_LIMIT: Milliseconds = 5_000;

class StepFailure extends Error {
  override readonly name = 'StepFailure';
  readonly note: string | undefined;
  constructor(reason: string, note?: string) {
    super(reason);
    this.note = note;
  }
}

/** Never rejects: whatever goes wrong on an instance is a failed command. */
export async function carryOut(place: Workplace, command: InstanceCommand, signal: AbortSignal): Promise<CommandState> {
  const name =
    command.kind === 'deploy' ? 'app-deploy' : command.kind === 'configure' ? 'config-deploy' : 'restart-app-server';
  const { log } = place;
  log.beginCommand();
  log.engine(
    'INFO',
    `Executing command: ${name} (version ${command.versionLabel}, deployment ${command.deploymentId})`,
  );
  let step = 'Initialize';
  const run = async <Result>(stepName: string, work: () => Promise<Result>): Promise<Result> => {
    signal.throwIfAborted();
    step = stepName;
    log.engine('INFO', `Executing instruction: ${stepName}`);
    return work();
  };
  try {
    const notes = await new Engine(place, command, signal, run).execute();
    log.engine('INFO', 'Engine finished execution successfully.');
    return { state: 'succeeded', notes };
  } catch (error) {
    const reason = signal.aborted ? 'the command was given up' : error instanceof Error ? error.message : String(error);
    const stop = `An error occurred during execution of command [${name}] - [${step}]. Stop running the command. Error: ${reason}`;
    log.engine('ERROR', stop);
    const notes = error instanceof StepFailure && error.note !== undefined ? [error.note] : [];
    return { state: 'failed', returnCode: 1, output: ENGINE_ERROR, log: log.commandText(), notes };
  }
}

type RunStep = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

class Engine {
  readonly #place: Workplace;
  readonly #command: InstanceCommand;
  readonly #signal: AbortSignal;
  readonly #run: RunStep;
  readonly #staging: string;
  readonly #current: string;

  constructor(place: Workplace, command: InstanceCommand, signal: AbortSignal, run: RunStep) {
    this.#place = place;
    this.#command = command;
    this.#signal = signal;
    this.#run = run;
    this.#staging = join(place.directory, 'staging');
    this.#current = join(place.directory, 'current');
  }

  async execute(): Promise<readonly string[]> {
    const { kind } = this.#command;
    if (kind === 'deploy' || !(await exists(this.#current))) return this.#deploy();
    if (kind === 'restart') return this.#restart();
    return this.#configure();
  }

  async #deploy(): Promise<readonly string[]> {
    await this.#run('StageApplication', () => this.#stage());
    await this.#run('RunAppDeployPreBuildHooks', () => this.#hooks('hooks', 'prebuild', this.#staging));
    await this.#run('InstallDependencies', () => checkDependencies(this.#staging));
    const plan = await this.#run('CheckProcfileForApplication', () => startPlan(this.#staging));
    await this.#run('RunAppDeployPreDeployHooks', () => this.#hooks('hooks', 'predeploy', this.#staging));
    await this.#run('FlipApplication', async () => {
      await this.#place.stopApplication();
      await rm(this.#current, { recursive: true, force: true });
      await rename(this.#staging, this.#current);
    });
    await this.#run('StartApplication', () => this.#start(plan));
    await this.#run('RunAppDeployPostDeployHooks', () => this.#hooks('hooks', 'postdeploy', this.#current));
    return plan.notes;
  }

  async #configure(): Promise<readonly string[]> {
    await this.#run('RunConfigDeployPreBuildHooks', () => this.#hooks('confighooks', 'prebuild', this.#current));
    await this.#run('RunConfigDeployPreDeployHooks', () => this.#hooks('confighooks', 'predeploy', this.#current));
    const notes = await this.#restart();
    await this.#run('RunConfigDeployPostDeployHooks', () => this.#hooks('confighooks', 'postdeploy', this.#current));
    return notes;
  }

  async #restart(): Promise<readonly string[]> {
    const plan = await this.#run('CheckProcfileForApplication', () => startPlan(this.#current));
    await this.#run('StopApplication', () => this.#place.stopApplication());
    await this.#run('StartApplication', () => this.#start(plan));
    return plan.notes;
  }

  async #stage(): Promise<void> {
    await rm(this.#staging, { recursive: true, force: true });
    await mkdir(this.#staging, { recursive: true });
    const { bundle, folder } = this.#command;
    if (folder !== undefined) return this.#copy(folder);
    if (bundle === undefined) return writeSampleApplication(this.#staging);
    const file = this.#place.bundleFile(bundle.bucket, bundle.key);
    if (file === undefined)
      throw new StepFailure(`cannot download source bundle s3://${bundle.bucket}/${bundle.key}: no such key`);
    this.#place.log.engine('INFO', `Extracting source bundle ${bundle.key} to /var/app/staging/`);
    await unpack(file, this.#staging, this.#signal).catch((error: unknown) => {
      if (!(error instanceof UnusableBundle)) throw error;
      throw new StepFailure(`failed to extract source bundle: ${error.message}`);
    });
  }

  /** Links that lead outside are copied as what they are: the folder is the user's own. */
  async #copy(folder: string): Promise<void> {
    this.#place.log.engine('INFO', `Copying ${folder}, which stands for the container image, to /var/app/staging/`);
    await cp(folder, this.#staging, { recursive: true, verbatimSymlinks: true }).catch((error: Error) => {
      throw new StepFailure(`cannot read the folder of the container image: ${error.message}`);
    });
  }

  async #start(plan: Extract<StartPlan, { kind: 'start' }>): Promise<void> {
    const { mark, guardian, log, pace } = this.#place;
    const environment = this.#environment();
    const application = await this.#place.startApplication((port) => {
      return new Application({
        entries: plan.entries,
        directory: this.#current,
        environment,
        port,
        mark,
        guardian,
        log,
        pace,
      });
    });
    const readiness = await application.ready(pace(START_LIMIT, LEAST_REAL_START_LIMIT), this.#signal);
    switch (readiness.kind) {
      case 'accepting':
        return;
      case 'crashed':
        throw new StepFailure(
          `the process 'web' ended with exit status ${readiness.exit.code} before it listened on its port`,
        );
      case 'silent':
        log.engine('WARN', 'The application does not listen on its port. Requests to it will fail.');
    }
  }

  async #hooks(kind: 'hooks' | 'confighooks', phase: HookPhase, directory: string): Promise<void> {
    const { guardian, log } = this.#place;
    const run = { kind, phase, directory, environment: this.#environment(), guardian, log, signal: this.#signal };
    const failure = await runHooks(run);
    if (failure !== undefined) throw new StepFailure(failure);
  }

  #environment(): Readonly<Record<string, string>> {
    const { baseEnvironment, mark } = this.#place;
    // The mark comes last: an environment property must not hide a process from its guardian.
    return { ...baseEnvironment, ...this.#command.environmentVariables, BEANSTALK_SIMULATOR_MARK: mark };
  }
}

async function startPlan(directory: string): Promise<Extract<StartPlan, { kind: 'start' }>> {
  const plan = planStart({
    procfile: await textOf(join(directory, 'Procfile')),
    packageJson: await textOf(join(directory, 'package.json')),
    hasAppJs: await exists(join(directory, 'app.js')),
    hasServerJs: await exists(join(directory, 'server.js')),
  });
  if (plan.kind === 'refused') throw new StepFailure(plan.reason, plan.note);
  return plan;
}

/** Nothing is ever downloaded onto an instance: what package.json asks for has to come in the bundle's node_modules. */
async function checkDependencies(directory: string): Promise<void> {
  const declared = declaredDependencies(await textOf(join(directory, 'package.json')));
  for (const name of declared) {
    if (await exists(join(directory, 'node_modules', name))) continue;
    const reason = `npm ERR! '${name}' is not in the bundle's node_modules, and simulated instances have no network`;
    throw new StepFailure(reason, NPM_FAILED);
  }
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );
