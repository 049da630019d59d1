/** The SDK's published schemas, seen from the service's side: which operations there are and what they take and give. */
import { NormalizedSchema } from '@smithy/core/schema';

/** One operation of a service. */
export interface Operation {
  readonly name: string;
  readonly input: NormalizedSchema | undefined;
  /** `undefined`: the answer has no result element. */
  readonly output: NormalizedSchema | undefined;
  /** Where a REST service has it: method, path with `{Label}`s, status of success. */
  readonly http?: readonly [method: string, path: string, status: number];
}

/** The schema's marks: 9 is an operation, 3 a structure (smithy's static schema format). */
const OPERATION = 9;
const STRUCTURE = 3;

type Schema = Parameters<typeof NormalizedSchema.of>[0];

const structure = (schema: unknown): NormalizedSchema | undefined => {
  const normalized = NormalizedSchema.of(schema as Schema);
  return normalized.isStructSchema() ? normalized : undefined;
};

/** Finds the operations among the exports of a generated SDK client. */
export function operationsOf(client: Readonly<Record<string, unknown>>): ReadonlyMap<string, Operation> {
  const operations = new Map<string, Operation>();
  for (const value of Object.values(client)) {
    if (!Array.isArray(value) || value[0] !== OPERATION) continue;
    const [, , name, traits, input, output] = value as readonly unknown[];
    const key = String(name);
    const { http } = (typeof traits === 'object' && traits !== null ? traits : {}) as Pick<Operation, 'http'>;
    const binding = http === undefined ? {} : { http };
    operations.set(key, { name: key, input: structure(input), output: structure(output), ...binding });
  }
  return operations;
}

/** A structure that the SDK does not publish; members are strings unless another structure is given. */
export function privateStructure(
  name: string,
  members: Readonly<Record<string, NormalizedSchema | 'string'>>,
): NormalizedSchema {
  const types = Object.values(members).map((member) => (member === 'string' ? 0 : member.getSchema()));
  return NormalizedSchema.of([STRUCTURE, 'simulator', name, 0, Object.keys(members), types] as unknown as Schema);
}

/** How many members, counted from the first, a structure requires. */
export function requiredMembers(schema: NormalizedSchema): readonly string[] {
  const raw = schema.getSchema() as unknown as readonly unknown[];
  const names = raw[4] as readonly string[];
  return names.slice(0, typeof raw[6] === 'number' ? raw[6] : 0);
}
