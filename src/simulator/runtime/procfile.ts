/** Which processes a bundle wants to have started: its `Procfile`, or what the Node.js platform generates in its place. */

/** One line of a Procfile. */
export interface ProcfileEntry {
  /** `web` is the main process, the one that the proxy forwards requests to. */
  readonly name: string;
  /** A shell command. */
  readonly command: string;
}

export type StartPlan =
  | { readonly kind: 'start'; readonly entries: readonly ProcfileEntry[]; readonly notes: readonly string[] }
  /** `reason` goes to the log; `note` is the instance event that the platform writes, where there is one. */
  | { readonly kind: 'refused'; readonly reason: string; readonly note?: string };

/** The files at the root of a bundle that decide; `undefined` where there is no such file. */
export interface StartFiles {
  readonly procfile: string | undefined;
  readonly packageJson: string | undefined;
  readonly hasAppJs: boolean;
  readonly hasServerJs: boolean;
}

/** AWS guide, "Configuring the application process with a Procfile": the pattern that every line must match. */
const PROCFILE_LINE = /^([A-Za-z0-9_-]+):\s*(\S.*)$/;

const NO_PROCFILE =
  "Instance deployment failed to generate a 'Procfile' for Node.js. Provide one of these files: 'package.json', 'server.js', or 'app.js'. The deployment failed.";
const NO_NODE_VERSION =
  "Instance deployment: You didn't specify a Node.js version in the 'package.json' file in your source bundle. The deployment didn't install a specific Node.js version.";

/**
 * Decides what to start. AWS guide, "Node.js platform": the Procfile if there is one, else `npm start` if there is a
 * package.json with a start script, else `app.js` or `server.js`, in this order.
 */
export function planStart(files: StartFiles): StartPlan {
  const manifest = readManifest(files.packageJson);
  if (manifest === 'unreadable') return { kind: 'refused', reason: 'package.json could not be parsed as JSON' };
  const versionNotes = files.packageJson !== undefined && manifest.engine === undefined ? [NO_NODE_VERSION] : [];

  if (files.procfile !== undefined) {
    const entries = parseProcfile(files.procfile);
    if (entries === undefined) return { kind: 'refused', reason: 'Procfile could not be parsed' };
    const note = "Instance deployment used the commands in your 'Procfile' to initiate startup of your application.";
    return { kind: 'start', entries, notes: [...versionNotes, note] };
  }
  const generated = generatedCommand(files, manifest.startScript);
  if (generated === undefined) return { kind: 'refused', reason: 'failed to generate a Procfile', note: NO_PROCFILE };
  const note = "Instance deployment successfully generated a 'Procfile'.";
  return { kind: 'start', entries: [{ name: 'web', command: generated }], notes: [...versionNotes, note] };
}

/** The entries of a Procfile, or `undefined` when a line is none or no line is left. */
export function parseProcfile(text: string): readonly ProcfileEntry[] | undefined {
  const entries: ProcfileEntry[] = [];
  for (const line of text.split('\n')) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [, name, command] = PROCFILE_LINE.exec(line) ?? [];
    if (name === undefined || command === undefined || entries.some((entry) => entry.name === name)) return undefined;
    entries.push({ name, command });
  }
  return entries.length === 0 ? undefined : entries;
}

/** Names in `dependencies` of a package.json; they have to be in the bundle's `node_modules`, for nothing is downloaded. */
export function declaredDependencies(packageJson: string | undefined): readonly string[] {
  const manifest = readManifest(packageJson);
  return manifest === 'unreadable' ? [] : manifest.dependencies;
}

function generatedCommand(files: StartFiles, startScript: string | undefined): string | undefined {
  // The script itself instead of `npm start`: npm starts it in the same way, but need not be on this machine.
  if (startScript !== undefined) return startScript;
  if (files.hasAppJs) return 'node app.js';
  if (files.hasServerJs) return 'node server.js';
  return undefined;
}

interface Manifest {
  readonly startScript: string | undefined;
  readonly engine: string | undefined;
  readonly dependencies: readonly string[];
}

function readManifest(text: string | undefined): Manifest | 'unreadable' {
  if (text === undefined) return { startScript: undefined, engine: undefined, dependencies: [] };
  try {
    const parsed = asRecord(JSON.parse(text));
    const startScript = asRecord(parsed.scripts).start;
    const engine = asRecord(parsed.engines).node;
    return {
      startScript: typeof startScript === 'string' ? startScript : undefined,
      engine: typeof engine === 'string' ? engine : undefined,
      dependencies: Object.keys(asRecord(parsed.dependencies)),
    };
  } catch {
    return 'unreadable';
  }
}

const asRecord = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
