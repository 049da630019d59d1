/**
 * Sees every call to the service at the moment it is made, with the two environments as they really are then: what a run
 * did can be held against what it was allowed to do. Other people's calls can be laid right before or after one of them.
 */
import { type PairWorld, PRODUCTION } from './pair-world.js';

export interface WitnessedSide {
  readonly id: string;
  readonly name: string;
  readonly application: string;
  readonly status: string;
  readonly cname?: string;
  readonly versionLabel?: string;
  readonly healthStatus?: string;
  readonly instances: readonly { readonly deployment?: { readonly versionLabel: string; readonly status: string } }[];
}

export interface Witnessed {
  readonly action: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Both sides, and whatever else there is, right before the call. */
  readonly before: readonly WitnessedSide[];
}

/** Somebody else acts when a run makes the nth call of this name; `after`: when the service has acted on it. */
export interface Interference {
  readonly at: string;
  /** Counts from 1, the default. */
  readonly nth?: number;
  readonly when?: 'before' | 'after';
  readonly act: (world: PairWorld) => void;
}

type Simulator = PairWorld['simulator'];

/** Of Elastic Beanstalk. Validation, locks and log requests change no environment. */
const CHANGES = [
  'UpdateEnvironment',
  'CreateEnvironment',
  'TerminateEnvironment',
  'SwapEnvironmentCNAMEs',
  'AbortEnvironmentUpdate',
  'CreateConfigurationTemplate',
  'CreateApplication',
  'CreateApplicationVersion',
  'DeleteApplicationVersion',
  'UpdateTagsForResource',
];

export class PairWitness {
  readonly #world: PairWorld;
  readonly #seen: Witnessed[] = [];
  readonly #counts = new Map<string, number>();

  constructor(world: PairWorld, interferences: readonly Interference[] = []) {
    this.#world = world;
    const { simulator } = world;
    const call = simulator.call.bind(simulator);
    const interfere = (action: string, count: number, when: 'before' | 'after'): void => {
      for (const one of interferences)
        if (one.at === action && (one.nth ?? 1) === count && (one.when ?? 'before') === when) one.act(world);
    };
    const witnessing: Simulator['call'] = (made) => {
      const { action, input, requestId } = made;
      if (requestId === 'test' || requestId.startsWith('somebody-')) return call(made);
      const count = (this.#counts.get(action) ?? 0) + 1;
      this.#counts.set(action, count);
      interfere(action, count, 'before');
      const before = CHANGES.includes(action) ? this.everything() : [];
      const answer = call(made);
      // A call that was refused has changed nothing, and is not told.
      if (CHANGES.includes(action)) this.#seen.push({ action, input, before });
      interfere(action, count, 'after');
      return answer;
    };
    Object.assign(simulator, { call: witnessing });
  }

  everything(): readonly WitnessedSide[] {
    const { environments } = this.#world.simulator.state() as { readonly environments: readonly WitnessedSide[] };
    return environments.filter(({ status }) => status !== 'Terminated');
  }

  /** Names of the calls that the service has acted on and that change something, in order. */
  changes(): readonly string[] {
    return this.#seen.map(({ action }) => action);
  }

  /** What a run has done that none ever may, in sentences. `wanted`: the version that it brings. */
  wrongs(wanted: string): readonly string[] {
    const wrongs: string[] = [];
    let forward = 0;
    for (const seen of this.#seen) {
      switch (seen.action) {
        case 'SwapEnvironmentCNAMEs': {
          const to = seen.before.find(({ cname, id, name }) => cname !== PRODUCTION && isMeant(seen.input, id, name));
          if (to?.versionLabel === wanted) forward += 1;
          wrongs.push(...unproven(to).map((why) => `traffic was moved onto a side that ${why}`));
          break;
        }
        case 'TerminateEnvironment':
        case 'UpdateEnvironment': {
          const target = seen.before.find(({ id, name }) => isMeant(seen.input, id, name));
          const deploys = seen.action === 'UpdateEnvironment' && seen.input.VersionLabel !== undefined;
          if (target?.cname === PRODUCTION && (deploys || seen.action === 'TerminateEnvironment'))
            wrongs.push(`${seen.action} of ${target.name} while it was live`);
          if (target !== undefined && target.application !== 'shop')
            wrongs.push(`${seen.action} of ${target.name}, which belongs to ${target.application}`);
          break;
        }
        case 'AbortEnvironmentUpdate':
          wrongs.push('an update was aborted');
          break;
      }
    }
    if (forward > 1) wrongs.push(`traffic was moved to ${wanted} ${forward} times`);
    return wrongs;
  }
}

const isMeant = (input: Readonly<Record<string, unknown>>, id: string, name: string): boolean =>
  Object.values(input).some((value) => value === id || value === name);

function unproven(side: WitnessedSide | undefined): readonly string[] {
  if (side === undefined) return ['was not there'];
  const { status, healthStatus, versionLabel, instances } = side;
  return [
    ...(status === 'Ready' ? [] : [`is ${status}`]),
    ...(healthStatus === undefined || ['Ok', 'Info'].includes(healthStatus) ? [] : [`is ${healthStatus}`]),
    ...(instances.length > 0 ? [] : ['has no instance']),
    ...(instances.every(
      ({ deployment }) => deployment?.versionLabel === versionLabel && deployment?.status === 'Deployed',
    )
      ? []
      : [`does not run ${versionLabel} everywhere`]),
  ];
}
