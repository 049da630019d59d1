/** `canary`: the version goes to a second environment, which gets the requests share by share while both are compared. */

import { fleetOf } from '../domain/fleet.js';
import { sharedBalancerOf } from '../domain/host-rules.js';
import type { Problem } from '../domain/problem.js';
import { SHORTEST_HOLD } from '../domain/route.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import { formatDuration, type Instant, type Milliseconds, minutes, seconds } from '../domain/time.js';
import { refuseDatabases } from './blue-green.js';
import { gateTime } from './blue-green-inputs.js';
import { wantedLabel } from './blue-green-steps.js';
import { CANARY_INPUTS, type CanaryOptions, routeOf } from './canary-inputs.js';
import { abortCanary, type CanarySituation, canaryPlan, finishCanary, goesOn } from './canary-steps.js';
import { refuseCluster, refuseSingleInstance, refuseWorker } from './cautions.js';
import { type Figures, longest } from './forecast.js';
import { confirmTime } from './judge-inputs.js';
import { pairFigures } from './pair-figures.js';
import { ownPolicy } from './policies.js';
import { strategy } from './strategy.js';

/** Finding out whether anybody still asks the old side takes at most so long; see `rollout/retire.ts`. */
const RETIRING = minutes(45);
/** Counting targets, the write, and until all name servers know it; see `rollout/share.ts`. */
const SHIFTING = minutes(7);

export const canary = strategy({
  summary: 'two environments: the new side gets the requests share by share, judged against the old one',
  choose: 'real users should meet the new version a few at a time, and go back by themselves when it is worse',
  inputs: CANARY_INPUTS,
  pair: (options) => {
    const route = routeOf(options);
    const { 'idle-environment-name': idleName, 'preview-header': preview } = options;
    return {
      ...(route === undefined ? {} : { route }),
      ...(route?.kind === 'alb' && preview !== undefined ? { preview } : {}),
      ...(idleName === undefined ? {} : { idleName }),
    };
  },
  refuses: ({ target, options }) => [
    ...refuseCluster(target, 'canary'),
    ...refuseSingleInstance(target, 'canary'),
    ...refuseWorker(target, 'canary'),
    ...refuseRoute(target, options),
    ...(options['allow-coupled-database'] ? [] : refuseDatabases(target)),
  ],
  warns: (situation) => warnings(situation),
  steps: canaryPlan,
  finish: (situation) => finishCanary(situation, sinceShift(situation.target, situation.now)),
  abort: abortCanary,
  forecast: (situation) => figures(situation),
  deadline: ({ change, target, options }) => {
    const { idle } = target.pair ?? {};
    const onIdle = idle === undefined ? minutes(45) : longest(ownPolicy(change, idle), change, idle, 1);
    const steps = options['canary-steps'].length + 1;
    const waiting = steps * (SHIFTING + options['max-step-extension']) + confirmTime(options, steps);
    const retiring = options.retire === 'keep' ? 0 : RETIRING;
    return onIdle + gateTime(options) * (steps + 1) + holding(target, options) + waiting + options.bake + retiring;
  },
});

/** All steps as long as they are held, extensions not counted. */
function holding(target: EnvironmentSnapshot, options: CanaryOptions): Milliseconds {
  const shortest = SHORTEST_HOLD[target.pair?.route?.route.kind ?? 'alb'];
  return options['canary-steps'].reduce((sum, { hold }) => sum + Math.max(hold, shortest), 0);
}

function refuseRoute(target: EnvironmentSnapshot, options: CanaryOptions): readonly Problem[] {
  const route = routeOf(options);
  const { name } = target.environment;
  if (route === undefined) {
    const what = '`canary` needs something that divides the requests, and none is named.';
    const hint = 'Set `listener-rule-arn` (a shared load balancer), or `hosted-zone-id` and `record-name` (Route 53).';
    return [{ code: 'route-not-found', blame: 'you', what, hint, input: 'router' }];
  }
  if (route.kind !== 'alb' || sharedBalancerOf(target) !== undefined) return [];
  return [
    {
      code: 'route-unusable',
      blame: 'you',
      what: `${name} has a load balancer of its own, and a rule can lead only to target groups behind its own load balancer: the other side could never be among them.`,
      hint: 'Use `router: route53`, or create both environments on a shared load balancer (it cannot be changed later).',
      input: 'router',
    },
  ];
}

function warnings(situation: CanarySituation): readonly string[] {
  const { target, options, change } = situation;
  const { pair } = target;
  if (pair?.route === undefined) return [];
  const { idle, route } = pair;
  const found: string[] = [];
  const share = Math.round(route.share);
  const label = wantedLabel(change, target);
  if (goesOn(situation)) {
    found.push(`${pair.idleName} has ${share} % of the requests with ${label} already: the canary goes on from there.`);
  } else if (share > 0) {
    found.push(
      `${pair.idleName} has ${share} % of the requests with ${idle?.environment.versionLabel ?? 'no version'}, of a canary that has not ended: ${target.environment.name} gets them all back first.`,
    );
  }
  if (idle === undefined) {
    found.push(
      `${pair.idleName} does not exist: it is created from the settings of ${target.environment.name}, with ${fleetOf(target).size} instances, and stays (it costs as much).`,
    );
  }
  if (change.phase === 'prepare') return found;
  if (route.route.kind === 'route53') {
    found.push(
      'Resolvers keep answers for a minute and some for longer: the shares of the requests follow the weights slowly and roughly, and so does the way back.',
    );
  }
  if (options['smoke-test-path'] === undefined && options['verify-command'] === undefined) {
    found.push('Nobody asks the application itself before users do: set `smoke-test-path` or `verify-command`.');
  }
  const shortest = Math.min(...options['canary-steps'].map(({ hold }) => hold));
  if (route.route.kind === 'alb' && (route.route.stickyFor ?? 0) >= shortest) {
    found.push(
      `Clients stay on their side for ${formatDuration(route.route.stickyFor ?? 0)}, longer than the shortest step: the shares of the requests follow the weights late.`,
    );
  }
  if (options.retire === 'terminate') {
    found.push('The old side is terminated at the end: the way back is a new deployment then.');
  }
  return found;
}

function figures({ change, target, options }: CanarySituation): Figures {
  const slow =
    target.pair?.route?.route.kind === 'route53' ? 'within a minute or two, as resolvers forget' : 'within seconds';
  return pairFigures(change, target, {
    moving: seconds(30) + holding(target, options) + options.bake,
    wayBack: `all requests go back to the old side by one call, ${slow}`,
  });
}

/** By the record of the canary that has all requests now: when it got them. */
function sinceShift({ environment, pair }: EnvironmentSnapshot, now: Instant): Milliseconds | undefined {
  const record = pair?.route?.record;
  if (record === undefined || record.canary.id !== environment.id || record.weight < 100) return undefined;
  return Math.max(0, now - record.since);
}
