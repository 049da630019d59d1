/**
 * `rollback`: which version is meant by `to-version`, decided from what was recorded and what still exists. Pure.
 *
 * How it gets there is the strategy's business: a strategy of two environments whose other side still runs that version
 * everywhere has nothing to deploy and only moves the traffic.
 */
import type { Candidate } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import { lastGood, putAway, type Release } from '../domain/releases.js';
import type { EnvironmentSnapshot } from '../domain/snapshot.js';
import type { ApplicationVersion } from '../domain/version.js';

export interface RollbackQuestion {
  /** `previous`, or a label. */
  readonly toVersion: string;
  readonly target: EnvironmentSnapshot;
  /** Of this environment, newest first. */
  readonly releases: readonly Release[];
  readonly versions: readonly ApplicationVersion[];
  /** By label; absent: S3 could not be asked. */
  readonly bundles: ReadonlyMap<string, boolean>;
  /** Labels that the environment's events name as deployed, newest first: the fallback when nothing is recorded. */
  readonly toldByEvents: readonly string[];
}

export type RollbackAnswer =
  | { readonly kind: 'target'; readonly label: string; readonly said: readonly string[] }
  | { readonly kind: 'unclear'; readonly problem: Problem };

/** What the environment runs: of a fleet that is not whole, what was begun last. */
export function runningLabel({ environment, instances }: EnvironmentSnapshot): string | undefined {
  const deployments = (instances?.instances ?? []).flatMap(({ deployment }) => deployment ?? []);
  const newest = [...deployments].sort((left, right) => (right.id ?? 0) - (left.id ?? 0))[0];
  return newest?.versionLabel ?? environment.versionLabel;
}

export function chooseRelease(question: RollbackQuestion): RollbackAnswer {
  return question.toVersion === 'previous' ? previous(question) : usable(question, question.toVersion, []);
}

/** The last version that was good here before the one that runs now; versions that a rollback has put away do not count. */
function previous(question: RollbackQuestion): RollbackAnswer {
  const { releases, target } = question;
  const running = runningLabel(target);
  const at = releases.findIndex(({ label }) => label === running);
  const away = putAway(releases);
  const earlier = releases.slice(at + 1).filter(({ label }) => label !== running && !away.has(label));
  const [last] = earlier;
  if (last !== undefined) {
    const how = last.verdict === 'proven' ? 'was proven good here' : 'ran here, healthy, when the record began';
    return usable(question, last.label, [`${last.label} ${how} on ${dayOf(last.at)}.`]);
  }
  if (releases.length > 0)
    return unclear(
      question,
      `No version is recorded as good on ${target.environment.name} before ${running ?? 'the present one'}.`,
    );
  const told = question.toldByEvents.find((label) => label !== running);
  if (told === undefined)
    return unclear(
      question,
      `There is no record of good versions for ${target.environment.name}, and its events do not name the version before.`,
    );
  return usable(question, told, [
    `There is no record of good versions for ${target.environment.name}: ${told} is what its events say was deployed before. Nobody has proven that it was good.`,
  ]);
}

function usable(question: RollbackQuestion, label: string, said: readonly string[]): RollbackAnswer {
  const { versions, bundles, releases, target } = question;
  const version = versions.find((one) => one.label === label);
  if (version === undefined) return unclear(question, `Version ${label} does not exist (any more).`);
  if (version.status === 'Failed') return unclear(question, `Elastic Beanstalk could not process version ${label}.`);
  if (bundles.get(label) === false) return unclear(question, `The bundle of version ${label} is not in S3 any more.`);
  const isKnown = releases.some((one) => one.label === label) || said.length > 0;
  const never = `Nothing is recorded of ${label} on ${target.environment.name}: nobody has proven that it was good there.`;
  return { kind: 'target', label, said: isKnown ? said : [...said, never] };
}

function unclear(question: RollbackQuestion, what: string): RollbackAnswer {
  const good = candidatesOf(question).filter(({ bundle, runs }) => bundle !== 'gone' && !runs);
  const listed = good.slice(0, 5).map(({ label, verdict }) => `${label} (${VERDICT_WORDS[verdict]})`);
  return {
    kind: 'unclear',
    problem: {
      code: 'rollback-unclear',
      blame: 'you',
      what: `It is not clear what to roll back to: ${what}`,
      hint:
        listed.length === 0
          ? 'There is no other version that could be deployed; deploy one from the repository.'
          : `Name one with \`to-version\`: ${listed.join(', ')}.`,
      input: 'to-version',
    },
  };
}

export const VERDICT_WORDS: Readonly<Record<Candidate['verdict'], string>> = {
  proven: 'proven good',
  seen: 'was healthy',
  'put-away': 'put away by a rollback',
  unrecorded: 'not recorded',
};

const dayOf = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

const MOST_CANDIDATES = 20;

/** Recorded good versions first, the newest first; then the others by their creation. */
export function candidatesOf({ target, releases, versions, bundles }: RollbackQuestion): readonly Candidate[] {
  const running = runningLabel(target);
  const away = putAway(releases);
  const good = lastGood(releases, releases.length);
  const recorded = [...good, ...[...away].filter((label) => !good.includes(label))];
  const newestFirst = [...versions].sort((left, right) => (right.dateCreated ?? 0) - (left.dateCreated ?? 0));
  const others = newestFirst.map(({ label }) => label).filter((label) => !recorded.includes(label));
  return [...recorded, ...others].slice(0, MOST_CANDIDATES).map((label): Candidate => {
    const release = releases.find((one) => one.label === label);
    const version = versions.find((one) => one.label === label);
    const at = release?.at ?? version?.dateCreated;
    const commit = release?.commit ?? commitOf(version);
    const bundle = version === undefined ? false : bundles.get(label);
    return {
      label,
      verdict: away.has(label) ? 'put-away' : (release?.verdict ?? 'unrecorded'),
      bundle: bundle === undefined ? 'unknown' : bundle ? 'present' : 'gone',
      runs: label === running,
      ...(at === undefined ? {} : { at }),
      ...(commit === undefined ? {} : { commit }),
      ...(release?.comment === undefined ? {} : { comment: release.comment }),
    };
  });
}

/** Descriptions of versions that this action made hold the commit. */
function commitOf(version: ApplicationVersion | undefined): string | undefined {
  return /\bcommit ([0-9a-f]{7,40}) \[(?:bundle|image) sha256:/.exec(version?.description ?? '')?.[1];
}
