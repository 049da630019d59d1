/** The Elastic Beanstalk end of the wire: every operation of the published API, handed to the model as it was sent. */
import * as sdk from '@aws-sdk/client-elastic-beanstalk';
import { dateOf } from '../context.js';
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import { createQueryService, type QueryCall } from './query-service.js';
import type { RateLimits } from './rate-limit.js';
import { operationsOf, privateStructure } from './schema.js';
import type { Service } from './service.js';
import type { ReadHistory } from './stale.js';

type Result = Readonly<Record<string, unknown>> | undefined;

const OPERATIONS = operationsOf(sdk);

/** `eb clone` names the environment to copy in this member, which no public document has. */
const CLONE_SOURCE = privateStructure('TemplateSpecification', {
  TemplateSource: privateStructure('TemplateSource', { EnvironmentName: 'string' }),
});

const isRead = (action: string): boolean => /^(Describe|List|Check|Retrieve|Validate)/.test(action);

/** Lists that one may not see come back empty; all else of the answer stays. */
function withoutLists(result: Result): Result {
  if (result === undefined) return undefined;
  return Object.fromEntries(
    Object.entries(result)
      .filter(([name]) => name !== 'NextToken')
      .map(([name, value]) => [name, Array.isArray(value) ? [] : value]),
  );
}

export interface BeanstalkOptions {
  readonly simulator: Simulator;
  readonly rateLimits: RateLimits;
  readonly history: ReadHistory;
  /** Whether the scenario has stale reads, so that answers must be remembered. */
  remembers(): boolean;
}

/** A call that has been read, by the name of its operation. */
export interface BeanstalkCall extends Pick<QueryCall, 'input' | 'requestId' | 'distortion'> {
  readonly name: string;
}

/** Asks what clients have asked before, so that the world of this moment is remembered. */
export function refreshHistory({ simulator, history }: BeanstalkOptions, requestId: string): void {
  history.refresh(simulator.now(), (action, input) => {
    try {
      return simulator.call({ action, input, requestId });
    } catch (error) {
      if (error instanceof ServiceError) return undefined;
      throw error;
    }
  });
}

function staleResult(options: BeanstalkOptions, call: BeanstalkCall, fresh: Result): Result {
  const { simulator, history } = options;
  const now = simulator.now();
  const { name, input, distortion } = call;
  const age = distortion.staleSeconds * 1_000;
  if (age === 0) return fresh;
  if (name === 'DescribeEvents') {
    // Asked again as of then: of the newest page it would leave nothing, if it were taken out of the fresh answer.
    const end = Math.min(dateOf(input, 'EndTime') ?? Number.POSITIVE_INFINITY, now - age + 1);
    return simulator.call({ action: name, input: { ...input, EndTime: new Date(end) }, requestId: call.requestId });
  }
  return (history.recall(name, input, now, age) ?? { result: fresh }).result;
}

/** One call as it is after signature, HTTP and XML: with the service's limits, and with what a scenario does to answers. */
export function performBeanstalk(options: BeanstalkOptions, call: BeanstalkCall): Result {
  const { simulator, rateLimits, history } = options;
  const { name } = call;
  if (simulator.scenario.rateLimit !== false && !rateLimits.allow(name, simulator.now())) {
    throw new ServiceError('Throttling', 'Rate exceeded', 400);
  }
  const remembers = options.remembers();
  if (remembers && !isRead(name)) refreshHistory(options, call.requestId);
  const fresh = simulator.call({ action: name, input: call.input, requestId: call.requestId });
  if (!isRead(name)) return fresh;
  const result = staleResult(options, call, fresh);
  if (remembers && name !== 'DescribeEvents') history.remember(name, call.input, simulator.now(), fresh);
  return call.distortion.empty ? withoutLists(result) : result;
}

/** Creates the service that credential scopes call `elasticbeanstalk`. */
export function createBeanstalkService(options: BeanstalkOptions): Service {
  return createQueryService({
    name: 'elasticbeanstalk',
    version: '2010-12-01',
    namespace: 'http://elasticbeanstalk.amazonaws.com/docs/2010-12-01/',
    operations: OPERATIONS,
    extraMembers: { CreateEnvironment: { TemplateSpecification: CLONE_SOURCE } },
    perform: (call) => performBeanstalk(options, { ...call, name: call.operation.name }),
  });
}

/** Whether an unsigned request is meant for Elastic Beanstalk, by the action it names. */
export function isBeanstalkAction(action: string): boolean {
  return OPERATIONS.has(action);
}
