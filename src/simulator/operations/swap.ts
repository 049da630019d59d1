/**
 * SwapEnvironmentCNAMEs: two environments exchange their names. Load balancers and addresses stay where they are.
 *
 * Public logs that follow one environment show exactly one "now points to" line, for the name that this environment has
 * from then on; so each of the two gets all the lines, and of these lines its own.
 */

import { seconds } from '../../domain/time.js';
import { isCluster, notOfClusters } from '../cluster/cluster.js';
import {
  type Context,
  environmentEvent,
  type Input,
  invalidParameter,
  type Operations,
  requireEnvironment,
  requireReady,
  textOf,
} from '../context.js';
import { swapHostRules } from '../elbv2/rules.js';
import { steer } from '../elbv2/steer.js';
import { beginOperation, endOperation } from '../operation.js';
import { about } from '../random.js';
import { ServiceError } from '../service-error.js';
import { type Script, wait } from '../timeline.js';
import type { Environment } from '../world.js';

interface Pair {
  readonly source: Environment;
  readonly destination: Environment;
}

/** Both by id or both by name (AWS API reference). */
function requirePair(context: Context, input: Input): Pair {
  const [sourceId, sourceName] = [textOf(input, 'SourceEnvironmentId'), textOf(input, 'SourceEnvironmentName')];
  const [destinationId, destinationName] = [
    textOf(input, 'DestinationEnvironmentId'),
    textOf(input, 'DestinationEnvironmentName'),
  ];
  const find = (id: string | undefined, name: string | undefined): Environment =>
    requireEnvironment(context, {
      ...(id === undefined ? {} : { EnvironmentId: id }),
      ...(name === undefined ? {} : { EnvironmentName: name }),
    });
  if (sourceId !== undefined && destinationId !== undefined) {
    return { source: find(sourceId, sourceName), destination: find(destinationId, destinationName) };
  }
  if (sourceName !== undefined && destinationName !== undefined) {
    return { source: find(undefined, sourceName), destination: find(undefined, destinationName) };
  }
  const anySource = sourceId ?? sourceName;
  const anyDestination = destinationId ?? destinationName;
  if (anySource !== undefined && anyDestination !== undefined) {
    throw new ServiceError(
      'InvalidParameterCombination',
      'Source and destination must both be specified by EnvironmentId or both by EnvironmentName.',
    );
  }
  throw new ServiceError(
    'MissingRequiredParameter',
    'Both a source and a destination environment must be specified, by EnvironmentId or by EnvironmentName.',
  );
}

function swap(context: Context, input: Input, requestId: string): undefined {
  const pair = requirePair(context, input);
  const { source, destination } = pair;
  if (source.id === destination.id) {
    throw invalidParameter('The source and the destination environment must be different.');
  }
  for (const environment of [source, destination]) {
    requireReady(environment);
    if (environment.tier.name === 'Worker' || environment.cname === undefined) {
      throw invalidParameter(`Environment named ${environment.name} does not have a CNAME to swap.`);
    }
  }
  if (isCluster(source) !== isCluster(destination)) throw notOfClusters('Swaps with Standard environments');
  const opening = { kind: 'swap', requestId, status: 'Updating', event: 'swapEnvironmentCNAMEs is starting.' } as const;
  // One script works for both; the other environment only carries the open operation.
  beginOperation(context, source, opening, function* () {});
  beginOperation(context, destination, opening, function* () {});
  context.timeline.run(exchange(context, pair, requestId));
}

function* exchange(context: Context, { source, destination }: Pair, requestId: string): Script {
  const both = [source, destination];
  const tell = (environment: Environment, message: string): void =>
    environmentEvent(context, environment, { severity: 'INFO', message, requestId });
  const names = `environments '${source.name}' and '${destination.name}'`;
  yield* wait(about(context.random, seconds(0.4)));
  for (const environment of both) tell(environment, `Swapping CNAMEs for ${names}.`);
  yield* wait(about(context.random, seconds(4.2)));
  const [first, second] = [source.cname ?? '', destination.cname ?? ''];
  source.cname = second;
  destination.cname = first;
  for (const environment of both) {
    const cname = environment.cname ?? '';
    context.runtime.pointName(cname, environment.id);
    tell(environment, `'${cname}' now points to '${environment.endpoint ?? ''}'.`);
  }
  if (context.scenario().hostRulesFollowSwap === true) swapHostRules(context, source, destination);
  steer(context);
  yield* wait(about(context.random, seconds(0.3)));
  for (const environment of both) {
    tell(environment, `Completed swapping CNAMEs for ${names}.`);
    endOperation(context, environment, { outcome: 'succeeded', deploys: 'nothing' });
  }
}

export const operations: Operations = { SwapEnvironmentCNAMEs: swap };
