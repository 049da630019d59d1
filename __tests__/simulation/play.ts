/** Plays a plot from its first to its last moment and answers everything that was seen of it, from inside and from outside. */
import { minutes, seconds } from '../../src/domain/time.js';
import { ServiceError } from '../../src/simulator/service-error.js';
import type { LoggedCall } from '../../src/simulator/wire/call-log.js';
import { type Actor, isPair, type Plot } from './plot.js';
import { PREVIEW_INPUTS } from './pull-request.js';
import { isScaling } from './reasons.js';
import { type RunWish, type SimulatedRun, startRun } from './simulated-run.js';
import { IDLE, NAME, PRODUCTION, Stage } from './stage.js';
import { existing, holderOf, liveOf, reached, serving, type TrueEnvironment, type TrueWorld } from './truth.js';

/** What a run did, and what was really there. */
export interface PlayedRun {
  readonly runId: string;
  /** `main`: the one the plot is about; `again`: after the kill; `other`: another pipeline. */
  readonly part: 'main' | 'again' | 'other';
  readonly inputs: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
  readonly summaries: readonly string[];
  readonly written: ReadonlyMap<string, string>;
  readonly state: Readonly<Record<string, string>>;
  readonly hasFailed: boolean;
  readonly wasKilled: boolean;
  /** It was given up after a simulated day. */
  readonly isStuck: boolean;
  /** Text of an exception that left `main`. */
  readonly crash?: string;
  readonly requests: number;
  /** Calls that went out while its network was down, or whose answer did not come back then. */
  readonly dark: readonly string[];
  readonly startedAt: number;
  readonly endedAt: number;
  /** At the moment the run ended. */
  readonly truth: TrueWorld;
}

/** Who holds the production name, each time that this changed. */
export interface Holding {
  readonly at: number;
  readonly holder?: Pick<TrueEnvironment, 'id' | 'name' | 'versionLabel'>;
  /** Versions that answer users, as far as it is known; of whoever runs none, that of its environment. */
  readonly labels: readonly string[];
}

/** What somebody else has really done. */
export interface Deed {
  readonly at: number;
  readonly actor: Actor;
  readonly refused?: string;
  /** The operation that was under way goes on when an instance that came with this deed has its version. */
  isOvertaken?: boolean;
  /** Nobody serves in its environment until another instance has come. */
  readonly leavesNobody?: boolean;
}

export interface TrueEvent {
  readonly date: number;
  readonly message: string;
  readonly severity: string;
  readonly requestId?: string;
}

export interface Played {
  readonly plot: Plot;
  readonly runs: readonly PlayedRun[];
  readonly calls: readonly LoggedCall[];
  readonly deeds: readonly Deed[];
  readonly holdings: readonly Holding[];
  /** By the id of the environment, oldest first, as the service has them in the end. */
  readonly events: ReadonlyMap<string, readonly TrueEvent[]>;
  /** Some hours later, when everything that was under way has ended. */
  readonly afterwards: TrueWorld;
  /** `DeploymentPolicy` by the name of the environment, before the first run and afterwards. */
  readonly policies: Readonly<Record<'before' | 'afterwards', Readonly<Record<string, string>>>>;
}

/** What was begun may last so long after the runs; it is looked at each so often. */
const AFTERWARDS = minutes(180);
const STEP = minutes(5);
/** `timeout-minutes` of the jobs. */
const JOB_LIMIT = minutes(480);
/** No plot lasts so long. */
const LONGEST = minutes(1_440);

export async function play(plot: Plot): Promise<Played> {
  const stage = new Stage(plot);
  const deeds: Deed[] = [];
  const others: SimulatedRun[] = [];
  const startedAt = stage.clock.now();
  const before = stage.policies();
  const watched = watch(stage);
  // Whoever has the id of another run would be taken for the same run that is run again.
  const nextId = (): string => String(9 + others.length);
  for (const actor of plot.actors) {
    stage.clock.at(startedAt + seconds(actor.at), () => {
      if (actor.kind === 'pipeline') {
        others.push(begin(stage, { inputs: { ...actor.inputs, 'version-label': actor.label }, runId: nextId() }));
        deeds.push({ at: stage.clock.now(), actor });
      } else if (actor.kind === 'closes-pull-request') {
        stage.pullRequest('closed');
        const token = plot.inputs['github-token'];
        const inputs = { ...PREVIEW_INPUTS, ...(token === undefined ? {} : { 'github-token': token }) };
        others.push(begin(stage, { inputs, runId: nextId(), event: 'closed' }));
        deeds.push({ at: stage.clock.now(), actor });
      } else deeds.push(act(stage, actor));
      watched.look();
    });
  }
  const wish = { inputs: plot.inputs, runId: '1', onCall: watched.onCall };
  const { darkAt, killAt, stopAt } = plot;
  const main = begin(stage, {
    ...wish,
    ...(killAt === undefined ? {} : { killAt }),
    ...(stopAt === undefined ? {} : { stopAt }),
    ...(darkAt === undefined ? {} : { darkAt }),
  });
  if (plot.cancelAt !== undefined) stage.clock.at(startedAt + seconds(plot.cancelAt), main.cancel);
  const runs = [await ended(stage, main, 'main')];
  if (main.wasKilled()) {
    const again = begin(stage, { ...wish, inputs: { ...plot.inputs, 'busy-timeout': '2h' }, runId: '2' });
    runs.push(await ended(stage, again, 'again'));
  }
  for (const other of others) runs.push(await ended(stage, other, 'other'));
  // What falls due only after the runs were called off is nobody's concern.
  stage.clock.stop();
  const left = leave(stage);
  return { plot, runs, deeds, ...watched.seen(), ...left, policies: { before, afterwards: stage.policies() } };
}

