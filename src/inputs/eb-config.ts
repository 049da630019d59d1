/** What `.elasticbeanstalk/config.yml` of the EB CLI says, as far as it means something here. Pure; the text is foreign. */

import { parse } from 'yaml';
import { isObject } from '../domain/json.js';

/** Values as the file spells them; what they are worth is decided like that of inputs. */
export interface EbConfig {
  readonly application?: string;
  readonly region?: string;
  readonly profile?: string;
  /** `git`, `codecommit`; absent: no version control. */
  readonly sourceControl?: string;
  /** `branch-defaults`: environments by branch; `default` is for directories without version control. */
  readonly environments: Readonly<Record<string, string>>;
  /** `deploy.artifact`: deployed as it is, instead of a bundle of the directory. */
  readonly artifact?: string;
}

export type EbConfigRead = { readonly config: EbConfig } | { readonly because: string };

/** `because` continues "The file …". */
export function readEbConfig(text: string): EbConfigRead {
  let content: unknown;
  try {
    // Aliases are limited by the parser; nobody writes tags of other languages.
    content = parse(text.replace(/^\uFEFF/, ''), { logLevel: 'error', schema: 'core' });
  } catch (error) {
    const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
    return { because: `is not valid YAML: ${first.replace(/:?\s*$/, '')}` };
  }
  if (content === null || content === undefined) return { config: { environments: {} } };
  if (!isObject(content)) return { because: 'does not consist of sections such as `global:`' };
  const wrong: string[] = [];
  const section = (of: Section, name: string, path: string): Section => {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found === undefined || found === null || isObject(found)) return found ?? {};
    wrong.push(path);
    return {};
  };
  const word = (of: Section, name: string, path: string): string | undefined => {
    const found = Object.hasOwn(of, name) ? of[name] : undefined;
    if (found === undefined || found === null) return undefined;
    if (typeof found === 'string' || typeof found === 'number') return String(found).trim();
    wrong.push(path);
    return undefined;
  };
  const global = section(content, 'global', 'global');
  const branches = section(content, 'branch-defaults', 'branch-defaults');
  const environments: Record<string, string> = {};
  for (const branch of Object.keys(branches)) {
    const path = `branch-defaults.${branch}`;
    const environment = word(section(branches, branch, path), 'environment', `${path}.environment`);
    if (environment !== undefined)
      Object.defineProperty(environments, branch, { value: environment, enumerable: true });
  }
  const config = {
    ...given('application', word(global, 'application_name', 'global.application_name')),
    ...given('region', word(global, 'default_region', 'global.default_region')),
    ...given('profile', word(global, 'profile', 'global.profile')),
    ...given('sourceControl', word(global, 'sc', 'global.sc')),
    environments,
    ...given('artifact', word(section(content, 'deploy', 'deploy'), 'artifact', 'deploy.artifact')),
  };
  return wrong.length === 0 ? { config } : { because: `has something else than a text or a section at ${wrong[0]}` };
}

type Section = Readonly<Record<string, unknown>>;

const given = <K extends string>(key: K, value: string | undefined): { readonly [_ in K]?: string } =>
  // A computed key loses its literal type, hence the cast.
  (value === undefined || value === '' ? {} : { [key]: value }) as { readonly [_ in K]?: string };

/** `config.yml` is stronger than `config.global.yml`, as in the EB CLI. */
export const laidOver = (upper: EbConfig, lower: EbConfig): EbConfig => ({
  ...lower,
  ...upper,
  environments: { ...lower.environments, ...upper.environments },
});

/** The environment of a branch. Without `sc`, the EB CLI knows no branches and takes the one called `default`. */
export function environmentOf(config: EbConfig, branch: string | undefined): string | undefined {
  const name = config.sourceControl === undefined ? 'default' : branch;
  return name !== undefined && Object.hasOwn(config.environments, name) ? config.environments[name] : undefined;
}
