/** The simulator's command line: every problem of it at once, in words. */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { parse as parseYaml } from 'yaml';
import type { Scenario } from './scenario.js';
import type { Seed } from './service.js';

export interface ServeSettings {
  /** 0 takes any free port. */
  readonly port: number;
  /** How many times faster than the wall the simulated clock runs. */
  readonly speed: number;
  readonly runtime: 'processes' | 'virtual';
  readonly region: string;
  readonly accountId: string;
  readonly scenario?: Scenario;
  readonly seed?: Seed;
  /** A file that holds the world between two runs. */
  readonly stateFile?: string;
  /** Where objects and instances are kept; a temporary folder by default. */
  readonly dataFolder?: string;
  /** Ends the simulator when its standard input closes. */
  readonly stopWithParent: boolean;
  /** The proxy for names leads other names into the real network. */
  readonly passesOtherNames?: boolean;
  /** Clients live in simulated time: signatures and the `Date` header are of it, and not of the wall's. */
  readonly sharesClock?: boolean;
}

export const USAGE = `Usage: npm run simulator -- [options]

  --port <number>        port on 127.0.0.1; 0 takes any free one        [4566]
  --speed <number>       simulated seconds that pass in a real one      [1]
  --runtime <name>       processes: real ones, virtual: numbers only    [processes]
  --scenario <file>      faults and behaviours (JSON or YAML)
  --seed <file>          applications and environments to start with (JSON or YAML)
  --state <file>         keeps the world in this file between two runs
  --data <folder>        keeps uploaded objects and instances here      [a temporary folder]
  --region <name>        AWS region                                     [us-east-1]
  --account <number>     AWS account                                    [123456789012]
  --pass-other-names     the proxy for the environments' names leads other names into the real network
  --share-clock          the clients' clocks are the simulated one: signatures are dated by it
  --stop-with-parent     ends when standard input closes
  --help                 prints this text
`;

const OPTIONS = {
  port: { type: 'string' },
  speed: { type: 'string' },
  runtime: { type: 'string' },
  scenario: { type: 'string' },
  seed: { type: 'string' },
  state: { type: 'string' },
  data: { type: 'string' },
  region: { type: 'string' },
  account: { type: 'string' },
  'pass-other-names': { type: 'boolean' },
  'share-clock': { type: 'boolean' },
  'stop-with-parent': { type: 'boolean' },
  help: { type: 'boolean' },
} as const;

export type ParsedSettings =
  | { readonly kind: 'settings'; readonly settings: ServeSettings }
  | { readonly kind: 'help' }
  | { readonly kind: 'problems'; readonly problems: readonly string[] };

/** Reads a JSON or YAML file that holds an object. */
function document(option: string, file: string | undefined, problems: string[]): object | undefined {
  if (file === undefined) return undefined;
  try {
    const value: unknown = parseYaml(readFileSync(file, 'utf8'));
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value;
    problems.push(`--${option} ${file}: there must be an object in the file.`);
  } catch (error) {
    const [reason] = ((error as { readonly message?: string }).message ?? String(error)).split('\n');
    problems.push(`--${option} ${file}: ${reason}`);
  }
  return undefined;
}

function number(
  option: string,
  text: string | undefined,
  standard: number,
  fits: (value: number) => boolean,
  what: string,
  problems: string[],
): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (text.trim() !== '' && fits(value)) return value;
  problems.push(`--${option} ${text}: must be ${what}.`);
  return standard;
}

/** Reads the command line without the program's own name. `processes` need a POSIX system. */
export function parseSettings(argv: readonly string[], platform: string): ParsedSettings {
  let values: { readonly [option in keyof typeof OPTIONS]?: string | boolean };
  try {
    ({ values } = parseArgs({ args: [...argv], options: OPTIONS, strict: true, allowPositionals: false }));
  } catch (error) {
    return { kind: 'problems', problems: [(error as { readonly message?: string }).message ?? String(error)] };
  }
  if (values.help === true) return { kind: 'help' };
  const problems: string[] = [];
  const text = (option: keyof typeof OPTIONS): string | undefined => {
    const value = values[option];
    return typeof value === 'string' ? value : undefined;
  };
  const port = number(
    'port',
    text('port'),
    4_566,
    (value) => Number.isInteger(value) && value >= 0 && value <= 65_535,
    'a port, 0 to 65535',
    problems,
  );
  const speed = number(
    'speed',
    text('speed'),
    1,
    (value) => value > 0 && value <= 100_000,
    'a number above 0 and at most 100000',
    problems,
  );
  const runtime = text('runtime') ?? (platform === 'win32' ? 'virtual' : 'processes');
  if (runtime !== 'processes' && runtime !== 'virtual')
    problems.push(`--runtime ${runtime}: must be processes or virtual.`);
  if (runtime === 'processes' && platform === 'win32')
    problems.push('--runtime processes: needs Linux or macOS. Use --runtime virtual.');
  const region = text('region') ?? 'us-east-1';
  if (!/^[a-z]{2}(-[a-z]+)+-\d$/.test(region)) problems.push(`--region ${region}: must look like us-east-1.`);
  const accountId = text('account') ?? '123456789012';
  if (!/^\d{12}$/.test(accountId)) problems.push(`--account ${accountId}: must have twelve digits.`);
  const scenario = document('scenario', text('scenario'), problems);
  const seed = document('seed', text('seed'), problems);
  if (problems.length > 0) return { kind: 'problems', problems };
  const [stateFile, dataFolder] = [text('state'), text('data')];
  return {
    kind: 'settings',
    settings: {
      port,
      speed,
      runtime: runtime === 'virtual' ? 'virtual' : 'processes',
      region,
      accountId,
      ...(values['pass-other-names'] === true ? { passesOtherNames: true } : {}),
      ...(values['share-clock'] === true ? { sharesClock: true } : {}),
      stopWithParent: values['stop-with-parent'] === true,
      ...(scenario === undefined ? {} : { scenario: scenario as Scenario }),
      ...(seed === undefined ? {} : { seed: seed as Seed }),
      ...(stateFile === undefined ? {} : { stateFile }),
      ...(dataFolder === undefined ? {} : { dataFolder }),
    },
  };
}