/** A job does not last for ever: nobody may let a paused canary go on. */
function begin(stage: Stage, wish: RunWish): SimulatedRun {
  const run = startRun(stage, wish);
  stage.clock.at(stage.clock.now() + JOB_LIMIT, run.cancel);
  return run;
}

async function ended(stage: Stage, run: SimulatedRun, part: PlayedRun['part']): Promise<PlayedRun> {
  let isStuck = false;
  const givenUp = stage.clock.sleep(LONGEST).then(() => {
    isStuck = true;
  });
  await Promise.race([run.ended, givenUp]);
  const crash = run.crash();
  return {
    ...{ part, runId: run.runId, inputs: run.inputs, outputs: run.outputs, lines: run.lines, state: run.state },
    ...{
      summaries: run.summaries,
      written: run.written,
      hasFailed: run.hasFailed(),
      wasKilled: run.wasKilled(),
      isStuck,
    },
    ...(crash === undefined ? {} : { crash: crash instanceof Error ? (crash.stack ?? crash.message) : String(crash) }),
    ...{
      requests: run.requests(),
      dark: run.dark,
      startedAt: run.startedAt,
      endedAt: run.endedAt(),
      truth: stage.truth(),
    },
  };
}

/** Looks at the world at each call: who holds production, and what a terminate call hits. */
function watch(stage: Stage) {
  const holdings: Holding[] = [];
  let before = '';
  const look = (): void => {
    if (!isPair(stage.plot)) return;
    const world = stage.truth();
    const holder = liveOf(world, PRODUCTION);
    const labels = [...new Set(reached(world, PRODUCTION).flatMap(answering))].sort();
    const text = `${holder?.id} ${labels}`;
    if (text === before) return;
    before = text;
    const at = stage.clock.now();
    holdings.push(holder === undefined ? { at, labels } : { at, labels, holder });
  };
  look();
  return { look, onCall: look, seen: () => ({ holdings }) };
}

function answering(environment: TrueEnvironment): readonly string[] {
  const { versionLabel = [] } = environment;
  const instances = serving(environment);
  return instances.length === 0 ? [versionLabel].flat() : instances.flatMap(({ runs = versionLabel }) => runs);
}

type ByHand = Exclude<Actor, { readonly kind: 'pipeline' | 'closes-pull-request' }>;

/** A new instance has booted and asks for its version, at the earliest. */
const COMES_UP = seconds(52);

/** Somebody with a console. */
function act(stage: Stage, actor: ByHand): Deed {
  const at = stage.clock.now();
  const deed: Deed = { at, actor };
  const name = aboutOf(stage, actor);
  const underWay = (): string | undefined =>
    existing(stage.truth()).find((one) => one.name === name)?.operation?.requestId;
  const requestId = underWay();
  if (requestId !== undefined && isScaling(actor)) {
    stage.clock.at(at + COMES_UP, () => {
      deed.isOvertaken = underWay() === requestId;
    });
  }
  try {
    for (const [action, input] of callsOf(stage, actor)) stage.somebody(action, input);
    const left = existing(stage.truth()).find((one) => one.name === name);
    const leavesNobody = left !== undefined && serving(left).length === 0;
    return isScaling(actor) && leavesNobody ? Object.assign(deed, { leavesNobody }) : deed;
  } catch (error) {
    if (error instanceof ServiceError) return { ...deed, refused: error.message };
    throw error;
  }
}

type Call = readonly [action: string, input: Readonly<Record<string, unknown>>];

