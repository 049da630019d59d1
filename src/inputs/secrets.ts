/** Values that look like secrets are masked before anything could print them. */
import type { OptionSetting } from '../domain/environment.js';
import { PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import type { Host } from '../ports/host.js';
import type { Given } from './declarations.js';

const SECRET_NAME = /secret|token|passw|passphrase|credential|private|api_?key|access_?key|auth|dsn/i;
/** `postgres://user:password@host/…` */
const CREDENTIALS_IN_URL = /:\/\/[^/\s]*:[^/\s]+@/;

/** Shorter values ("1", "true", "info") would tear holes into every line of the log. */
const SHORTEST = 8;

/** Variables are never printed by us; the mask also covers what the application's own logs repeat. */
export function maskSecrets(host: Pick<Host, 'mask'>, values: Given, options: readonly OptionSetting[]): void {
  const variables = Object.entries(values['environment-variables']?.set ?? {});
  const properties = options
    .filter((one) => one.namespace === PROPERTIES_NAMESPACE || one.namespace === 'aws:rds:dbinstance')
    .map((one): [string, string] => [one.name, one.value]);
  for (const [name, value] of [...variables, ...properties]) {
    const secret = SECRET_NAME.test(name) || CREDENTIALS_IN_URL.test(value);
    if (secret && value.length >= SHORTEST) host.mask(value);
  }
}
