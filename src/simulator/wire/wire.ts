/** The wire: takes an HTTP request, finds the service, checks the signature, applies the scenario's faults, answers and logs. */
import type { Instant } from '../../domain/time.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import type { SimulatedGitHub } from '../github/github.js';
import { seededRandom } from '../random.js';
import type { Simulator } from '../service.js';
import { ServiceError } from '../service-error.js';
import type { ObjectBytes } from '../storage/object-bytes.js';
import { answerAdmin } from './admin.js';
import { createBeanstalkService, isBeanstalkAction, refreshHistory } from './beanstalk.js';
import { type CallLog, createCallLog, type LoggedCall } from './call-log.js';
import { type AccessKey, createCredentials, DEFAULT_ACCESS_KEYS, type Identity } from './credentials.js';
import { effectsOf } from './effects.js';
import { createFaults, type Faults } from './faults.js';
import { createGitHubWire, GITHUB_PATH } from './github.js';
import { type Address, ConnectionReset, parseAddress, type WireRequest, type WireResponse, wholeBody } from './http.js';
import { createLateServices, type LateServices } from './late-services.js';
import { queryAction } from './query-service.js';
import { createRateLimits } from './rate-limit.js';
import { createS3Service } from './s3.js';
import type { Call, Prepared, Service } from './service.js';
import { checkSignature, sentSignature } from './signature.js';
import { createReadHistory } from './stale.js';
import { createStsService, isStsAction } from './sts.js';

export interface WireOptions {
  readonly simulator: Simulator;
  readonly objects: ObjectBytes;
  /** The simulated clock: slow answers wait on it, faults and limits count by it. */
  readonly clock: Clock;
  /** The clock that clients sign by. Default: the wall's. */
  readonly wallClock?: { now(): Instant };
  /** The clock by which temporary credentials end. Default: `wallClock`, because clients compare with theirs. */
  readonly credentialClock?: { now(): Instant };
  /** Access keys that work. Default: `DEFAULT_ACCESS_KEYS`. */
  readonly credentials?: readonly AccessKey[];
  /** Request ids and the probability of faults. Default: a fixed seed. */
  readonly random?: Random;
  readonly options?: {
    /** How many calls the log keeps; default 10,000. */
    readonly callLogSize?: number;
    /** Called by `POST /_simulator/stop`. */
    readonly onStop?: () => void;
  };
}

export interface Wire {
  /** Answers one request. Throws `ConnectionReset` when the scenario breaks the connection. */
  handle(request: WireRequest): Promise<WireResponse>;
  /** Applies what is due in the model; a server calls it a few times a second. */
  settle(): void;
  readonly calls: CallLog;
  /** Below `/_github/api/v3`. */
  readonly github: SimulatedGitHub;
}

/** Query services read their body whole: longer ones are refused. */
const MAX_QUERY_BODY = 10_000_000;

interface Parts {
  readonly options: WireOptions;
  readonly wallNow: () => Instant;
  readonly credentialNow: () => Instant;
  readonly faults: Faults;
  readonly random: Random;
  readonly calls: CallLog;
  readonly services: Readonly<Record<'elasticbeanstalk' | 's3' | 'sts', Service>>;
  /** Services that are loaded when somebody first asks for them. */
  readonly late: LateServices;
  readonly known: ReturnType<typeof createCredentials>;
}

/** Which service a request is for: what its signature says, else its shape. */
function serviceOf(
  parts: Parts,
  scope: string | undefined,
  request: WireRequest,
  address: Address,
  body: () => Promise<Uint8Array>,
): Service | string | Promise<Service> {
  const { services } = parts;
  switch (scope) {
    case 'elasticbeanstalk':
      return services.elasticbeanstalk;
    case 'sts':
      return services.sts;
    case 's3':
      return services.s3;
    case 'ssm':
    case 'monitoring':
    case 'elasticloadbalancing':
    case 'autoscaling':
    case 'route53':
    case 'ecr':
      return parts.late[scope]();
    case undefined:
      return byShape(parts, request, address, body);
    default:
      return scope;
  }
}

