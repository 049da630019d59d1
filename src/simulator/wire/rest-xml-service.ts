/** A REST-XML service such as Route 53: a path and a document in, a document out, for any operation of the SDK's schemas. */
import { ServiceError } from '../service-error.js';
import { type Address, textResponse, type WireRequest, type WireResponse } from './http.js';
import { resultXml } from './query-output.js';
import { createQueryService, type QueryCall } from './query-service.js';
import { readBody, readQuery } from './rest-xml-input.js';
import type { Operation } from './schema.js';
import type { Call, Prepared, Service } from './service.js';
import { escapeXml } from './xml.js';

export interface RestXmlServiceOptions {
  /** The name in credential scopes and of IAM actions. */
  readonly name: string;
  readonly namespace: string;
  readonly operations: ReadonlyMap<string, Operation>;
  /** The refusal of a call that came too soon, by operation. */
  readonly throttled: (action: string) => ServiceError;
  perform(call: QueryCall): Readonly<Record<string, unknown>> | undefined;
}

interface Found {
  readonly operation: Operation;
  readonly status: number;
  readonly labels: Readonly<Record<string, string>>;
}

/** The operation that a method and a path mean. */
function find(options: RestXmlServiceOptions, request: WireRequest, address: Address): Found | undefined {
  for (const operation of options.operations.values()) {
    const [method, path, status] = operation.http ?? ['', '', 0];
    if (method !== request.method) continue;
    const [plain = ''] = path.split('?');
    const names = [...plain.matchAll(/\{(\w+)\+?\}/g)].map(([, name = '']) => name);
    const pattern = new RegExp(`^${plain.replace(/\{\w+\+?\}/g, '([^/]+)')}/?$`);
    const match = pattern.exec(address.path);
    if (match === null) continue;
    const labels = Object.fromEntries(names.map((name, at) => [name, decodeURIComponent(match[at + 1] ?? '')]));
    return { operation, status, labels };
  }
  return undefined;
}

function prepare(options: RestXmlServiceOptions, call: Call, body: Uint8Array): Prepared {
  const found = find(options, call.request, call.address);
  if (found === undefined) {
    const what = `${call.request.method} ${call.address.path}`;
    throw new ServiceError('NotImplemented', `The simulator does not know ${options.name}: ${what}.`, 501);
  }
  const { operation, labels, status } = found;
  const schema = operation.input;
  const input =
    schema === undefined
      ? {}
      : {
          ...(body.length === 0 ? {} : readBody(schema, `${operation.name}Request`, body)),
          ...readQuery(schema, call.address.parameters),
          ...labels,
        };
  return {
    action: operation.name,
    input,
    perform: async (distortion) => {
      const { requestId, identity } = call;
      const result = options.perform({ operation, input, requestId, identity, distortion });
      return answer(options, call, operation, status, result ?? {});
    },
  };
}

const DECLARATION = '<?xml version="1.0"?>\n';

function answer(
  { namespace }: RestXmlServiceOptions,
  { requestId }: Call,
  { name, output }: Operation,
  status: number,
  result: Readonly<Record<string, unknown>>,
): WireResponse {
  const body = output === undefined ? '' : resultXml(output, result);
  const xml = `${DECLARATION}<${name}Response xmlns="${namespace}">${body}</${name}Response>`;
  return textResponse(status, 'text/xml', xml, { 'x-amzn-requestid': requestId });
}

function refuse({ namespace }: RestXmlServiceOptions, { requestId }: Call, error: ServiceError): WireResponse {
  const type = error.status >= 500 ? 'Receiver' : 'Sender';
  const words = `<Code>${escapeXml(error.code)}</Code><Message>${escapeXml(error.message)}</Message>`;
  const xml = `${DECLARATION}<ErrorResponse xmlns="${namespace}"><Error><Type>${type}</Type>${words}</Error><RequestId>${requestId}</RequestId></ErrorResponse>`;
  return textResponse(error.status, 'text/xml', xml, { 'x-amzn-requestid': requestId });
}

/** Creates the protocol side around `options.perform`; signatures are refused in the words of a Query service. */
export function createRestXmlService(options: RestXmlServiceOptions): Service {
  const { name, namespace, operations, perform } = options;
  const query = createQueryService({ name, version: '', namespace, operations, perform });
  return {
    ...query,
    allowsAnonymous: () => false,
    prepare: (call, body) => prepare(options, call, body),
    refuse: (call, error) => refuse(options, call, error),
    refusals: { ...query.refusals, throttled: (action) => options.throttled(action) },
  };
}
