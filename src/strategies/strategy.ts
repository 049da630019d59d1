/** How a strategy is written: its options are typed inside, and erased for the registry. */
import { type Declarations, type InputFailure, readInputs, type ValuesOf } from '../domain/input.js';
import type { Forecast, Step } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { Change, ConfiguredStrategy, PairWish } from '../domain/strategy.js';
import type { Instant, Milliseconds } from '../domain/time.js';

/** What a strategy looks at: the change, the environment, and its own inputs. */
export interface Situation<D extends Declarations> {
  readonly change: Change;
  readonly target: EnvironmentSnapshot;
  readonly options: ValuesOf<D>;
}

export interface StrategyDefinition<D extends Declarations> {
  /** What it is on Elastic Beanstalk, in half a sentence. */
  readonly summary: string;
  /** When to choose it, in half a sentence. */
  readonly choose: string;
  /** Inputs of its own. No default of theirs is written to `action.yml`: there it would look as if the user had given them. */
  readonly inputs: D;
  /** For a strategy that works on two environments: what the user says about them. */
  readonly pair?: (options: ValuesOf<D>) => PairWish;
  refuses(situation: Omit<Situation<D>, 'change'>): readonly Problem[];
  warns(situation: Situation<D>): readonly string[];
  steps(situation: Situation<D>): readonly Step[];
  /** What is left to do although the environment already is as wished; absent: nothing ever is. */
  finish?(situation: Situation<D> & { readonly now: Instant }): readonly Step[];
  /** What `operation: abort` does first; absent: nothing has to be given back. */
  abort?(situation: Situation<D>): readonly Step[];
  forecast(situation: Situation<D>): Omit<Forecast, 'strategy' | 'refusals'>;
  deadline(situation: Situation<D>): Milliseconds;
}

export interface Strategy {
  readonly summary: string;
  readonly choose: string;
  readonly inputs: Declarations;
  /** Reads the strategy's own inputs. With failures there is nothing configured. */
  configure(
    name: string,
    lookUp: (input: string) => string,
  ): { readonly configured: ConfiguredStrategy } | { readonly failures: readonly InputFailure[] };
}

export function strategy<const D extends Declarations>(definition: StrategyDefinition<D>): Strategy {
  return {
    summary: definition.summary,
    choose: definition.choose,
    inputs: definition.inputs,
    configure: (name, lookUp) => {
      const { values, failures } = readInputs(definition.inputs, lookUp);
      return failures.length > 0 ? { failures } : { configured: configured(name, definition, values) };
    },
  };
}

function configured<D extends Declarations>(
  name: string,
  definition: StrategyDefinition<D>,
  options: ValuesOf<D>,
): ConfiguredStrategy {
  const refuses = (target: EnvironmentSnapshot): readonly Problem[] => definition.refuses({ target, options });
  return {
    name,
    ...(definition.pair === undefined ? {} : { pair: definition.pair(options) }),
    refuses,
    warns: (change, target) => definition.warns({ change, target, options }),
    steps: (change, target) => definition.steps({ change, target, options }),
    finish: (change, target, now) => definition.finish?.({ change, target, options, now }) ?? [],
    abort: (change, target) => definition.abort?.({ change, target, options }) ?? [],
    forecast: (change, target) => ({
      strategy: name,
      ...definition.forecast({ change, target, options }),
      refusals: refuses(target).map((problem) => problem.what),
    }),
    deadline: (change, target) => definition.deadline({ change, target, options }),
  };
}
