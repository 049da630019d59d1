/** GitHub's published description, as far as we use it: what is sent and what is answered is checked against it. */
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import Ajv, { type ValidateFunction } from 'ajv';
import type { Fetch } from '../../src/simulator/wire/in-process-fetch.js';

interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required?: boolean;
  readonly schema: object;
}

interface Content {
  readonly content?: Readonly<Record<string, { readonly schema: object }>>;
}

interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: Content & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Content & { readonly $ref?: string }>>;
}

interface Description {
  readonly source: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

const FILE = fileURLToPath(new URL('../fixtures/github-openapi.json', import.meta.url));
export const DESCRIPTION: Description = JSON.parse(readFileSync(FILE, 'utf8'));
const ROOT = '/_github/api/v3';

const ajv = new Ajv.Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: 'github', ...DESCRIPTION });
const compiled = new Map<string, ValidateFunction>();

/** A schema of the description, by its place in it. */
function validator(schema: object): ValidateFunction {
  const key = JSON.stringify(schema);
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const made = ajv.compile(JSON.parse(key.replaceAll('"#/', '"github#/')));
  compiled.set(key, made);
  return made;
}

const resolved = <T extends { readonly $ref?: string }>(part: T): T => {
  if (part.$ref === undefined) return part;
  const [, , kind = '', name = ''] = part.$ref.split('/');
  return DESCRIPTION.components[kind]?.[name] as T;
};

export interface Checked {
  readonly operationId: string;
  readonly status: number;
}

/** Every deviation of one exchange, in words. */
function check(
  method: string,
  url: URL,
  body: unknown,
  status: number,
  answer: unknown,
): Checked & { wrong: string[] } {
  const path = decodeURI(url.pathname).slice(ROOT.length);
  for (const [template, methods] of Object.entries(DESCRIPTION.paths)) {
    const match = new RegExp(`^${template.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)')}$`).exec(path);
    const operation = methods[method.toLowerCase()];
    if (match === null || operation === undefined) continue;
    const wrong = [
      ...wrongParameters(operation, { ...match.groups }, url),
      ...wrongBody(operation, body),
      ...wrongAnswer(operation, status, answer),
    ].map((reason) => `${operation.operationId}: ${reason}`);
    return { operationId: operation.operationId, status, wrong };
  }
  return { operationId: '', status, wrong: [`${method} ${path} is not in the description`] };
}

/** Numbers are texts in an address. */
const fits = (schema: object, text: string): boolean =>
  validator(schema)(text) || (/^\d+$/.test(text) && validator(schema)(Number(text)) === true);

function wrongParameters({ parameters = [] }: DescribedOperation, inPath: Record<string, string>, url: URL): string[] {
  const known = parameters.map(resolved);
  const given = (one: Parameter): string | undefined =>
    one.in === 'path' ? inPath[one.name] : (url.searchParams.get(one.name) ?? undefined);
  const unknown = [...url.searchParams.keys()].filter((name) => !known.some((one) => one.name === name));
  return [
    ...unknown.map((name) => `there is no parameter ${name}`),
    ...known.flatMap((one) => {
      const value = given(one);
      if (value === undefined) return one.required === true ? [`${one.name} is missing`] : [];
      return fits(one.schema, value) ? [] : [`${one.name} is ${value}`];
    }),
  ];
}

function wrongBody({ requestBody }: DescribedOperation, body: unknown): string[] {
  const schema = requestBody?.content?.['application/json']?.schema;
  if (schema === undefined) return body === undefined ? [] : ['a body is sent'];
  if (body === undefined) return requestBody?.required === true ? ['the body is missing'] : [];
  const validate = validator(schema);
  const { properties } = schema as { readonly properties?: object };
  // Bodies of several forms have their members further down.
  const unknown = properties === undefined ? [] : Object.keys(body as object).filter((name) => !(name in properties));
  return [
    ...unknown.map((name) => `the body has an unknown ${name}`),
    ...(validate(body) ? [] : errorsOf('body', validate)),
  ];
}

/** What every call may be answered, whether its description says so or not. */
const EVERYWHERE = [401, 403, 404, 429, 500, 502, 503, 504];

function wrongAnswer({ responses }: DescribedOperation, status: number, answer: unknown): string[] {
  const described = responses[status];
  if (described === undefined) {
    if (!EVERYWHERE.includes(status)) return [`status ${status} is not described`];
    const validate = validator({ $ref: '#/components/schemas/basic-error' });
    return validate(answer) ? [] : errorsOf(`answer ${status}`, validate);
  }
  const schemas = Object.values(resolved(described).content ?? {}).map(({ schema }) => schema);
  if (schemas.length === 0) return answer === undefined || status >= 400 ? [] : [`answer ${status} has a body`];
  const failures = schemas.map((schema) => {
    const validate = validator(schema);
    return validate(answer) ? [] : errorsOf(`answer ${status}`, validate);
  });
  return failures.some((one) => one.length === 0) ? [] : (failures[0] ?? []);
}

const errorsOf = (where: string, { errors }: ValidateFunction): string[] =>
  (errors ?? []).map(({ instancePath, message }) => `${where}${instancePath} ${message}`);

export interface CheckedFetch {
  readonly fetch: Fetch;
  /** What was called, and how it was answered. */
  readonly exchanges: Checked[];
  /** Every deviation from the description. */
  readonly wrong: string[];
}

/** A `fetch` that holds both sides of each exchange against the description. */
export function checkedFetch(over: Fetch): CheckedFetch {
  const exchanges: Checked[] = [];
  const wrong: string[] = [];
  return {
    exchanges,
    wrong,
    fetch: async (address, options = {}) => {
      const response = await over(address, options);
      const text = await response.clone().text();
      const sent = options.body === undefined ? undefined : JSON.parse(options.body);
      const answer = text === '' ? undefined : JSON.parse(text);
      const checked = check(options.method ?? 'GET', new URL(address), sent, response.status, answer);
      exchanges.push({ operationId: checked.operationId, status: checked.status });
      wrong.push(...checked.wrong);
      return response;
    },
  };
}
