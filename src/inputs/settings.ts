/** Values that were read without a problem → settings. Nothing is decided here but names. */
import type { OptionSetting } from '../domain/environment.js';
import type { ValuesOf } from '../domain/input.js';
import type { BundleSource, DeploySettings, TerminationWish } from '../domain/settings.js';
import type { ConfiguredStrategy } from '../domain/strategy.js';
import { acceptedHealth } from './accepted-health.js';
import { commandSettings } from './command-inputs.js';
import type { CommonInputs } from './declarations.js';
import { creationWish } from './environment-inputs.js';
import { alarmWatch } from './gate-inputs.js';
import { recordWish } from './github-inputs.js';
import { lockSettings } from './lock-inputs.js';

interface Parts {
  readonly operation: DeploySettings['operation'];
  readonly values: ValuesOf<CommonInputs>;
  readonly strategy: ConfiguredStrategy;
  readonly allStrategies: () => readonly ConfiguredStrategy[];
  readonly options: readonly OptionSetting[];
  readonly bundle?: BundleSource;
  readonly commit?: string;
  readonly termination?: TerminationWish;
}

/** `{ key: value }`, or nothing when there is no value: optional members stay absent. */
const given = <K extends string, V>(key: K, value: V | undefined): { readonly [_ in K]?: V } =>
  // A computed key loses its literal type, hence the cast.
  (value === undefined ? {} : { [key]: value }) as { readonly [_ in K]?: V };

export function buildSettings({
  operation,
  values,
  strategy,
  allStrategies,
  options,
  bundle,
  commit,
  termination,
}: Parts): DeploySettings {
  const stack = values['solution-stack-name'];
  const arn = values['platform-arn'];
  return {
    operation,
    dryRun: values['dry-run'],
    region: values['aws-region'],
    application: values['application-name'],
    environmentName: values['environment-name'],
    strategy,
    allStrategies,
    ...given('bundle', bundle),
    ...given('imageBuild', bundle === undefined ? undefined : values['build-configuration']),
    ...given('versionLabel', values['version-label']),
    onLabelConflict: labelConflict(values),
    ...given('commit', commit),
    ...(values.operation === 'rollback' ? { toVersion: values['to-version'] ?? 'previous' } : {}),
    ...given('pruneVersions', values['prune-versions']),
    comment: values.comment,
    ...given('bucket', values['s3-bucket-name']),
    options,
    environmentVariables: values['environment-variables'] ?? { set: {}, remove: [] },
    ...(stack === undefined && arn === undefined
      ? {}
      : { platform: { ...given('solutionStack', stack), ...given('arn', arn) } }),
    ...given('creation', creationWish(values)),
    ...given('termination', termination),
    ...given('commands', commandSettings(values)),
    ...given('alarms', alarmWatch(values)),
    onInconclusive: values['on-inconclusive'],
    restorePolicy: values['restore-policy'],
    acceptHealth: values['wait-for-environment-recovery'] ? acceptedHealth(values['accept-health']) : { kind: 'any' },
    stableFor: values['stable-for'],
    healthGrace: values['health-grace'],
    ...given('timeout', values.timeout ?? values['deployment-timeout']),
    onFailure: values['on-failure'],
    onTimeout: values['on-timeout'],
    onCancel: values['on-cancel'],
    onBusy: values['on-busy'],
    busyTimeout: values['busy-timeout'],
    waitForDeployment: values['wait-for-deployment'],
    ...given('pollInterval', values['poll-interval']),
    lock: lockSettings(values),
    logsOnFailure: values['logs-on-failure'],
    jobSummary: values['job-summary'],
    ...given('deploymentRecord', recordWish(values)),
  };
}

function labelConflict(values: ValuesOf<CommonInputs>): DeploySettings['onLabelConflict'] {
  const aws = values['use-existing-application-version-if-available'];
  return aws === undefined ? values['on-label-conflict'] : aws ? 'reuse' : 'fail';
}
