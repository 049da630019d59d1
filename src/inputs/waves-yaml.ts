/** Reads the input `environments`: waves of names and maps, in YAML or JSON, as texts of inputs. Loaded when it is given. */
import { LineCounter, parseDocument } from 'yaml';
import { inputOf } from './waves-inputs.js';

/** One environment, with the inputs that it has for itself, as a workflow would have written them. */
export interface WaveEntry {
  /** Counted from 0. */
  readonly wave: number;
  /** For people: `wave 2, entry 1`. */
  readonly place: string;
  /** By key, as written: `name`, `region`, or the name of an input. */
  readonly keys: readonly string[];
  readonly given: Readonly<Record<string, string>>;
}

export interface WavesRead {
  readonly entries: readonly WaveEntry[];
  /** Each continues "`environments` …". Values are never repeated: they may be secrets. */
  readonly because: readonly string[];
}

/** A run with more is a mistake, or a service of its own. */
const MOST_ENVIRONMENTS = 100;

const none = (because: string): WavesRead => ({ entries: [], because: [because] });

export function readWaves(text: string): WavesRead {
  const lines = new LineCounter();
  // Values keep the text that was written: `0123` and `true` are no number and no boolean here.
  const document = parseDocument(text, { schema: 'failsafe', lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    return none(`is neither JSON nor YAML: line ${line}, column ${col} (${error.code})`);
  }
  const waves = plainOf(document);
  if (!Array.isArray(waves)) return none('is not a list; write one environment or one list of environments a line');
  if (waves.length === 0) return none('is an empty list');
  const found = waves.map((wave: unknown, index) => readWave(wave, index));
  const entries = found.flatMap((one) => one.entries);
  if (entries.length > MOST_ENVIRONMENTS)
    return none(`names ${entries.length} environments, more than ${MOST_ENVIRONMENTS}`);
  return { entries, because: found.flatMap((one) => one.because) };
}

/** The parser throws on aliases without an anchor, and on so many that they could fill the memory. */
function plainOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS({ maxAliasCount: 100 });
  } catch {
    return undefined;
  }
}

function readWave(wave: unknown, index: number): WavesRead {
  const members: readonly unknown[] = Array.isArray(wave) ? wave : [wave];
  const title = `wave ${index + 1}`;
  if (members.length === 0) return none(`has an empty list in ${title}`);
  const found = members.map((member, at) =>
    readEntry(member, index, members.length === 1 ? title : `${title}, entry ${at + 1}`),
  );
  return { entries: found.flatMap((one) => one.entries), because: found.flatMap((one) => one.because) };
}

function readEntry(entry: unknown, wave: number, place: string): WavesRead {
  if (typeof entry === 'string') {
    if (entry.trim() === '') return none(`has nothing in ${place}`);
    return { entries: [{ wave, place, keys: ['name'], given: { 'environment-name': entry.trim() } }], because: [] };
  }
  if (typeof entry !== 'object' || entry === null || Array.isArray(entry))
    return none(`has neither a name nor a map in ${place}`);
  const given: Record<string, string> = {};
  const because: string[] = [];
  for (const [key, value] of Object.entries(entry)) {
    const text = textOf(inputOf(key), value);
    if (text === undefined || text === '')
      because.push(`has no value that could be read for ${shortened(key)} in ${place}`);
    else if (Object.hasOwn(given, inputOf(key))) because.push(`gives ${shortened(key)} twice in ${place}`);
    else given[inputOf(key)] = text;
  }
  if (!Object.hasOwn(given, 'environment-name') && because.length === 0) because.push(`has no name in ${place}`);
  return { entries: [{ wave, place, keys: Object.keys(entry), given }], because };
}

const shortened = (key: string): string => (key.length > 60 ? `${key.slice(0, 60)}…` : key);

const isText = (value: unknown): value is string => typeof value === 'string';

/** A list or a map becomes the text that the input takes. */
function textOf(input: string, value: unknown): string | undefined {
  if (isText(value)) return value.trim();
  if (typeof value !== 'object' || value === null) return undefined;
  if (input === 'option-settings') return JSON.stringify(value);
  if (Array.isArray(value)) {
    const separator = input === 'environment-variables' ? '\n' : ', ';
    return value.every(isText) ? value.join(separator) : undefined;
  }
  if (input !== 'environment-variables' && input !== 'environment-tags') return undefined;
  const pairs = Object.entries(value);
  const isLine = ([, one]: [string, unknown]): boolean => isText(one) && !/[\r\n]/.test(one);
  return pairs.every(isLine) ? pairs.map(([key, one]) => `${key}=${one}`).join('\n') : undefined;
}
