/** What the environment of a pull request is called, and its host name: within the service's limits, and never by chance. */

/** AWS API reference, CreateEnvironment: EnvironmentName has 4 to 40 characters, CNAMEPrefix 4 to 63. */
const NAME_LIMIT = 40;
const CNAME_LIMIT = 63;
const HASH_LENGTH = 6;

/** Who the names are made from. */
export interface PreviewIdentity {
  /** `owner/name`. */
  readonly repository: string;
  readonly pullRequest: number;
  /** Instead of the name of the repository. */
  readonly name?: string;
}

/**
 * Names to try, the best first. The second holds a hash of the repository, for the case that somebody else has the first:
 * names of environments are unique in a region, and two owners may have a repository of one name.
 */
export function previewNames(identity: PreviewIdentity): readonly string[] {
  return candidates(previewBase(identity), identity, NAME_LIMIT);
}

/** CNAME prefixes to try; they are unique over all accounts of a region. `prefix`: instead of the base of the names. */
export function previewCnames(identity: PreviewIdentity, prefix?: string): readonly string[] {
  return candidates(prefix === undefined ? previewBase(identity) : slug(prefix), identity, CNAME_LIMIT);
}

/** Every preview's name has this shape, whatever it is called before: only the tags of such environments are worth a call. */
export const looksLikePreview = (environmentName: string): boolean => /-pr-[1-9]\d*$/.test(environmentName);

function candidates(base: string, identity: PreviewIdentity, limit: number): readonly string[] {
  const tail = `-pr-${identity.pullRequest}`;
  const plain = base + tail;
  const hash = hashOf(`${identity.repository.toLowerCase()}/${identity.name ?? ''}`);
  const room = limit - tail.length - hash.length - 1;
  const hashed = `${trimmed(base.slice(0, room))}-${hash}${tail}`;
  return plain.length <= limit ? [plain, hashed] : [hashed];
}

/** What every name of it begins with. */
export const previewBase = ({ name, repository }: Pick<PreviewIdentity, 'name' | 'repository'>): string =>
  slug(name ?? repository.split('/').at(-1) ?? '');

/** Lower case, because host names are. */
function slug(text: string): string {
  const clean = trimmed(text.toLowerCase().replace(/[^a-z0-9]+/g, '-'));
  return clean === '' ? 'preview' : clean;
}

const trimmed = (text: string): string => text.replace(/^-+|-+$/g, '');

/** FNV-1a with 32 bits: it only has to tell repositories apart that begin alike, and guards nothing. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  return hash.toString(36).padStart(HASH_LENGTH, '0').slice(-HASH_LENGTH);
}
