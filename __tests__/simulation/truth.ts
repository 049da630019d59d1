/** What is really there, from the simulated service itself: nothing of this went through the action. */
import type { Simulator } from '../../src/simulator/service.js';

export interface TrueInstance {
  readonly id: string;
  /** Label of the version whose code runs. */
  readonly runs?: string;
  readonly lifecycle: string;
  readonly deployment?: { readonly status: string };
  readonly traffic: string;
  readonly healthStatus?: string;
}

export interface TrueEnvironment {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly abortable: boolean;
  readonly health: string;
  readonly healthStatus?: string;
  readonly versionLabel?: string;
  readonly cname?: string;
  readonly operation?: { readonly kind: string; readonly requestId: string; readonly startedAt: string };
  readonly instances: readonly TrueInstance[];
}

export interface TrueWorld {
  readonly environments: readonly TrueEnvironment[];
  /** Percent of the requests by the id of the environment, where a rule divides them. */
  readonly shares?: Readonly<Record<string, number>>;
}

export const trueWorld = (simulator: Simulator): TrueWorld => simulator.state() as TrueWorld;

export const existing = ({ environments }: TrueWorld): readonly TrueEnvironment[] =>
  environments.filter(({ status }) => status !== 'Terminated');

export const holderOf = (world: TrueWorld, cname: string): TrueEnvironment | undefined =>
  existing(world).find((one) => one.cname === cname);

/** Whom users reach: all of them with the production name, or a part of them with a rule's weight. */
export const reached = (world: TrueWorld, cname: string): readonly TrueEnvironment[] => {
  const { shares } = world;
  if (shares !== undefined) return existing(world).filter(({ id }) => (shares[id] ?? 0) > 0);
  const holder = holderOf(world, cname);
  return holder === undefined ? [] : [holder];
};

/** The one that has most of the requests. */
export const liveOf = (world: TrueWorld, cname: string): TrueEnvironment | undefined =>
  world.shares === undefined
    ? holderOf(world, cname)
    : existing(world).find(({ id }) => (world.shares?.[id] ?? 0) > 50);

/** Instances that take part in serving: those that leave, and those that only come, are not counted. */
export const serving = ({ instances }: TrueEnvironment): readonly TrueInstance[] =>
  instances.filter(({ lifecycle, ...one }) => lifecycle === 'InService' && !isComing(one));

const isComing = ({ runs, deployment }: Pick<TrueInstance, 'runs' | 'deployment'>): boolean =>
  runs === undefined && deployment?.status === 'In Progress';

export const NOBODY_SERVES = 'has no instance in service';

/** Everything that a success claims about an environment. */
export function settledOn(environment: TrueEnvironment, label: string): readonly string[] {
  const others = serving(environment).filter(({ runs }) => runs !== label);
  return [
    ...(environment.status === 'Ready' ? [] : [`${environment.name} is ${environment.status}`]),
    ...(environment.versionLabel === label ? [] : [`${environment.name} says ${environment.versionLabel}`]),
    ...others.map(({ id, runs }) => `${id} runs ${runs ?? 'nothing'}`),
    ...(serving(environment).length === 0 ? [`${environment.name} ${NOBODY_SERVES}`] : []),
  ];
}
