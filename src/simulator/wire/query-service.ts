/** An AWS Query service: form or query string in, XML or JSON out, for any operation that the SDK's schemas describe. */
import { ServiceError } from '../service-error.js';
import type { Identity } from './credentials.js';
import { type Address, parseParameters, textResponse, type WireRequest, type WireResponse } from './http.js';
import { type ExtraMembers, readQueryInput } from './query-input.js';
import { resultJson, resultXml } from './query-output.js';
import type { Operation } from './schema.js';
import type { Call, Distortion, Prepared, Service } from './service.js';
import { compactDate, type SignatureProblem } from './signature.js';
import { escapeXml } from './xml.js';

/** A call that has been read by its schema. */
export interface QueryCall {
  readonly operation: Operation;
  readonly input: Readonly<Record<string, unknown>>;
  readonly requestId: string;
  readonly identity: Identity | undefined;
  readonly distortion: Distortion;
}

export interface QueryServiceOptions {
  /** The name in credential scopes, for example `elasticbeanstalk`. */
  readonly name: string;
  /** The `Version` parameter, for example `2010-12-01`. */
  readonly version: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
  readonly extraMembers?: Readonly<Record<string, ExtraMembers>>;
  readonly anonymousActions?: readonly string[];
  /** Members that the call log leaves out. */
  readonly secretMembers?: readonly string[];
  perform(call: QueryCall): Readonly<Record<string, unknown>> | undefined;
}

/** Parameters of the protocol itself, not of the operation. */
const PROTOCOL_PARAMETERS = new Set(['Action', 'Operation', 'Version', 'ContentType']);

type Parameters = readonly (readonly [string, string])[];

/** The parameters of a Query call: those of the URL, and those of the form. */
function parametersOf(request: WireRequest, address: Address, body: Uint8Array): Parameters {
  const form =
    request.method === 'POST' && body.length > 0 ? parseParameters(Buffer.from(body).toString('utf8'), true) : [];
  const query = address.parameters.filter(([name]) => !name.startsWith('X-Amz-'));
  return query.length === 0 ? form : [...query, ...form];
}

/** The action a Query request names, if it is one. `Operation=` is an old spelling that a widely used client sends. */
export function queryAction(request: WireRequest, address: Address, body: Uint8Array): string | undefined {
  const parameters = parametersOf(request, address, body);
  return (parameters.find(([name]) => name === 'Action') ?? parameters.find(([name]) => name === 'Operation'))?.[1];
}

const wantsJson = (request: WireRequest): boolean => (request.headers.accept ?? '').includes('application/json');

function answer(
  options: QueryServiceOptions,
  call: Call,
  operation: Operation,
  result: Readonly<Record<string, unknown>> | undefined,
): WireResponse {
  const { name, output } = operation;
  const headers = { 'x-amzn-requestid': call.requestId };
  if (wantsJson(call.request)) {
    const json = {
      [`${name}Response`]: {
        ...(output === undefined ? {} : { [`${name}Result`]: resultJson(output, result ?? {}) }),
        ResponseMetadata: { RequestId: call.requestId },
      },
    };
    return textResponse(200, 'application/json', JSON.stringify(json), headers);
  }
  const body = output === undefined ? '' : `  <${name}Result>${resultXml(output, result ?? {})}</${name}Result>\n`;
  const metadata = `  <ResponseMetadata>\n    <RequestId>${call.requestId}</RequestId>\n  </ResponseMetadata>\n`;
  const xml = `<${name}Response xmlns="${options.namespace}">\n${body}${metadata}</${name}Response>\n`;
  return textResponse(200, 'text/xml', xml, headers);
}

function refusal(options: QueryServiceOptions, call: Call, error: ServiceError): WireResponse {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const headers = { 'x-amzn-requestid': call.requestId };
  if (wantsJson(call.request)) {
    const json = { Error: { Code: error.code, Message: error.message, Type: type }, RequestId: call.requestId };
    return textResponse(error.status, 'application/json', JSON.stringify(json), headers);
  }
  const xml =
    `<ErrorResponse xmlns="${options.namespace}">\n  <Error>\n    <Type>${type}</Type>\n    <Code>${escapeXml(error.code)}</Code>\n` +
    `    <Message>${escapeXml(error.message)}</Message>\n  </Error>\n  <RequestId>${call.requestId}</RequestId>\n</ErrorResponse>\n`;
  return textResponse(error.status, 'text/xml', xml, headers);
}

