/**
 * What never belongs into a bundle by itself, and what a `.gitignore` must not keep out of it. Every decision made here
 * is named in the summary, and an explicit `!pattern` in `.ebignore` or in the exclude patterns overrules it.
 */

/** Version control, editors, caches: in `.gitignore` syntax. */
const CLUTTER: readonly string[] = [
  '.git',
  '.hg/',
  '.svn/',
  '.idea/',
  '.vscode/',
  '.vs/',
  '*.swp',
  '*~',
  '.DS_Store',
  'Thumbs.db',
  'desktop.ini',
  'node_modules/.cache/',
  '.next/cache/',
  '__pycache__/',
  // The EB CLI leaves its own folder out too.
  '.elasticbeanstalk/',
];

/** Credentials. `gha-creds-*.json` is what google-github-actions/auth writes into the workspace. */
const SECRETS: readonly string[] = [
  '.env',
  '.env.*',
  '!.env.example',
  '!.env.sample',
  '!.env.template',
  '!.env.dist',
  '.aws/',
  '.ssh/',
  '.gnupg/',
  '.netrc',
  '_netrc',
  '.git-credentials',
  '.pypirc',
  '.docker/config.json',
  '.kube/config',
  'id_rsa',
  'id_dsa',
  'id_ecdsa',
  'id_ed25519',
  '*.ppk',
  '*.tfstate',
  '*.tfstate.*',
  'gha-creds-*.json',
];

export const BUILT_IN_PATTERNS: readonly string[] = [...CLUTTER, ...SECRETS];

const SECRET_PATTERNS: ReadonlySet<string> = new Set(SECRETS);
export const isSecretPattern = (pattern: string): boolean => SECRET_PATTERNS.has(pattern);

/** Files that are a secret only when they hold one: a certificate bundle of a database is a `.pem` too. */
export const mayHoldSecret = (name: string): boolean =>
  /\.(pem|key)$/i.test(name) || name === '.npmrc' || name === '.yarnrc.yml';

/** The rule that a text breaks, or `undefined` when it holds no secret. */
export function secretIn(name: string, text: string): string | undefined {
  if (/\.(pem|key)$/i.test(name)) return text.includes('PRIVATE KEY-----') ? 'private key' : undefined;
  // `${NPM_TOKEN}` is a reference, which tells nobody anything.
  const token = /(_authToken|_password|_auth|npmAuthToken|npmAuthIdent)\s*[=:]\s*"?(?!["\s]|\$\{)/;
  return token.test(text) ? 'registry token' : undefined;
}

/** Names of directories that builds write. */
const BUILD_OUTPUTS: ReadonlySet<string> = new Set([
  'dist',
  'build',
  'out',
  'publish',
  'staticfiles',
  '.next',
  '.nuxt',
  '.output',
  '.svelte-kit',
]);

/**
 * Whether a `.gitignore` pattern is about build output. What was built in this job is listed there because it belongs
 * into no commit; it does belong into the bundle. The EB CLI leaves it out, which is how bundles without an application
 * get deployed.
 */
export function buildOutputIn(pattern: string): string | undefined {
  return pattern.split('/').find((part) => BUILD_OUTPUTS.has(part));
}

/** Scripts that the platform runs as programs (AWS guide: "Platform hooks"). */
export const isPlatformHook = (path: string): boolean => /^\.platform\/(hooks|confighooks)\/[^/]+\/[^/]+$/.test(path);
