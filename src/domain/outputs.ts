/** The outputs of the step, declared once: set on every ending, empty where nothing is known. */

export interface OutputDeclaration {
  readonly help: string;
  /** Also an output of aws-actions/aws-elasticbeanstalk-deploy, with its meaning. */
  readonly aws?: boolean;
}

export const OUTPUTS = {
  'environment-url': { help: 'Host name of the environment (CNAME, without a scheme).', aws: true },
  'environment-id': { help: 'Id of the environment.', aws: true },
  'environment-status': {
    help: 'Status of the environment when it was last looked at, for example `Ready`.',
    aws: true,
  },
  'environment-health': { help: 'Colour of its health when it was last looked at, for example `Green`.', aws: true },
  'deployment-action-type': {
    help: '`create`, `update` or `terminate`; empty when the environment was not found.',
    aws: true,
  },
  'version-label': {
    help: 'Label of the version that was deployed (it may have a suffix, see `on-label-conflict`).',
    aws: true,
  },
  outcome: {
    help: '`unchanged`, `planned`, `started`, `succeeded`, `failed`, `timed-out` or `cancelled`.',
  },
  'outcome-reason': { help: 'One sentence: what happened, and why we say so.' },
  restored: { help: 'Whether what was there before is there again: `not-needed`, `yes`, `no` or `failed`.' },
  'previous-version-label': {
    help: 'Label that the way back leads to: the one that the environment had before, or the one before that when a run has left its own there without a proof.',
  },
  'deployment-id': { help: 'Number of the deployment, as the instances report it (enhanced health only).' },
  'bundle-sha256': {
    help: 'SHA-256 over the entries of the bundle: equal for the same files, whenever they are zipped.',
  },
  'live-environment-name': {
    help: 'Environment that holds the production CNAME at the end (strategies with two environments); empty when neither does.',
  },
  'idle-environment-name': { help: 'The other one of the two environments, if there is one.' },
  'environments-result': {
    help: 'With `environments`: JSON list with `environment`, `region`, `application`, `wave`, `state`, `version`, `previousVersion`, `url`, `id`, `restored` and `reason` of each; see docs/several-environments.md.',
  },
  'preview-url': {
    help: 'With `operation: preview`: address of the preview (`http://…`); empty when there is none, or none any more.',
  },
  plan: { help: 'The plan as JSON: steps, forecast, comparison of all strategies, warnings.' },
  report: { help: 'Path of the JSON report: every event, sample and decision.' },
  'duration-seconds': { help: 'Duration of the whole run.' },
  'api-calls': { help: 'Calls to AWS, repeated ones included.' },
} as const satisfies Readonly<Record<string, OutputDeclaration>>;

export type OutputName = keyof typeof OUTPUTS;