function prepare(options: QueryServiceOptions, call: Call, body: Uint8Array): Prepared {
  if (call.request.method !== 'POST' && call.request.method !== 'GET') {
    throw new ServiceError('UnsupportedOperation', `The HTTP method ${call.request.method} is not supported.`, 405);
  }
  const parameters = parametersOf(call.request, call.address, body);
  const action = queryAction(call.request, call.address, body);
  if (action === undefined || action === '') {
    throw new ServiceError('MissingAction', 'The request is missing an action or a required parameter.');
  }
  const version = parameters.find(([name]) => name === 'Version')?.[1];
  const operation = options.operations.get(action);
  if (operation === undefined || version !== options.version) {
    const asked = version === undefined || version === '' ? 'NO_VERSION_SPECIFIED' : version;
    throw new ServiceError('InvalidAction', `Could not find operation ${action} for version ${asked}`);
  }
  const members = parameters.filter(([name]) => !PROTOCOL_PARAMETERS.has(name));
  const input = readQueryInput(operation.input, action, members, options.extraMembers?.[action]);
  const logged = { ...input };
  for (const secret of options.secretMembers ?? []) if (secret in logged) logged[secret] = '***';
  return {
    action,
    input: logged,
    perform: async (distortion) => {
      const { requestId, identity } = call;
      return answer(options, call, operation, options.perform({ operation, input, requestId, identity, distortion }));
    },
  };
}

/** The front end's words for what is wrong with a signature. AWS documentation: common errors; signature troubleshooting. */
function signatureError(problem: SignatureProblem, wallNow: number): ServiceError {
  const forbidden = (code: string, message: string): ServiceError => new ServiceError(code, message, 403);
  switch (problem.kind) {
    case 'missing':
      return forbidden('MissingAuthenticationToken', 'Request is missing Authentication Token');
    case 'malformed':
      return forbidden('IncompleteSignature', problem.detail);
    case 'unknown-key':
    case 'wrong-token':
      return forbidden('InvalidClientTokenId', 'The security token included in the request is invalid.');
    case 'mismatch':
      return forbidden(
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
    case 'skewed': {
      const [signed, now] = [compactDate(problem.signedAt), compactDate(wallNow)];
      const edge = compactDate(wallNow + (problem.signedAt < wallNow ? -1 : 1) * 900_000);
      return forbidden(
        'SignatureDoesNotMatch',
        problem.signedAt < wallNow
          ? `Signature expired: ${signed} is now earlier than ${edge} (${now} - 15 min.)`
          : `Signature not yet current: ${signed} is still later than ${edge} (${now} + 15 min.)`,
      );
    }
    case 'presigned-expired':
      return forbidden(
        'SignatureDoesNotMatch',
        `Signature expired: ${compactDate(problem.expiredAt)} is now earlier than ${compactDate(wallNow)}`,
      );
    case 'wrong-region':
      return forbidden('SignatureDoesNotMatch', 'Credential should be scoped to a valid region.');
    case 'expired-token':
      return forbidden('ExpiredToken', 'The security token included in the request is expired');
  }
}

/** Creates the protocol side of a Query service around `options.perform`. */
export function createQueryService(options: QueryServiceOptions): Service {
  return {
    name: options.name,
    signsBody: true,
    allowsAnonymous: (request, address, body) =>
      (options.anonymousActions ?? []).includes(queryAction(request, address, body) ?? ''),
    prepare: (call, body) => prepare(options, call, body),
    refuse: (call, error) => refusal(options, call, error),
    signatureError: (problem, { wallNow }) => signatureError(problem, wallNow),
    refusals: {
      throttled: () => new ServiceError('Throttling', 'Rate exceeded', 400),
      unavailable: (status) =>
        status === 500
          ? new ServiceError(
              'InternalFailure',
              'The request processing has failed because of an unknown error, exception or failure.',
              500,
            )
          : new ServiceError('ServiceUnavailable', 'Service is unable to handle request.', status),
      expired: () => new ServiceError('ExpiredToken', 'The security token included in the request is expired', 403),
      denied: (action, identity) => {
        const permission = `${options.name}:${action}`;
        return new ServiceError(
          'AccessDenied',
          `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`,
          403,
        );
      },
    },
  };
}
