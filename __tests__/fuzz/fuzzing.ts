/** What all fuzz tests share: how many runs, which texts are nasty, and what may never come out. */
import fc from 'fast-check';
import { ActionError } from '../../src/domain/problem.js';

/** `FUZZ_RUNS=20000 npm test -- fuzz` for a long run. */
export const runs = (usual: number): { readonly numRuns: number } => ({
  numRuns: Number(process.env.FUZZ_RUNS ?? usual),
});

/** How long a test may take. */
export const PATIENCE = process.env.FUZZ_RUNS === undefined ? 120_000 : 3_600_000;

/** Texts that have broken programs before: commands of the runner, control characters, prototypes, numbers at their limits. */
export const nasty: fc.Arbitrary<string> = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom(
    ...['__proto__', 'constructor', 'toString', 'null', 'undefined', 'NaN', '-0', '1e309', '9'.repeat(400), '%', '%%%'],
    ...[
      '::set-output name=x::y',
      '##[error]x',
      '\u001b[2J',
      '\u202e',
      '\ud800',
      '\u0000',
      '\r\n\r\n',
      '&lt;',
      '$'.concat('{{ x }}'),
    ],
    ...[
      '{',
      '[',
      '{"a":',
      '- a: [',
      '&a *a',
      '!!js/function "x"',
      '<<: *x',
      'a: &a [*a]',
      '5m',
      '1h30m',
      '-5s',
      '99999999999h',
    ],
    ...[
      '5%:5m, 25%:10m',
      '0%:1s',
      '100%',
      '101%:1m',
      '5%:',
      ':5m',
      '../../etc/passwd',
      '/',
      '\\\\host\\share',
      'C:\\x',
    ],
  ),
);

/** Only failures that are meant for people may leave; anything else is a bug. */
export async function onlyActionErrors(run: () => unknown): Promise<void> {
  try {
    await run();
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
  }
}

/** Some bytes of a text or an archive changed, left out or put in between. */
export const damaged = (whole: Buffer): fc.Arbitrary<Buffer> =>
  fc
    .array(
      fc.record({
        at: fc.nat({ max: Math.max(0, whole.length - 1) }),
        kind: fc.constantFrom('change', 'cut', 'insert', 'end'),
        bytes: fc.uint8Array({ minLength: 1, maxLength: 8 }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((wounds) =>
      wounds.reduce((bytes: Buffer, { at, kind, bytes: other }) => {
        const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
        if (kind === 'end') return Buffer.from(before);
        if (kind === 'cut') return Buffer.concat([before, after.subarray(other.length)]);
        if (kind === 'insert') return Buffer.concat([before, other, after]);
        return Buffer.concat([before, other, after.subarray(other.length)]);
      }, whole),
    );

/** Characters that move a terminal's cursor, or the direction of what is read. */
export const controls = (text: string): readonly string[] =>
  [...text].filter((character) => {
    const code = character.codePointAt(0) ?? 0;
    return (code < 0x20 && character !== '\t') || (code >= 0x7f && code < 0xa0) || (code >= 0x202a && code <= 0x202e);
  });
