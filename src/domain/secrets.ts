/** What in a named value must not appear in any log. */

/** Words that tell a secret by its name; `key` as a word of its own, so that MONKEY_MODE is none. */
const SECRET_NAME =
  /secret|token|passw|passphrase|pwd|credential|private|api_?key|access_?key|(?:^|[^a-z])keys?(?:[^a-z]|$)|auth(?!or(?!i))|dsn/i;

/** `postgres://user:password@host/…`, also several of them in one value. A password may hold an `@` of its own. */
const PASSWORD_IN_URL = /:\/\/[^/\s:@]*:([^/\s]+)@/g;

/** Shorter ones ("1", "on", "{") would tear holes into every line of the log, and so would the words below. */
const SHORTEST = 4;
const ORDINARY = /^(?:true|false|none|null|undefined|enabled?|disabled?|default|required|optional|auto|info|debug)$/i;

/** Texts to mask for this variable or option, each without line ends; empty when it holds no secret. */
export function secretsOf(name: string, value: string): readonly string[] {
  // `encryptionKey` is read as `encryption_Key`.
  const isSecret = SECRET_NAME.test(name.replace(/([a-z\d])([A-Z])/g, '$1_$2'));
  const lines = isSecret || value.search(PASSWORD_IN_URL) >= 0 ? value.split(/[\r\n]+/).map((line) => line.trim()) : [];
  return [...new Set([...lines.filter(isWorthMasking), ...passwordsIn(value)])];
}

/** Passwords of the URLs in a text, as they are written there and as they are meant; not the shortest. */
export function passwordsIn(text: string): readonly string[] {
  const written = [...text.matchAll(PASSWORD_IN_URL)].map(([, password = '']) => password);
  return [...new Set(written.flatMap((password) => [password, decoded(password)]))].filter(isWorthMasking);
}

const isWorthMasking = (text: string): boolean => text.length >= SHORTEST && !ORDINARY.test(text);

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
