/** Shell scripts that somebody sends to an instance, as the agent of Systems Manager runs them: real processes. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Guardian } from './guardian.js';
import { ProcessGroup } from './process-group.js';
import type { InstanceScript, ScriptState } from './runtime.js';

export interface ScriptSurroundings {
  /** The instance's directory: `/var/app` of the instance. */
  readonly directory: string;
  /** Of every process of the instance, without the environment's properties: a script has to ask for these. */
  readonly environment: Readonly<Record<string, string>>;
  readonly properties: () => Readonly<Record<string, string>>;
  readonly guardian: Guardian;
}

interface Running {
  readonly group: ProcessGroup;
  output: string;
  exitCode?: number;
}

/** The API shows the first 24,000 characters; beyond it nothing is worth keeping. */
const KEPT = 24_000;

/** `get-config environment [--output YAML] [-k NAME]`, the part of the platform's tool that scripts ask for properties. */
const GET_CONFIG = `const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const values = JSON.parse(readFileSync(join(__dirname, '..', 'environment.json'), 'utf8'));
const [section, ...options] = process.argv.slice(2);
const after = (...names) => options[options.findIndex((one) => names.includes(one)) + 1];
if (section !== 'environment') process.exit(1);
if (options.some((one) => one === '-k' || one === '--key')) {
  const value = values[after('-k', '--key')];
  if (value === undefined) process.exit(1);
  process.stdout.write(value + '\\n');
} else if (options.includes('--output') && after('--output') === 'YAML') {
  for (const [name, value] of Object.entries(values)) process.stdout.write(name + ': ' + JSON.stringify(value) + '\\n');
} else process.stdout.write(JSON.stringify(values) + '\\n');
`;

export class InstanceScripts {
  readonly #surroundings: ScriptSurroundings;
  readonly #running = new Map<string, Running>();

  constructor(surroundings: ScriptSurroundings) {
    this.#surroundings = surroundings;
  }

  start({ id, script, directory }: InstanceScript): void {
    const { environment, guardian } = this.#surroundings;
    this.#installTool();
    const running: { group?: ProcessGroup; output: string; exitCode?: number } = { output: '' };
    const onLine = (line: string): void => {
      if (running.output.length < KEPT) running.output = `${running.output}${line}\n`.slice(0, KEPT);
    };
    const cwd = directory === '' ? this.#surroundings.directory : this.#placed(directory);
    const group = new ProcessGroup(
      { command: ['/bin/sh', '-c', this.#placed(script)], cwd, environment, onLine },
      guardian,
    );
    const entry: Running = Object.assign(running, { group });
    this.#running.set(id, entry);
    void group.exited.then(async ({ code }) => {
      await group.stop(0);
      entry.exitCode = code;
    });
  }

  state(id: string): ScriptState | undefined {
    const running = this.#running.get(id);
    if (running === undefined) return undefined;
    const { output, exitCode } = running;
    return exitCode === undefined ? { output } : { output, exitCode };
  }

  stop(id: string): void {
    this.#running.get(id)?.group.kill();
  }

  /** Resolves when no process of any script is left. */
  async close(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ group }) => group.stop(0)));
  }

  /** Paths of an instance, as they are on this machine: there is no root of its own that a script could be put into. */
  #placed(text: string): string {
    const { directory } = this.#surroundings;
    return text
      .replaceAll('/opt/elasticbeanstalk/', `${join(directory, 'elasticbeanstalk')}/`)
      .replace(/\/var\/app(?=\/|\s|$)/gm, directory);
  }

  #installTool(): void {
    const { directory, properties } = this.#surroundings;
    const folder = join(directory, 'elasticbeanstalk', 'bin');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, '..', 'environment.json'), JSON.stringify(properties()));
    writeFileSync(join(folder, 'get-config'), `#!${process.execPath}\n${GET_CONFIG}`, { mode: 0o755 });
  }
}
