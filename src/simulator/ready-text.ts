/** What the simulator prints when it is ready, and how whoever started it reads that. */

/** A line with the address, then a shell's `export` line for each variable. One write, so that it arrives whole. */
export const readyText = (url: string, environment: Readonly<Record<string, string>>): string =>
  `ready ${url}\n${Object.entries(environment)
    .map(([name, value]) => `export ${name}=${value}\n`)
    .join('')}`;

export interface Ready {
  readonly endpoint: string;
  readonly environment: Readonly<Record<string, string>>;
}

/** `undefined` as long as it has not been printed. */
export function readReady(printed: string): Ready | undefined {
  const [head, endpoint] = /^ready (http:\/\/\S+)\n/m.exec(printed) ?? [];
  if (head === undefined || endpoint === undefined || !printed.endsWith('\n')) return undefined;
  const exports = [...printed.matchAll(/^export ([A-Za-z_]+)=(.*)$/gm)];
  return { endpoint, environment: Object.fromEntries(exports.map(([, name, value]) => [name ?? '', value ?? ''])) };
}
