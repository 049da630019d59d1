/**
 * What the texts of events mean, with where each was seen in public. Hints only: they explain, they speed a verdict up,
 * and they make a success suspicious; no verdict hangs on a wording alone, because many wordings were never published
 * (traffic splitting, user aborts, the tear-down of a failed immutable deployment).
 */
import { HEALTH_STATUSES, type HealthColor, type HealthStatus } from '../domain/environment.js';

export type Operation = 'update' | 'create' | 'terminate' | 'rebuild' | 'restart' | 'swap' | 'abort' | 'application';

export type Meaning =
  | { readonly kind: 'started'; readonly operation: Operation }
  | { readonly kind: 'batch-started' | 'batch-ended'; readonly batch: number }
  | { readonly kind: 'instances-done'; readonly done: number; readonly total: number }
  /** A temporary Auto Scaling group: immutable or traffic splitting at work. */
  | { readonly kind: 'temporary-group' }
  /** An additional batch of instances is launched. */
  | { readonly kind: 'additional-batch'; readonly instances: number }
  /** Old instances are being removed; the operation goes on for minutes and cannot be aborted any more. */
  | { readonly kind: 'cleaning-up' }
  | { readonly kind: 'version-deployed' }
  | { readonly kind: 'configuration-deployed' }
  | { readonly kind: 'completed'; readonly operation: Operation }
  | { readonly kind: 'deployment-failed' }
  | { readonly kind: 'configuration-failed' }
  | { readonly kind: 'reverted' }
  /** The whole operation ended, and not well (also said with severity INFO). */
  | { readonly kind: 'operation-failed' }
  /** Part of a failure; the operation may still go either way. */
  | { readonly kind: 'failure-detail' }
  | { readonly kind: 'aborted' }
  | { readonly kind: 'health'; readonly to: HealthStatus | HealthColor }
  | { readonly kind: 'instances-added' | 'instances-removed'; readonly ids: readonly string[] }
  | { readonly kind: 'logs-pulled' | 'logs-failed' };

interface Row {
  readonly text: RegExp;
  readonly means: (match: RegExpMatchArray) => Meaning | undefined;
  readonly source: string;
}

const GUIDE = 'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg';
const CLI = 'https://github.com/aws/aws-elastic-beanstalk-cli/blob/master/ebcli/resources/strings.py';

const fixed =
  (meaning: Meaning): (() => Meaning) =>
  () =>
    meaning;
const started = (operation: Operation) => fixed({ kind: 'started', operation });
const completed = (operation: Operation) => fixed({ kind: 'completed', operation });
const number = (text: string | undefined): number => Number(text ?? 0);

/** Ids of instances in a text, in their order. */
export function instanceIdsIn(text: string): readonly string[] {
  return text.match(/\bi-[0-9a-z]{6,}\b/g) ?? [];
}

