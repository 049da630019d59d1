/** Values that look like secrets are masked before anything could print them. */
import { variablesIn } from '../domain/cluster.js';
import type { OptionSetting } from '../domain/environment.js';
import { PROPERTIES_NAMESPACE } from '../domain/fleet.js';
import { pairs } from '../domain/input.js';
import { secretsOf } from '../domain/secrets.js';
import type { Host } from '../ports/host.js';
import type { Given } from './declarations.js';

/** Variables are never printed by us; the mask also covers what the application's own logs repeat. */
export function maskSecrets(host: Pick<Host, 'mask'>, values: Given, options: readonly OptionSetting[]): void {
  const variables = Object.entries(values['environment-variables']?.set ?? {});
  const properties = options
    .filter((one) => one.namespace === PROPERTIES_NAMESPACE || one.namespace === 'aws:rds:dbinstance')
    .map((one): [string, string] => [one.name, one.value]);
  const registry = values['docker-registry-auth'];
  if (registry !== undefined) {
    host.mask(registry);
    host.mask(registry.slice(registry.indexOf(':') + 1));
  }
  const pods = Object.entries(variablesIn(options) ?? {}).flatMap(
    ([name, value]): readonly (readonly [string, string])[] => (typeof value === 'string' ? [[name, value]] : []),
  );
  maskVariables(host, [...variables, ...properties, ...pods]);
}

function maskVariables(host: Pick<Host, 'mask'>, variables: readonly (readonly [string, string])[]): void {
  for (const [name, value] of variables) for (const secret of secretsOf(name, value)) host.mask(secret);
}

/** The same in the post phase, which reads no other inputs and yet adds to the report what instances say. */
export function maskGivenVariables(host: Pick<Host, 'mask' | 'input'>): void {
  const given = pairs.read(host.input('environment-variables'));
  if ('value' in given) maskVariables(host, Object.entries(given.value.set));
}

/** With `mask-resource-identifiers`: what names resources of the account; the account itself is masked when it is known. */
export function maskIdentifiers(host: Pick<Host, 'mask'>, values: Given): void {
  if (values['mask-resource-identifiers'] !== true) return;
  for (const input of ['application-name', 'environment-name', 'version-label', 's3-bucket-name'] as const) {
    const name = values[input];
    if (name !== undefined && name !== '') host.mask(name, 'identifier');
  }
}
