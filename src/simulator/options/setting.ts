/** Option settings as requests carry them, and an environment's options as the rules look at them. */
import type { Options } from '../world.js';
import { defaultOption, type OptionScope, type TierName } from './catalogue.js';

/** One `ConfigurationOptionSetting`. An absent value is a setting without one, which the service words as 'null'. */
export interface OptionSetting {
  readonly namespace: string;
  readonly optionName: string;
  readonly value?: string;
  /** Names the scheduled action; the rest of the options ignores it. */
  readonly resourceName?: string;
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Reads `OptionSettings` (or `OptionsToRemove`, which has no values) of a parsed request. */
export function readSettings(member: unknown): readonly OptionSetting[] {
  if (!Array.isArray(member)) return [];
  return member.map((item: Readonly<Record<string, unknown>>) => {
    const value = textOf(item.Value);
    const resourceName = textOf(item.ResourceName);
    return {
      namespace: textOf(item.Namespace) ?? '',
      optionName: textOf(item.OptionName) ?? '',
      ...(value === undefined ? {} : { value }),
      ...(resourceName === undefined ? {} : { resourceName }),
    };
  });
}

/** The same settings as nested options; of two for one option the last wins. */
export function toOptions(settings: readonly OptionSetting[]): Options {
  return mergeOptions({}, settings, []);
}

/** A copy of `options` with `removals` taken out and `settings` put in, in this order. */
export function mergeOptions(
  options: Options,
  settings: readonly OptionSetting[],
  removals: readonly OptionSetting[],
): Options {
  const merged: Options = Object.fromEntries(Object.entries(options).map(([name, values]) => [name, { ...values }]));
  for (const { namespace, optionName } of removals) {
    const values = merged[namespace];
    if (values !== undefined) delete values[optionName];
  }
  for (const { namespace, optionName, value } of settings) {
    const values = merged[namespace] ?? {};
    values[optionName] = value ?? '';
    merged[namespace] = values;
  }
  return Object.fromEntries(Object.entries(merged).filter(([, values]) => Object.keys(values).length > 0));
}

/** `weaker` with everything that `stronger` sets on top. */
export function layerOptions(weaker: Options, stronger: Options): Options {
  return mergeOptions(weaker, fromOptions(stronger), []);
}

/** Nested options as a list of settings. */
export function fromOptions(options: Options): readonly OptionSetting[] {
  return Object.entries(options).flatMap(([namespace, values]) =>
    Object.entries(values).map(([optionName, value]) => ({ namespace, optionName, value })),
  );
}

/** An environment (or one that is to be) as the option rules see it: what is set, else the defaults. */
export function scopeOf(environment: {
  readonly tier?: { readonly name: TierName } | undefined;
  readonly platform?: { readonly solutionStackName: string } | undefined;
  readonly options: Options;
  readonly bundleOptions?: Options | undefined;
}): OptionScope {
  return {
    tier: environment.tier?.name ?? 'WebServer',
    ...(environment.platform === undefined ? {} : { platform: environment.platform.solutionStackName }),
    valueOf: (namespace, optionName) =>
      environment.options[namespace]?.[optionName] ??
      environment.bundleOptions?.[namespace]?.[optionName] ??
      defaultOption(namespace, optionName),
  };
}
