/**
 * Secrets that the runner was told to mask, kept out of everything that we write ourselves. The runner masks its log and
 * the job's summary (actions/runner, SecretMasker); files, outputs, comments and deployment records it does not see.
 */
import type { Files } from '../ports/files.js';
import type { GitHub } from '../ports/github.js';
import type { Host } from '../ports/host.js';
import type { Outside } from '../ports/outside.js';

const HIDDEN = '***';

/** Outputs with words of others in them. Names and ids stay whole, even with a secret like `prod`: later steps need them. */
const REPEATS_OTHERS: ReadonlySet<string> = new Set(['outcome-reason', 'plan', 'environments-result']);

/** What is shorter would tear holes into every text. */
const SHORTEST = 4;

/** As it stands in JSON, which the report is, and which outputs may hold. */
const inJson = (secret: string): string => JSON.stringify(secret).slice(1, -1);

/** Remembers secrets, and takes them out of texts. The longest first: one secret may be a part of another. */
class Secrets {
  #known: readonly string[] = [];

  add(secret: string): void {
    const lines = secret.split(/[\r\n]+/).filter((line) => line.trim().length >= SHORTEST);
    const added = [...new Set([...this.#known, ...lines.flatMap((line) => [line, inJson(line)])])];
    this.#known = added.sort((left, right) => right.length - left.length);
  }

  readonly conceal = (text: string): string =>
    this.#known.reduce((left, secret) => left.replaceAll(secret, HIDDEN), text);

  /** The same with texts somewhere in a value. */
  readonly inside = (value: unknown): unknown => {
    if (typeof value === 'string') return this.conceal(value);
    if (Array.isArray(value)) return value.map(this.inside);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, this.inside(member)]));
  };
}

/** The outside, to which no secret is told that was masked before. What names resources is masked in the log alone. */
export function concealing(outside: Outside): Outside {
  const secrets = new Secrets();
  return {
    ...outside,
    host: concealedHost(outside.host, secrets),
    files: concealedFiles(outside.files, secrets),
    github: (token) =>
      outside.github(token).then((github) => (github === undefined ? undefined : concealedGitHub(github, secrets))),
  };
}

function concealedHost(host: Host, secrets: Secrets): Host {
  const { conceal } = secrets;
  return {
    ...host,
    mask: (text, what) => {
      if (what !== 'identifier') secrets.add(text);
      host.mask(text, what);
    },
    output: (name, value) => host.output(name, REPEATS_OTHERS.has(name) ? conceal(value) : value),
    line: (text) => host.line(conceal(text)),
    group: (title) => host.group(conceal(title)),
    annotate: (level, message, title) => host.annotate(level, conceal(message), title),
    debug: (text) => host.debug(conceal(text)),
    summary: (markdown) => host.summary(conceal(markdown)),
  };
}

const concealedFiles = (files: Files, { conceal }: Secrets): Files => ({
  ...files,
  writeText: (path, text) => files.writeText(path, conceal(text)),
});

/** What is asked stays as it is, what is told does not; both are arguments, and no secret is ever a part of a question. */
const concealedGitHub = (github: GitHub, { inside }: Secrets): GitHub =>
  new Proxy(github, {
    get: (target, name) => {
      const member: unknown = Reflect.get(target, name);
      if (typeof member !== 'function') return member;
      return (...args: readonly unknown[]) => Reflect.apply(member, target, args.map(inside));
    },
  });