async function byShape(
  parts: Parts,
  request: WireRequest,
  address: Address,
  body: () => Promise<Uint8Array>,
): Promise<Service> {
  const { elasticbeanstalk, s3, sts } = parts.services;
  const named = queryAction(request, address, new Uint8Array(0));
  const form = (request.headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
  if (named === undefined && !form) return s3;
  const action = named ?? queryAction(request, address, await body()) ?? '';
  return isStsAction(action) && !isBeanstalkAction(action) ? sts : elasticbeanstalk;
}

async function identify(
  parts: Parts,
  service: Service,
  request: WireRequest,
  address: Address,
  sent: ReturnType<typeof sentSignature>,
  body: Uint8Array,
): Promise<Identity | undefined> {
  if (sent === undefined && service.allowsAnonymous(request, address, body)) return undefined;
  const { region } = parts.options.simulator;
  const wallNow = parts.wallNow();
  const check = await checkSignature(request, address, sent, service.signsBody ? body : undefined, {
    credentials: parts.known,
    wallNow,
    credentialNow: parts.credentialNow(),
    // STS has one global endpoint besides the regional ones, Route 53 only that one; they sign for us-east-1.
    regions: ['sts', 'route53'].includes(service.name) ? [region, 'us-east-1'] : [region],
  });
  if (check.ok) return check.identity;
  throw service.signatureError(check.problem, { wallNow, region });
}

async function perform(parts: Parts, service: Service, call: Call, prepared: Prepared): Promise<WireResponse> {
  const effects = effectsOf(parts.faults.hitting(prepared.action), service, prepared.action, call.identity);
  const wait = async (): Promise<void> => {
    if (effects.slowSeconds > 0) await parts.options.clock.sleep(effects.slowSeconds * 1_000);
  };
  if (effects.before !== undefined) {
    await wait();
    effects.before();
  }
  const answer = await prepared.perform(effects.distortion);
  await wait();
  if (effects.resetAfter) throw new ConnectionReset();
  return answer;
}

/** Turns what a service has thrown into its answer; a broken connection stays one. */
function refuse(
  service: Service,
  call: Call,
  error: unknown,
  body: Uint8Array,
): { readonly response: WireResponse; readonly code: string } {
  if (error instanceof ConnectionReset) throw error;
  const known =
    error instanceof ServiceError
      ? error
      : new ServiceError(
          'InternalFailure',
          `The simulator has a bug: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
          500,
        );
  return { response: service.refuse(call, known, body), code: known.code };
}

const unknownService = (name: string): ServiceError =>
  new ServiceError(
    'NotImplemented',
    `The simulator does not know the service ${name}. It knows autoscaling, ecr, elasticbeanstalk, elasticloadbalancing, monitoring, route53, s3, ssm and sts.`,
    501,
  );

/** Dates a call at its beginning; the answer is the function that logs its end. */
function beginLog(parts: Parts, requestId: string) {
  const started = parts.wallNow();
  const time = new Date(parts.options.simulator.now()).toISOString();
  const wallTime = new Date(started).toISOString();
  return (call: Pick<LoggedCall, 'service' | 'action' | 'status' | 'input'> & { readonly errorCode?: string }): void =>
    parts.calls.add({ ...call, time, wallTime, durationMilliseconds: parts.wallNow() - started, requestId });
}

async function answerApi(parts: Parts, request: WireRequest, address: Address): Promise<WireResponse> {
  const requestId = parts.random.uuid();
  const log = beginLog(parts, requestId);
  let body: Uint8Array = new Uint8Array(0);
  let isRead = false;
  const whole = async (): Promise<Uint8Array> => {
    if (!isRead) body = (await wholeBody(request, MAX_QUERY_BODY)) ?? body;
    isRead = true;
    return body;
  };
  const sent = sentSignature(request, address);
  const found = await serviceOf(parts, typeof sent === 'object' ? sent.service : undefined, request, address, whole);
  const service = typeof found === 'string' ? parts.services.elasticbeanstalk : found;
  let call: Call = { request, address, requestId, identity: undefined };
  let prepared: Prepared | undefined;
  const logEnd = (status: number, errorCode?: string): void => {
    const action = prepared?.action ?? queryAction(request, address, body) ?? `${request.method} ${address.path}`;
    const code = errorCode === undefined ? {} : { errorCode };
    const name = typeof found === 'string' ? found : service.name;
    log({ service: name, action, status, input: prepared?.input ?? {}, ...code });
  };
  try {
    if (typeof found === 'string') throw unknownService(found);
    const bytes = service.signsBody ? await whole() : body;
    call = { ...call, identity: await identify(parts, service, request, address, sent, bytes) };
    prepared = service.prepare(call, bytes);
    const response = await perform(parts, service, call, prepared);
    logEnd(response.status);
    return response;
  } catch (error) {
    if (error instanceof ConnectionReset) logEnd(0, 'ECONNRESET');
    const { response, code } = refuse(service, call, error, body);
    logEnd(response.status, code);
    return response;
  }
}

/** Creates the endpoint over a model and an object store. Nothing listens: see `server.ts` and `in-process.ts`. */
export function createWire(options: WireOptions): Wire {
  const { simulator, objects } = options;
  const wallNow = (): Instant => (options.wallClock ?? { now: Date.now }).now();
  const credentialNow = (): Instant => options.credentialClock?.now() ?? wallNow();
  const random = options.random ?? seededRandom(1);
  const faults = createFaults(
    () => simulator.scenario,
    () => simulator.now(),
    random,
  );
  const known = createCredentials(options.credentials ?? DEFAULT_ACCESS_KEYS, simulator.accountId, random);
  const history = createReadHistory();
  const remembers = (): boolean => faults.includes('stale-read');
  const beanstalk = { simulator, history, remembers, rateLimits: createRateLimits() };
  const calls = createCallLog(options.options?.callLogSize);
  const onStop = options.options?.onStop;
  const gitHub = createGitHubWire({ simulator, clock: options.clock, random });
  const admin = { simulator, github: gitHub.github, calls, ...(onStop === undefined ? {} : { onStop }) };
  const services = {
    elasticbeanstalk: createBeanstalkService(beanstalk),
    s3: createS3Service({
      objects,
      region: simulator.region,
      accountId: simulator.accountId,
      random,
      now: () => simulator.now(),
    }),
    sts: createStsService({ credentials: known, accountId: simulator.accountId, random, credentialNow }),
  };
  const parts: Parts = {
    options,
    wallNow,
    credentialNow,
    faults,
    random,
    calls,
    services,
    late: createLateServices(simulator),
    known,
  };
  return {
    calls,
    github: gitHub.github,
    settle: () => {
      simulator.settle();
      if (remembers()) refreshHistory(beanstalk, '00000000-0000-4000-8000-000000000000');
    },
    handle: async (request) => {
      const address = parseAddress(request.url);
      const response = address.path.startsWith('/_simulator/')
        ? await answerAdmin(admin, request, address)
        : address.path.startsWith(GITHUB_PATH)
          ? await gitHub.handle(request, address, beginLog(parts, random.uuid()))
          : await answerApi(parts, request, address);
      // The wall's time: SDKs correct their signing clock by this header.
      return { ...response, headers: { date: new Date(wallNow()).toUTCString(), ...response.headers } };
    },
  };
}
