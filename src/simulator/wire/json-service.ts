/** An AWS JSON service (`X-Amz-Target`, JSON 1.1 or 1.0), for the operations that the SDK's schemas describe. */

import type { NormalizedSchema } from '@smithy/core/schema';
import { isObject } from '../../domain/json.js';
import { ServiceError } from '../service-error.js';
import { textResponse, type WireResponse } from './http.js';
import { resultJson } from './query-output.js';
import type { QueryCall } from './query-service.js';
import { type Operation, requiredMembers } from './schema.js';
import type { Call, Prepared, Service } from './service.js';
import type { SignatureProblem } from './signature.js';

export interface JsonServiceOptions {
  /** The name in credential scopes, for example `ssm`. */
  readonly name: string;
  /** Before the dot of `X-Amz-Target`, for example `AmazonSSM`. */
  readonly target: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** Default: 1.1. */
  readonly version?: '1.0' | '1.1';
  /** Errors are told in the Query protocol's words too (smithy: `awsQueryCompatible`). */
  readonly queryErrors?: boolean;
  perform(call: QueryCall): Readonly<Record<string, unknown>> | undefined;
}

const contentType = ({ version = '1.1' }: JsonServiceOptions): string => `application/x-amz-json-${version}`;

const malformed = (path: string): ServiceError =>
  new ServiceError('SerializationException', `Unexpected value at ${path === '' ? 'the root' : path}`);

/** Unknown members are refused by name (AWS ignores them): whoever sends one expects something of it. */
function readValue(schema: NormalizedSchema, value: unknown, path: string): unknown {
  if (schema.isStructSchema()) {
    if (!isObject(value)) throw malformed(path);
    return readStructure(schema, value, path);
  }
  if (schema.isListSchema()) {
    if (!Array.isArray(value)) throw malformed(path);
    const element = schema.getValueSchema();
    return value.map((item, index) => readValue(element, item, `${path}.${index}`));
  }
  if (schema.isMapSchema()) {
    if (!isObject(value)) throw malformed(path);
    const element = schema.getValueSchema();
    return Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key, readValue(element, item, `${path}.${key}`)]),
    );
  }
  if (schema.isTimestampSchema()) {
    if (typeof value !== 'number') throw malformed(path);
    return new Date(value * 1_000);
  }
  const type = schema.isBooleanSchema() ? 'boolean' : schema.isNumericSchema() ? 'number' : 'string';
  if (typeof value !== type) throw malformed(path);
  return value;
}

function readStructure(
  schema: NormalizedSchema,
  given: Readonly<Record<string, unknown>>,
  path: string,
): Readonly<Record<string, unknown>> {
  const members = schema.getMemberSchemas();
  const read: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(given)) {
    const member = Object.hasOwn(members, name) ? members[name] : undefined;
    const at = path === '' ? name : `${path}.${name}`;
    if (member === undefined) throw new ServiceError('ValidationException', `${at} is not a member of the request.`);
    if (value !== null && value !== undefined) read[name] = readValue(member, value, at);
  }
  for (const name of requiredMembers(schema)) {
    if (read[name] !== undefined) continue;
    const member = `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
    throw new ServiceError(
      'ValidationException',
      `1 validation error detected: Value at '${member}' failed to satisfy constraint: Member must not be null`,
    );
  }
  return read;
}

function inputOf(operation: Operation, body: Uint8Array): Readonly<Record<string, unknown>> {
  let given: unknown;
  try {
    given = JSON.parse(Buffer.from(body).toString('utf8') || '{}');
  } catch {
    throw malformed('');
  }
  if (!isObject(given)) throw malformed('');
  return operation.input === undefined ? {} : readStructure(operation.input, given, '');
}

const headersOf = ({ requestId }: Call): Readonly<Record<string, string>> => ({ 'x-amzn-requestid': requestId });

function prepare(options: JsonServiceOptions, call: Call, body: Uint8Array): Prepared {
  const [target, action = ''] = (call.request.headers['x-amz-target'] ?? '').split('.');
  const operation = target === options.target ? options.operations.get(action) : undefined;
  if (call.request.method !== 'POST' || operation === undefined)
    throw new ServiceError('UnknownOperationException', '');
  const input = inputOf(operation, body);
  return {
    action,
    input,
    perform: async (distortion) => {
      const { requestId, identity } = call;
      const result = options.perform({ operation, input, requestId, identity, distortion }) ?? {};
      const json = operation.output === undefined ? {} : resultJson(operation.output, result);
      return textResponse(200, contentType(options), JSON.stringify(json), headersOf(call));
    },
  };
}

function refuse(options: JsonServiceOptions, call: Call, error: ServiceError): WireResponse {
  const json = { __type: error.code, message: error.message };
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const headers = options.queryErrors === true ? { 'x-amzn-query-error': `${error.code};${type}` } : {};
  return textResponse(error.status, contentType(options), JSON.stringify(json), { ...headersOf(call), ...headers });
}

/** The names that JSON services give to what Query services call otherwise (AWS API reference, common errors). */
function signatureError(problem: SignatureProblem): ServiceError {
  switch (problem.kind) {
    case 'missing':
      return new ServiceError('MissingAuthenticationTokenException', 'Missing Authentication Token');
    case 'malformed':
      return new ServiceError('IncompleteSignatureException', problem.detail);
    case 'unknown-key':
    case 'wrong-token':
      return new ServiceError('UnrecognizedClientException', 'The security token included in the request is invalid.');
    case 'expired-token':
      return new ServiceError('ExpiredTokenException', 'The security token included in the request is expired');
    case 'skewed':
    case 'presigned-expired':
      return new ServiceError('InvalidSignatureException', 'Signature expired: its date is too far from now');
    case 'wrong-region':
      return new ServiceError('InvalidSignatureException', 'Credential should be scoped to a valid region.');
    case 'mismatch':
      return new ServiceError(
        'InvalidSignatureException',
        'The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.',
      );
  }
}

/** Creates the protocol side of a JSON service around `options.perform`. */
export function createJsonService(options: JsonServiceOptions): Service {
  return {
    name: options.name,
    signsBody: true,
    allowsAnonymous: () => false,
    prepare: (call, body) => prepare(options, call, body),
    refuse: (call, error) => refuse(options, call, error),
    signatureError: (problem) => signatureError(problem),
    refusals: {
      throttled: () => new ServiceError('ThrottlingException', 'Rate exceeded'),
      unavailable: (status) => new ServiceError('InternalServerError', 'An error occurred on the server side.', status),
      expired: () => new ServiceError('ExpiredTokenException', 'The security token included in the request is expired'),
      denied: (action, identity) => {
        const permission = `${options.name}:${action}`;
        return new ServiceError(
          'AccessDeniedException',
          `User: ${identity?.arn ?? 'anonymous'} is not authorized to perform: ${permission} because no identity-based policy allows the ${permission} action`,
        );
      },
    },
  };
}