function callsOf(stage: Stage, actor: ByHand): readonly Call[] {
  const option = (Namespace: string, OptionName: string, Value: string) => ({ Namespace, OptionName, Value });
  switch (actor.kind) {
    case 'deploys':
      return [['UpdateEnvironment', { EnvironmentName: NAME, VersionLabel: actor.label }]];
    case 'sets-variable': {
      const OptionSettings = [option('aws:elasticbeanstalk:application:environment', 'FEATURE', 'on')];
      return [['UpdateEnvironment', { EnvironmentName: NAME, OptionSettings }]];
    }
    case 'resizes': {
      const size = String(actor.instances);
      const OptionSettings = ['MinSize', 'MaxSize'].map((name) => option('aws:autoscaling:asg', name, size));
      return [['UpdateEnvironment', { EnvironmentName: NAME, OptionSettings }]];
    }
    case 'aborts':
      return [['AbortEnvironmentUpdate', { EnvironmentName: NAME }]];
    case 'restarts':
      return [['RestartAppServer', { EnvironmentName: NAME }]];
    case 'swaps':
      return [['SwapEnvironmentCNAMEs', { SourceEnvironmentName: NAME, DestinationEnvironmentName: IDLE }]];
    case 'terminates':
      return [['TerminateEnvironment', { EnvironmentName: aboutOf(stage, actor) }]];
    case 'scales': {
      const AutoScalingGroupName = groupOf(stage, aboutOf(stage, actor));
      return [['SetDesiredCapacity', { AutoScalingGroupName, DesiredCapacity: actor.instances }]];
    }
    case 'replaces-instance': {
      const all = existing(stage.truth()).find(({ name }) => name === aboutOf(stage, actor))?.instances ?? [];
      const InstanceId = all[actor.index % Math.max(1, all.length)]?.id ?? 'i-none';
      return [['TerminateInstanceInAutoScalingGroup', { InstanceId, ShouldDecrementDesiredCapacity: false }]];
    }
    case 'updates-platform':
      return [
        [
          'UpdateEnvironment',
          { EnvironmentName: NAME, SolutionStackName: '64bit Amazon Linux 2023 v6.7.3 running Node.js 24' },
        ],
      ];
  }
}

/** The environment that somebody works on. */
function aboutOf(stage: Stage, actor: Actor): string {
  if (!('side' in actor)) return NAME;
  const live = holderOf(stage.truth(), PRODUCTION)?.name ?? NAME;
  const idle = live === NAME ? IDLE : NAME;
  return actor.side === 'live' ? live : idle;
}

function groupOf(stage: Stage, EnvironmentName: string): string {
  const { EnvironmentResources } = stage.somebody('DescribeEnvironmentResources', { EnvironmentName }) as {
    readonly EnvironmentResources: { readonly AutoScalingGroups: readonly { readonly Name: string }[] };
  };
  return EnvironmentResources.AutoScalingGroups[0]?.Name ?? '';
}

/** Everything that the service has, at once and some hours later. */
function leave(stage: Stage): Pick<Played, 'calls' | 'events' | 'afterwards'> {
  const calls = stage.wire.calls.list(0);
  const ids = stage.truth().environments.map(({ id }) => id);
  const events = new Map(ids.map((id) => [id, eventsOf(stage, id)]));
  stage.simulator.setScenario({ ...stage.simulator.scenario, faults: [] });
  for (let waited = 0; waited < AFTERWARDS && stage.truth().environments.some(isMoving); waited += STEP) {
    stage.clock.advance(STEP);
  }
  return { calls, events, afterwards: { environments: existing(stage.truth()) } };
}

const isMoving = ({ status, operation }: TrueEnvironment): boolean =>
  operation !== undefined || (status !== 'Ready' && status !== 'Terminated');

function eventsOf(stage: Stage, id: string): readonly TrueEvent[] {
  const found: TrueEvent[] = [];
  for (let token: string | undefined; ; ) {
    const page = stage.somebody('DescribeEvents', {
      EnvironmentId: id,
      MaxRecords: 1_000,
      ...(token === undefined ? {} : { NextToken: token }),
    }) as {
      readonly Events: readonly {
        readonly EventDate: Date;
        readonly Message: string;
        readonly Severity: string;
        readonly RequestId?: string;
      }[];
      readonly NextToken?: string;
    };
    for (const { EventDate, Message, Severity, RequestId } of page.Events)
      found.push({
        ...{ date: EventDate.getTime(), message: Message, severity: Severity },
        ...(RequestId === undefined ? {} : { requestId: RequestId }),
      });
    token = page.NextToken;
    if (token === undefined) return found.reverse();
  }
}