export const MEANINGS: readonly Row[] = [
  // Beginnings
  { text: /^Environment update is starting\./, means: started('update'), source: `${GUIDE}/eb3-deploy.html` },
  { text: /^createEnvironment is starting\./, means: started('create'), source: `${GUIDE}/eb3-events.html` },
  { text: /^terminateEnvironment is starting\./, means: started('terminate'), source: `${GUIDE}/eb3-terminate.html` },
  { text: /^rebuildEnvironment is starting\./, means: started('rebuild'), source: CLI },
  { text: /^restartAppServer is starting\./, means: started('restart'), source: CLI },
  { text: /^swapEnvironmentCNAMEs is starting\./, means: started('swap'), source: `${GUIDE}/eb3-swap.html` },
  { text: /^delete(Application|Environment) is starting\./, means: started('terminate'), source: CLI },
  { text: /^createApplication(Version)? is starting\./, means: started('application'), source: CLI },
  // Nobody has published the opening line of an abort; any operation of that name is taken as one.
  {
    text: /^abort\w* is starting\./i,
    means: started('abort'),
    source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
  },

  // Progress
  {
    text: /^Batch (\d+): Starting application deployment on instance/,
    means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
    source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
  },
  {
    text: /^Batch (\d+): \d+ EC2 instance\(s\) .*launched\. Deploying/,
    means: (match) => ({ kind: 'batch-started', batch: number(match[1]) }),
    source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/9',
  },
  {
    text: /^Batch (\d+): Completed application deployment\./,
    means: (match) => ({ kind: 'batch-ended', batch: number(match[1]) }),
    source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
  },
  {
    text: /^Command execution completed on (\d+) of (\d+) instances in environment\./,
    means: (match) => ({ kind: 'instances-done', done: number(match[1]), total: number(match[2]) }),
    source: 'https://github.com/aws/elastic-beanstalk-roadmap/issues/126',
  },
  {
    text: /^Immutable deployment policy enabled\./,
    means: fixed({ kind: 'temporary-group' }),
    source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
  },
  {
    text: /^Created temporary auto scaling group/i,
    means: fixed({ kind: 'temporary-group' }),
    source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/91',
  },
  {
    text: /^Rolling with Additional Batch deployment policy enabled\. Launching\s+a new batch of (\d+)/,
    means: (match) => ({ kind: 'additional-batch', instances: number(match[1]) }),
    source: 'https://github.com/meteor-up/mup-aws-beanstalk/issues/63',
  },
  {
    text: /^Deployment succeeded\. Terminating old instances/,
    means: fixed({ kind: 'cleaning-up' }),
    source: `${GUIDE}/environmentmgmt-updates-immutable.html`,
  },
  {
    // In brackets with enhanced health, between quotes with basic.
    text: /^(Added instances? \[|Adding instance '|Added EC2 instance ')/,
    means: (match) => ({ kind: 'instances-added', ids: instanceIdsIn(match.input ?? '') }),
    source: `${GUIDE}/eb3-events.html`,
  },
  {
    text: /^(Removed instances? \[|Removed EC2 instance ')/,
    means: (match) => ({ kind: 'instances-removed', ids: instanceIdsIn(match.input ?? '') }),
    source: `${GUIDE}/eb3-events.html`,
  },

  // Ends, good ones. None of them is proof.
  {
    text: /^New application version was deployed to running EC2 instances\./,
    means: fixed({ kind: 'version-deployed' }),
    source: `${GUIDE}/eb3-deploy.html`,
  },
  {
    text: /^Successfully deployed new configuration to environment\./,
    means: fixed({ kind: 'configuration-deployed' }),
    source: CLI,
  },
  {
    text: /^Environment update completed successfully\./,
    means: completed('update'),
    source: `${GUIDE}/eb3-deploy.html`,
  },
  { text: /^Successfully launched environment:/, means: completed('create'), source: `${GUIDE}/eb3-create.html` },
  { text: /^terminateEnvironment completed successfully\./, means: completed('terminate'), source: CLI },
  { text: /^deleteApplication completed successfully\./, means: completed('terminate'), source: CLI },
  { text: /^The application has been deleted successfully\./, means: completed('terminate'), source: CLI },
  { text: /^Completed swapping CNAMEs for environments/, means: completed('swap'), source: `${GUIDE}/eb3-swap.html` },
  { text: /^Restarted application server on all ec2 instances\./, means: completed('restart'), source: CLI },
  { text: /^createApplication(Version)? completed successfully\./, means: completed('application'), source: CLI },

  // Ends, bad ones: some of them are INFO.
  { text: /^Failed to deploy application\./, means: fixed({ kind: 'deployment-failed' }), source: CLI },
  {
    text: /^During an aborted deployment, some instances may have deployed/,
    means: fixed({ kind: 'deployment-failed' }),
    source: `${GUIDE}/troubleshooting-deployments.html`,
  },
  { text: /^Failed to deploy configuration\./, means: fixed({ kind: 'configuration-failed' }), source: CLI },
  {
    text: /^To enable immutable config and application deployments together, you must set both/,
    means: fixed({ kind: 'configuration-failed' }),
    source: 'https://github.com/hypothesis/deployment/pull/60',
  },
  {
    text: /^The environment was reverted to the previous configuration setting\./,
    means: fixed({ kind: 'reverted' }),
    source: CLI,
  },
  {
    text: /^(Update|Create) environment operation is complete, but with/,
    means: fixed({ kind: 'operation-failed' }),
    source: CLI,
  },
  { text: /^Failed to launch environment\./, means: fixed({ kind: 'operation-failed' }), source: CLI },
  {
    text: /^Launched environment: .*However, there were issues during launch\./,
    means: fixed({ kind: 'operation-failed' }),
    source: CLI,
  },
  { text: /^Failed to (create|delete) platform version/, means: fixed({ kind: 'operation-failed' }), source: CLI },
  {
    text: /^The environment termination step failed/,
    means: fixed({ kind: 'operation-failed' }),
    source: `${GUIDE}/AWSHowTo.eventbridge.html`,
  },
  {
    text: /^Unsuccessful command execution on instance id\(s\)/,
    means: fixed({ kind: 'failure-detail' }),
    source: 'https://github.com/einaregilsson/beanstalk-deploy/issues/86',
  },
  {
    text: /^Instance id\(s\) .* did not pass health check after command execution\./,
    means: fixed({ kind: 'failure-detail' }),
    source: `${GUIDE}/using-features.rolling-version-deploy.html`,
  },
  {
    text: /^\[Instance: .*\] Command failed on instance\./,
    means: fixed({ kind: 'failure-detail' }),
    source: `${GUIDE}/troubleshooting-deployments.html`,
  },
  {
    text: /^Instance deployment failed\./,
    means: fixed({ kind: 'failure-detail' }),
    source: `${GUIDE}/troubleshooting-deployments.html`,
  },
  {
    text: /^Command execution completed on all instances\. Summary: \[.*(?:Failed|TimedOut): [1-9]/,
    means: fixed({ kind: 'failure-detail' }),
    source: `${GUIDE}/troubleshooting-deployments.html`,
  },
  {
    text: /^The following instances have not responded in the allowed command timeout time/,
    means: fixed({ kind: 'failure-detail' }),
    source: `${GUIDE}/troubleshooting-deployments.html`,
  },
  // Unpublished; matched loosely because it only explains a state that was seen anyway.
  {
    text: /\b(environment update|update|deployment) (was |has been |is being )?(aborted|cancelled|canceled)\b/i,
    means: fixed({ kind: 'aborted' }),
    source: `${GUIDE}/using-features.rollingupdates.cancel.html`,
  },

  // Health
  {
    text: /^Environment health has transitioned (?:from \w+ )?to (\w+)\./,
    means: (match) => healthMeaning(match[1] ?? ''),
    source: `${GUIDE}/health-enhanced-status.html`,
  },
  {
    text: /^Environment health has (?:been set|transitioned from \w+) to (GREEN|YELLOW|RED|GREY)/,
    means: (match) => healthMeaning(match[1] ?? ''),
    source: CLI,
  },

  // Logs
  { text: /^Pulled logs for environment instances\./, means: fixed({ kind: 'logs-pulled' }), source: CLI },
  { text: /^Failed to pull logs for environment instances\./, means: fixed({ kind: 'logs-failed' }), source: CLI },
];

/** What a text means, as far as it was ever published; `undefined` for every other text. */
export function meaningOf(message: string): Meaning | undefined {
  for (const row of MEANINGS) {
    const match = message.match(row.text);
    const meaning = match === null ? undefined : row.means(match);
    if (meaning !== undefined) return meaning;
  }
  return undefined;
}

const COLORS: readonly HealthColor[] = ['Green', 'Yellow', 'Red', 'Grey'];

function healthMeaning(word: string): Meaning | undefined {
  const name = word.toLowerCase();
  const to =
    HEALTH_STATUSES.find((status) => status.toLowerCase() === name) ??
    COLORS.find((color) => color.toLowerCase() === name);
  return to === undefined ? undefined : { kind: 'health', to };
}
