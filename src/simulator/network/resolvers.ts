/** What clients believe about names: each asks a resolver of its own, which holds an answer for as long as it may. Pure. */
import type { Instant, Milliseconds } from '../../domain/time.js';
import type { Random } from '../../ports/random.js';
import { type NameAnswer, type PublishedName, sharesOf } from '../runtime/published-names.js';

/** Somebody who asks for names, by the resolver that stands behind. */
export interface Client {
  readonly id: string;
  /** So long its resolver holds an answer, whatever the record says; absent: as long as the record says. */
  readonly holdsFor?: Milliseconds;
}

interface Held {
  readonly environmentId: string | undefined;
  readonly until: Instant;
}

/** What names of users' own zones depend on. */
export interface Surroundings {
  /** The environment whose entrance has this host name or address. */
  readonly environmentAt: (endpoint: string) => string | undefined;
  readonly isHealthy: (environmentId: string) => boolean;
  readonly random: Random;
}

/** A name that leads to a name that leads to …: after so many it leads nowhere. */
const MOST_STEPS = 8;

/** Answers that nobody has asked for lately are forgotten when there are so many. */
const MOST_HELD = 10_000;

/** The records, and every client's cache. The time to live counts from the client's own question, as in DNS. */
export class Resolvers {
  readonly #records = new Map<string, string | undefined>();
  readonly #held = new Map<string, Held>();
  #published = new Map<string, readonly NameAnswer[]>();
  readonly #surroundings: Surroundings | undefined;
  readonly #now: () => Instant;
  readonly #timeToLive: Milliseconds;

  constructor(now: () => Instant, timeToLive: Milliseconds, surroundings?: Surroundings) {
    this.#surroundings = surroundings;
    this.#now = now;
    this.#timeToLive = timeToLive;
  }

  /** Where a name leads from now on; `undefined`: nowhere any more. */
  point(name: string, environmentId: string | undefined): void {
    this.#records.set(name.toLowerCase(), environmentId);
  }

  /** The names of users' own zones, all of them. */
  publish(names: readonly PublishedName[]): void {
    this.#published = new Map(names.map(({ name, answers }) => [name, answers]));
  }

  knows(name: string): boolean {
    return this.#records.has(name.toLowerCase()) || this.#published.has(name.toLowerCase());
  }

  /** Where the name leads for this client; `undefined`: nowhere. That a name leads nowhere is never held. */
  lookUp(name: string, { id, holdsFor = this.#timeToLive }: Client): string | undefined {
    const [key, now] = [`${id} ${name.toLowerCase()}`, this.#now()];
    const held = this.#held.get(key);
    if (held !== undefined && now < held.until) return held.environmentId;
    const environmentId = this.#answer(name.toLowerCase());
    this.#held.delete(key);
    if (environmentId !== undefined && holdsFor > 0) this.#hold(key, { environmentId, until: now + holdsFor });
    return environmentId;
  }

  /** What the servers answer at this moment. */
  #answer(name: string, steps = 0): string | undefined {
    const answers = this.#published.get(name);
    if (answers === undefined || this.#surroundings === undefined || steps > MOST_STEPS) {
      return this.#records.get(name) ?? this.#surroundings?.environmentAt(name);
    }
    const { isHealthy, random } = this.#surroundings;
    const shares = sharesOf(answers, (leadsTo) => {
      const environmentId = this.#answer(leadsTo, steps + 1);
      return environmentId !== undefined && isHealthy(environmentId);
    });
    let place = random.next();
    const chosen = answers.find((_, index) => {
      place -= shares[index] ?? 0;
      return place < 0;
    });
    return chosen === undefined ? undefined : this.#answer(chosen.leadsTo, steps + 1);
  }

  #hold(key: string, held: Held): void {
    if (this.#held.size >= MOST_HELD) {
      for (const [other, { until }] of this.#held) if (until <= this.#now()) this.#held.delete(other);
      const [oldest] = this.#held.keys();
      if (this.#held.size >= MOST_HELD && oldest !== undefined) this.#held.delete(oldest);
    }
    this.#held.set(key, held);
  }
}

/**
 * Who asks: the machine that the connection comes from, because the programs of one machine share its resolver; or whoever
 * the credentials of the proxy name. `browser` (`http://browser@127.0.0.1:…`) is a machine of its own; `old-phone:600`
 * besides holds every answer for 600 seconds, as resolvers do that do not care for the record.
 */
export function clientOf(address: string | undefined, proxyAuthorization: string | undefined): Client {
  const [, encoded] = /^Basic\s+(\S+)$/i.exec(proxyAuthorization ?? '') ?? [];
  if (encoded === undefined) return { id: address ?? '' };
  const [, id = '', held = ''] = /^([^:]*):?(.*)$/s.exec(Buffer.from(encoded, 'base64').toString('utf8')) ?? [];
  return { id: `@${id}`, ...(/^\d{1,6}$/.test(held) ? { holdsFor: Number(held) * 1_000 } : {}) };
}
