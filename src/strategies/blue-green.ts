/** `blue-green`: the version goes to a second environment, and traffic moves there by a swap of CNAMEs when it is proven. */
import { isCluster, podShape, weakProof } from '../domain/cluster.js';
import { optionValue } from '../domain/environment.js';
import { fleetOf } from '../domain/fleet.js';
import type { Problem } from '../domain/problem.js';
import { type EnvironmentSnapshot, sidesIn } from '../domain/snapshot.js';
import { type Milliseconds, minutes, seconds } from '../domain/time.js';
import { BLUE_GREEN_INPUTS, gateTime } from './blue-green-inputs.js';
import { type BlueGreenSituation, blueGreenSteps, finishingSteps } from './blue-green-steps.js';
import { refuseWorker } from './cautions.js';
import { type Figures, longest } from './forecast.js';
import { pairFigures } from './pair-figures.js';
import { ownPolicy } from './policies.js';
import { strategy } from './strategy.js';

const DATABASE = 'aws:rds:dbinstance';

/** Finding out whether anybody still asks the old side takes at most so long; see `rollout/retire.ts`. */
const RETIRING = minutes(45);
const SWAPPING = minutes(10);

export const blueGreen = strategy({
  summary: 'two environments: the version goes to the idle one, which then gets the traffic by a swap of CNAMEs',
  choose: 'there must be no downtime, and the way back must take seconds',
  inputs: BLUE_GREEN_INPUTS,
  pair: (options) => ({
    ...(options['production-cname'] === undefined ? {} : { productionCname: options['production-cname'] }),
    ...(options['allow-host-rules'] ? { allowHostRules: true } : {}),
    ...(options['idle-environment-name'] === undefined ? {} : { idleName: options['idle-environment-name'] }),
  }),
  refuses: ({ target, options }) => [
    ...refuseWorker(target, 'blue-green'),
    ...(options['allow-coupled-database'] ? [] : refuseDatabases(target)),
  ],
  warns: (situation) => warnings(situation),
  steps: blueGreenSteps,
  finish: (situation) => finishingSteps(situation, sinceSwap(situation.target)),
  forecast: (situation) => figures(situation),
  deadline: ({ change, target, options }) => {
    const { idle } = target.pair ?? {};
    const onIdle = idle === undefined ? minutes(45) : longest(ownPolicy(change, idle), change, idle, 1);
    return onIdle + gateTime(options) * 2 + SWAPPING + options.bake + (options.retire === 'keep' ? 0 : RETIRING);
  },
});

/** A database inside of an environment is its own: the other side has another one, and terminating takes it along. */
export function refuseDatabases(live: EnvironmentSnapshot): readonly Problem[] {
  return sidesIn(live)
    .filter(hasDatabase)
    .map(({ environment }) => ({
      code: 'coupled-database',
      blame: 'you',
      what: `${environment.name} has a database of its own (${DATABASE}): the other side would work on another, empty one.`,
      hint: 'Decouple the database first (AWS guide, "Adding a database to your environment"), or set `allow-coupled-database: true` when it holds nothing that matters.',
      input: 'strategy',
    }));
}

function hasDatabase({ settings }: EnvironmentSnapshot): boolean {
  const coupled = optionValue(settings.options, DATABASE, 'HasCoupledDatabase');
  if (coupled !== undefined) return coupled === 'true';
  return ['DBEngine', 'DBInstanceClass'].some((name) => (optionValue(settings.options, DATABASE, name) ?? '') !== '');
}

function warnings({ target, options, change }: BlueGreenSituation): readonly string[] {
  const { pair } = target;
  if (pair === undefined) return [];
  const found: string[] = [];
  const { idle } = pair;
  if (idle === undefined) {
    found.push(
      `${pair.idleName} does not exist: it is created from the settings of ${target.environment.name}, with ${fleetOf(target).size} instances, and stays (it costs as much).`,
    );
  } else if (idle.environment.solutionStack !== target.environment.solutionStack) {
    found.push(
      `The two sides run on different platforms: ${idle.environment.name} on ${idle.environment.solutionStack ?? 'an unknown one'}.`,
    );
  }
  if (
    options['smoke-test-path'] === undefined &&
    options['verify-command'] === undefined &&
    change.phase !== 'prepare'
  ) {
    found.push('Nobody asks the application itself before traffic moves: set `smoke-test-path` or `verify-command`.');
  }
  if (change.phase !== 'prepare') {
    found.push(
      'After the swap resolvers may keep the old address for a minute or longer: both versions answer meanwhile.',
    );
  }
  if (isCluster(target)) found.push(...podWarnings(target));
  if (options.retire === 'terminate')
    found.push('The old side is terminated at the end: the way back is a new deployment then.');
  return found;
}

/** How many pods there are now is nowhere to be seen: the new side begins with its fewest. */
function podWarnings({ settings, environment, pair }: EnvironmentSnapshot): readonly string[] {
  const shape = podShape(settings.options);
  const hidden = settings.options.filter(({ value }) => /^\*+$/.test(value)).map(({ name }) => name);
  return [
    ...(pair?.idle === undefined && hidden.length > 0
      ? [
          `Elastic Beanstalk does not show ${hidden.join(', ')} of ${environment.name}, so the new side does not get it.`,
        ]
      : []),
    `The new side begins with ${shape.minReplicas} pods (min-replica) and grows as requests come: raise min-replica when the live side needs more than that right after the swap.`,
    ...weakProof(shape),
  ];
}

const figures = ({ change, target, options }: BlueGreenSituation): Figures =>
  pairFigures(change, target, {
    moving: seconds(10) + options.bake,
    wayBack: 'traffic moves back to the old side by another swap, within seconds',
  });

/** On the service's clock: from the newest swap to the newest report of the health agents, which is seconds old. */
function sinceSwap({ recentEvents, health, instances }: EnvironmentSnapshot): Milliseconds | undefined {
  const swapped = recentEvents.filter((event) => /^Completed swapping CNAMEs for environments/.test(event.message));
  const now = health?.refreshedAt ?? instances?.refreshedAt;
  if (swapped.length === 0 || now === undefined) return undefined;
  return Math.max(0, now - Math.max(...swapped.map(({ date }) => date)));
}
