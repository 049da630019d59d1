/** The known word that a mistyped one was probably meant to be. */
import { closest, distance } from 'fastest-levenshtein';

const plain = (word: string): string => word.toLowerCase().replaceAll('_', '-');

/** `undefined` when nothing is near enough: a wrong guess is worse than none. */
export function didYouMean(word: string, known: readonly string[]): string | undefined {
  if (known.length === 0 || word === '') return undefined;
  const byPlain = new Map(known.map((one) => [plain(one), one]));
  const nearest = closest(plain(word), [...byPlain.keys()]);
  const allowed = Math.max(1, Math.floor(Math.max(word.length, nearest.length) / 3));
  if (distance(plain(word), nearest) <= allowed) return byPlain.get(nearest);
  // "label" for "version-label", "rolling-extra" for "rolling": a part that only one of them has.
  const parts = known.filter((one) => plain(word).length >= 4 && plain(one).split('-').includes(plain(word)));
  return parts.length === 1 ? parts[0] : undefined;
}
