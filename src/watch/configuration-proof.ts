/** Judges whether requested option values are deployed, by reading them back. Pure; never shows a value. */
import { type ConfigurationSettings, type OptionKey, type OptionSetting, optionValue } from '../domain/environment.js';
import { canonicalJson } from '../domain/json.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { Instant } from '../domain/time.js';
import { ALLOWANCES } from './allowances.js';
import type { Finding } from './finding.js';
import type { Knowledge } from './knowledge.js';

const VARIABLES = 'aws:elasticbeanstalk:application:environment';

export function asksSettings(expects: UpdateExpectation): boolean {
  return expects.options.length + expects.removedOptions.length > 0;
}

export function findConfiguration(expects: UpdateExpectation, known: Knowledge): Finding {
  if (!asksSettings(expects)) return { found: 'proven' };
  const { readySince, settings, settingsAt } = known;
  if (readySince === undefined) return { found: 'pending', reason: 'the update has not ended', wants: [] };
  if (settings === undefined || settingsAt === undefined || settingsAt < readySince) {
    return { found: 'pending', reason: 'the option settings have not been read back yet', wants: ['settings'] };
  }
  const deployed = settings.find((entry) => (entry.deploymentStatus ?? 'deployed') === 'deployed');
  const isOver = settingsAt - readySince >= ALLOWANCES.settingsLag;
  if (deployed === undefined) return withoutSettings(isOver);
  const wrong = [
    ...expects.options.filter((option) => !isDeployed(option, deployed)),
    ...expects.removedOptions.filter((option) => !isRemoved(option, deployed)),
  ];
  if (wrong.length === 0) return { found: 'proven', note: 'the requested option settings are deployed' };
  return notDeployed(wrong, settings, known, isOver, readySince);
}

function withoutSettings(isOver: boolean): Finding {
  const reason = 'DescribeConfigurationSettings shows no deployed settings';
  if (!isOver) return { found: 'pending', reason, wants: ['settings'] };
  const permission = 'elasticbeanstalk:DescribeConfigurationSettings';
  return { found: 'failed', code: 'cannot-tell', reason: `${reason}; the permission ${permission} may be missing` };
}

function notDeployed(
  wrong: readonly OptionKey[],
  settings: readonly ConfigurationSettings[],
  known: Knowledge,
  isOver: boolean,
  readySince: Instant,
): Finding {
  const names = wrong.map((option) => `${option.namespace} ${option.name}`).join(', ');
  const isDraftFailed = settings.some((entry) => entry.deploymentStatus === 'failed');
  const isAnnounced = known.events.failures.length > 0;
  if (!isOver && !isAnnounced && !isDraftFailed) {
    const reason = `not deployed yet: ${names}`;
    return { found: 'pending', reason, wants: ['settings'], dueAt: readySince + ALLOWANCES.settingsLag };
  }
  const draft = isDraftFailed ? '; the service keeps them as a draft that failed' : '';
  return {
    found: 'failed',
    code: 'configuration-failed',
    reason: `the environment is Ready without the requested settings: ${names}${draft}`,
  };
}

function isDeployed(option: OptionSetting, deployed: ConfigurationSettings): boolean {
  const value = deployedValue(option, deployed);
  // Passwords are not shown, or shown as asterisks: they cannot be compared.
  if (value === undefined) return /password/i.test(option.name);
  return /^\*+$/.test(value) || normalise(value) === normalise(option.value);
}

/** Only environment variables vanish; every other option falls back to a default that only the service knows. */
function isRemoved(option: OptionKey, deployed: ConfigurationSettings): boolean {
  return option.namespace !== VARIABLES || (deployedValue(option, deployed) ?? '') === '';
}

function deployedValue(option: OptionKey, deployed: ConfigurationSettings): string | undefined {
  if (option.resource === undefined) return optionValue(deployed.options, option.namespace, option.name);
  return deployed.options.find(
    (entry) => entry.namespace === option.namespace && entry.name === option.name && entry.resource === option.resource,
  )?.value;
}

/** The service writes booleans its own way and may sort lists (subnets, security groups). */
function normalise(value: string): string {
  const trimmed = value.trim();
  if (/^(true|false)$/i.test(trimmed)) return trimmed.toLowerCase();
  // Some options of Cluster environments are JSON objects.
  const json = canonicalJson(trimmed);
  if (json !== undefined) return json;
  return trimmed.includes(',')
    ? trimmed
        .split(',')
        .map((part) => part.trim())
        .sort()
        .join(',')
    : trimmed;
}
