/** A simulated EC2 instance: a directory, a port, the processes of one application, and the log of what was done to it. */
import { mkdir, rm } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import type { Instant, Milliseconds } from '../../domain/time.js';
import type { Application } from './application.js';
import { carryOut } from './command.js';
import type { Guardian } from './guardian.js';
import { InstanceLog } from './instance-log.js';
import type { Pace } from './pace.js';
import type { Ports } from './ports.js';
import { RequestWindow } from './request-metrics.js';
import type { CommandState, InstanceCommand, InstanceLaunch } from './runtime.js';
import { InstanceScripts } from './scripts.js';

export interface InstanceSurroundings {
  /** Where instances have their directories. */
  readonly dataDirectory: string;
  /** Unique to this run of the simulator. */
  readonly runId: string;
  readonly region: string;
  readonly now: () => Instant;
  readonly pace: Pace;
  readonly ports: Ports;
  readonly guardian: Guardian;
  readonly bundleFile: (bucket: string, key: string) => string | undefined;
  /** Resolves when an instance that gets no new requests has answered those it had, or had its time for it. */
  readonly drained: (instance: Instance) => Promise<void>;
}

/** Between SIGTERM and SIGKILL. The real floor lets an application finish its requests however fast the clock is. */
const GRACE: Milliseconds = 20_000;
const LEAST_REAL_GRACE: Milliseconds = 3_000;

export class Instance {
  readonly id: string;
  readonly environmentId: string;
  readonly requests = new RequestWindow();
  readonly log: InstanceLog;
  readonly scripts: InstanceScripts;
  readonly #surroundings: InstanceSurroundings;
  readonly #directory: string;
  readonly #baseEnvironment: Readonly<Record<string, string>>;
  readonly #mark: string;
  #port: number | undefined;
  #application: Application | undefined;
  #commandState: CommandState = { state: 'succeeded', notes: [] };
  #hadCommand = false;
  /** Environment properties of the newest command. */
  #properties: Readonly<Record<string, string>> = {};
  #current = new AbortController();
  /** One thing after the other: commands, then the end. */
  #work: Promise<void>;

  constructor(launch: InstanceLaunch, surroundings: InstanceSurroundings) {
    this.id = launch.instanceId;
    this.environmentId = launch.environmentId;
    this.#surroundings = surroundings;
    this.log = new InstanceLog(surroundings.now);
    this.#directory = join(surroundings.dataDirectory, 'instances', launch.instanceId);
    this.#mark = `${surroundings.runId}/${launch.instanceId};`;
    this.#baseEnvironment = {
      PATH: [dirname(process.execPath), process.env.PATH ?? '/usr/bin:/bin'].join(delimiter),
      HOME: this.#directory,
      LANG: 'C.UTF-8',
      NODE_ENV: 'production',
      AWS_REGION: surroundings.region,
      BEANSTALK_ENVIRONMENT_NAME: launch.environmentName,
      BEANSTALK_INSTANCE_ID: launch.instanceId,
    };
    this.scripts = new InstanceScripts({
      directory: this.#directory,
      environment: { ...this.#baseEnvironment, BEANSTALK_SIMULATOR_MARK: this.#mark },
      properties: () => this.#properties,
      guardian: surroundings.guardian,
    });
    // A directory that cannot be made shows as the first command's failure.
    this.#work = mkdir(this.#directory, { recursive: true }).then(
      () => {},
      () => {},
    );
  }

  /** Where the application is to be reached on 127.0.0.1; `undefined` until the first start. */
  get port(): number | undefined {
    return this.#port;
  }

  get commandState(): CommandState {
    return this.#commandState;
  }

  /** Whether a health agent would send data: it is installed with the first command. */
  get isReporting(): boolean {
    return this.#hadCommand;
  }

  /** Whether a command has ended without leaving an application: a deployment that failed before it started one. */
  get isEmpty(): boolean {
    return this.#hadCommand && this.#commandState.state !== 'running' && this.#application === undefined;
  }

  /** Texts for the causes of the instance's health, in the words of enhanced health (AWS guide: "Health colors and statuses"). */
  get causes(): readonly string[] {
    const isDown = this.#application !== undefined && !this.#application.isRunning;
    return isDown ? ['Following services are not running: web.'] : [];
  }

  command(command: InstanceCommand): void {
    this.#current.abort();
    const abort = new AbortController();
    this.#current = abort;
    this.#hadCommand = true;
    this.#properties = command.environmentVariables;
    this.#commandState = { state: 'running' };
    this.#work = this.#work.then(async () => {
      const state = await carryOut(this.#workplace(), command, abort.signal);
      if (!abort.signal.aborted) this.#commandState = state;
    });
  }

  /** Stops everything and removes the directory. Resolves when no process and no port is left. */
  end(grace: Milliseconds = this.#grace()): Promise<void> {
    this.#current.abort();
    this.#work = this.#work.then(async () => {
      await this.scripts.close();
      await this.#stopApplication(grace);
      if (this.#port !== undefined) this.#surroundings.ports.release(this.#port);
      await rm(this.#directory, { recursive: true, force: true, maxRetries: 3 }).catch(() => {});
    });
    return this.#work;
  }

  #workplace(): Parameters<typeof carryOut>[0] {
    const { guardian, pace, bundleFile } = this.#surroundings;
    return {
      directory: this.#directory,
      baseEnvironment: this.#baseEnvironment,
      mark: this.#mark,
      guardian,
      log: this.log,
      pace,
      bundleFile,
      stopApplication: () => this.#stopApplication(this.#grace()),
      startApplication: (start) => this.#startApplication(start),
    };
  }

  async #startApplication(start: (port: number) => Application): Promise<Application> {
    const before = this.#port;
    const port = await this.#surroundings.ports.reserve(before);
    if (before !== undefined && before !== port) this.#surroundings.ports.release(before);
    this.#port = port;
    const application = start(port);
    this.#application = application;
    return application;
  }

  async #stopApplication(grace: Milliseconds): Promise<void> {
    if (this.#application !== undefined) await this.#surroundings.drained(this);
    await this.#application?.stop(grace);
    this.#application = undefined;
  }

  #grace(): Milliseconds {
    return this.#surroundings.pace(GRACE, LEAST_REAL_GRACE);
  }
}
