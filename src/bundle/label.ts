/** Labels, keys and descriptions of application versions: made so that the service and S3 take them, and say what they hold. */
import type { ApplicationVersion, BundleHash } from '../domain/version.js';

/** Elastic Beanstalk API reference: version labels have 1 to 100 characters and no `/`; descriptions have up to 200. */
const LABEL_LIMIT = 100;
const DESCRIPTION_LIMIT = 200;

const short = (hash: BundleHash): string => hash.slice(0, 8);

/** `<sha7>-<hash8>`: the commit for people, the hash because two builds of one commit may differ. */
export function defaultLabel(commit: string | undefined, hash: BundleHash): string {
  return commit === undefined ? `bundle-${short(hash)}` : `${commit.slice(0, 7)}-${short(hash)}`;
}

/**
 * The label as the service accepts it, for people who deploy under a branch's name. Equal to `wished` in nearly every
 * case; where not, the caller says so.
 */
export function acceptableLabel(wished: string, hash: BundleHash): string {
  const clean = withoutForbidden(wished);
  if (!/[\p{L}\p{N}\p{S}]/u.test(clean)) return defaultLabel(undefined, hash);
  // Cut labels get the hash, or two long branch names with the same beginning would meet.
  return isShortEnough(clean) ? clean : withSuffix(clean, hash);
}

/** The label under which `acceptableLabel` would have made a version, for looking one up; too long ones are no label. */
export function existingLabel(wished: string): string | undefined {
  const clean = withoutForbidden(wished);
  return clean !== '' && isShortEnough(clean) ? clean : undefined;
}

/** Composed, because `é` as one character and as two would be two labels that look the same. */
const withoutForbidden = (wished: string): string =>
  wished.normalize('NFC').replace(/[/\\]/g, '-').replace(/\p{C}/gu, '').trim();

const isShortEnough = (label: string): boolean => [...label].length <= LABEL_LIMIT;

/** `<label>-<hash8>`, cut so that the whole fits. */
export function withSuffix(label: string, hash: BundleHash): string {
  const room = LABEL_LIMIT - 9;
  return `${[...label].slice(0, room).join('')}-${short(hash)}`;
}

/** File names that Elastic Beanstalk tells apart (Tomcat and Java SE take `.war` and `.jar`). */
type Extension = 'zip' | 'war' | 'jar';

export function extensionOf(path: string): Extension {
  const extension = /\.(war|jar)$/i.exec(path)?.[1]?.toLowerCase();
  return extension === 'war' || extension === 'jar' ? extension : 'zip';
}

/**
 * `<application>/<label>-<hash>.zip`. The hash makes the key safe to share and never worth overwriting; the rest is for
 * people, in the characters that S3 calls safe.
 */
export function bundleKey(application: string, label: string, hash: BundleHash, extension: Extension = 'zip'): string {
  return `${keyPart(application)}/${keyPart(label)}-${hash}.${extension}`;
}

const keyPart = (text: string): string => {
  const safe = text.replace(/[^A-Za-z0-9!_.*'()-]/g, '_').replace(/^\.+/, '_');
  return safe === '' ? '_' : safe;
};

/** What people read in the console, with the hash at its end. */
export function describe(
  comment: string,
  commit: string | undefined,
  hash: BundleHash,
  what: 'bundle' | 'image' = 'bundle',
): string {
  const record = `[${what} sha256:${hash}]`;
  const said = [comment, commit === undefined ? '' : `commit ${commit.slice(0, 40)}`]
    .map((part) => part.replace(/[\p{C}\s]+/gu, ' ').trim())
    .filter((part) => part !== '')
    .join(' · ');
  const room = DESCRIPTION_LIMIT - record.length - 1;
  const cut = [...said].length > room ? `${[...said].slice(0, room - 1).join('')}…` : said;
  return cut === '' ? record : `${cut} ${record}`;
}

export const HASH_TAG = 'beanstalk-rollout:bundle-sha256';
/** Metadata of the object in S3 (`x-amz-meta-bundle-sha256`). */
export const HASH_METADATA = 'bundle-sha256';

/** The hash of what a version holds, when it was recorded; key and image first, because they cannot be edited. */
export function recordedHash({ bundle, image, description }: ApplicationVersion): BundleHash | undefined {
  const inKey = /-([0-9a-f]{64})\.(?:zip|war|jar)$/.exec(bundle?.key ?? '')?.[1];
  const inImage = bundle === undefined ? digestOf(image) : undefined;
  return inKey ?? inImage ?? /\[(?:bundle|image) sha256:([0-9a-f]{64})\]$/.exec(description ?? '')?.[1];
}

/** The hexadecimal digits of the digest that an image is named by. */
export const digestOf = (image: string | undefined): string | undefined =>
  /@sha256:([0-9a-f]{64})$/.exec(image ?? '')?.[1];
