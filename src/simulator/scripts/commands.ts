/** Commands on instances: started, waited for within the command timeout, and told as events. */
import { seconds } from '../../domain/time.js';
import { findImage } from '../cluster/image.js';
import { type Context, environmentEvent, faultsOf } from '../context.js';
import { isLeaving } from '../instances.js';
import type { CommandState, InstanceCommand } from '../runtime/runtime.js';
import { type Script, until, wait } from '../timeline.js';
import type { Instance, InstanceDeployment } from '../world.js';
import { deploymentLogged } from './deployment-log.js';
import { commandTimeout, idsOf, pause, say, type Update, withinOneSecond } from './update.js';

export interface CommandReport {
  readonly succeeded: readonly Instance[];
  readonly failed: readonly { readonly instance: Instance; readonly returnCode: number; readonly output: string }[];
  readonly timedOut: readonly Instance[];
}

const ENVIRONMENT_PROPERTIES = 'aws:elasticbeanstalk:application:environment';

/** Runs the update's command on these instances at once and waits for all of them, but not for those that Auto Scaling takes. */
export function* executeCommand(
  update: Update,
  targets: readonly Instance[],
  { quiet = false }: { readonly quiet?: boolean } = {},
): Script<CommandReport> {
  const { context } = update;
  const instances = targets.filter((instance) => !isLeaving(instance));
  const keepers = instances.filter((instance) => begin(update, instance) === 'kept');
  let running = instances.filter(
    (instance) => !keepers.includes(instance) || instance.deployment?.status === 'In Progress',
  );
  const succeeded: Instance[] = [...keepers.filter((instance) => !running.includes(instance))];
  const failed: CommandReport['failed'][number][] = [];
  const deadline = context.now() + commandTimeout(update);
  const ended = (instance: Instance): boolean => context.runtime.commandState(instance.id).state !== 'running';
  while (running.length > 0) {
    if (!(yield* until(() => running.some((one) => isLeaving(one) || ended(one)), deadline - context.now()))) break;
    running = running.filter((one) => !isLeaving(one));
    for (const instance of running.filter(ended)) {
      const state = context.runtime.commandState(instance.id);
      finish(context, instance, state);
      if (state.state !== 'running') {
        deploymentLogged(context, update.environment, update.operation, instance, state);
      }
      if (state.state === 'failed') {
        failed.push({ instance, returnCode: state.returnCode, output: state.output });
      } else succeeded.push(instance);
      if (!quiet) tellInstanceEvents(update, state);
    }
    running = running.filter((instance) => instance.deployment?.status === 'In Progress');
  }
  // The service gathers results from its queue some seconds later.
  yield* pause(update, 4);
  return { succeeded, failed, timedOut: running };
}

/** Gives an instance its command; `kept` when a scenario lets it keep what it has (a new one gets the old version). */
function begin(update: Update, instance: Instance): 'begun' | 'kept' {
  const { environment, operation, oldLabel } = update;
  const ordinal = operation.touched;
  operation.touched += 1;
  const kept = faultsOf(update.context, 'instance-keeps-old-version').some(
    ({ count }) => update.kind === 'deploy' && oldLabel !== undefined && ordinal >= update.fleetSize - count,
  );
  if (kept) instance.unnoticed = true;
  else delete instance.unnoticed;
  if (kept && instance.deployment !== undefined) return 'kept';
  startCommand(update.context, environment, instance, {
    // A new instance has nothing to configure yet: it is given the whole version.
    kind: instance.deployment === undefined ? 'deploy' : update.kind,
    deploymentId: kept ? environment.expectedDeploymentId : update.deploymentId,
    versionLabel: kept ? (oldLabel ?? update.label) : update.label,
    environmentVariables: update.options[ENVIRONMENT_PROPERTIES] ?? {},
    ordinal,
  });
  return kept ? 'kept' : 'begun';
}

/** Starts a command on one instance and notes it as its deployment. The bundle is that of the label. */
export function startCommand(
  context: Context,
  environment: { readonly applicationName: string },
  instance: Instance,
  command: Omit<InstanceCommand, 'bundle' | 'folder'>,
): void {
  const version = context.world.applications.get(environment.applicationName)?.versions.get(command.versionLabel);
  const bundle = version?.sourceBundle;
  // What is built has its bundle, and an image may have a folder that stands for it.
  const folder =
    bundle === undefined && version?.image !== undefined ? findImage(context, version.image.uri)?.folder : undefined;
  const now = context.now();
  const first = instance.deployment === undefined;
  instance.lifecycle = 'InService';
  instance.passedChecks = 0;
  instance.deployment = {
    versionLabel: command.versionLabel,
    deploymentId: command.deploymentId,
    status: 'In Progress',
    time: now,
    startedAt: now,
    kind: first ? 'initialize' : command.kind,
  };
  context.runtime.command(instance.id, {
    ...command,
    ...(bundle === undefined ? {} : { bundle }),
    ...(folder === undefined ? {} : { folder }),
  });
}

/** Notes how an instance's command ended. */
export function finish(context: Context, instance: Instance, state: CommandState): void {
  const { deployment } = instance;
  if (deployment === undefined || state.state === 'running') return;
  const ended: InstanceDeployment = {
    ...deployment,
    time: context.now(),
    status: state.state === 'succeeded' ? 'Deployed' : 'Failed',
    ...(state.state === 'failed' ? { failure: { returnCode: state.returnCode, output: state.output } } : {}),
  };
  instance.deployment = ended;
  if (state.state === 'succeeded') instance.runs = deployment.versionLabel;
}

function tellInstanceEvents(update: Update, state: CommandState): void {
  const tell = (severity: 'INFO' | 'ERROR', message: string): void =>
    environmentEvent(update.context, update.environment, {
      severity,
      message,
      requestId: update.operation.requestId,
      fromInstance: true,
    });
  if (state.state === 'succeeded') {
    for (const note of state.notes) tell('INFO', note);
    tell('INFO', 'Instance deployment completed successfully.');
  }
  if (state.state === 'failed') tell('ERROR', "Instance deployment failed. For details, see 'eb-engine.log'.");
}

export const allSucceeded = (report: CommandReport): boolean => report.failed.length + report.timedOut.length === 0;

/** The lines of a command that did not work everywhere, within one second; an update says besides that it aborts. */
export function* tellCommandFailure(update: Update, report: CommandReport): Script {
  yield* tellCommandSummary(update, report);
  const bad = [...report.failed.map(({ instance }) => instance), ...report.timedOut];
  const ids = idsOf(bad, ',');
  say(update, 'ERROR', `Unsuccessful command execution on instance id(s) '${ids}'. Aborting the operation.`);
  yield* wait(31);
}

export function* tellCommandSummary(update: Update, report: CommandReport): Script {
  yield* withinOneSecond(update);
  for (const { instance, returnCode, output } of report.failed) {
    say(
      update,
      'ERROR',
      `[Instance: ${instance.id}] Command failed on instance. Return code: ${returnCode} Output: ${output}.`,
    );
    yield* wait(7);
  }
  if (report.timedOut.length > 0) {
    say(
      update,
      'WARN',
      `The following instances have not responded in the allowed command timeout time (they might still finish eventually on their own): [${idsOf(report.timedOut)}].`,
    );
    yield* wait(7);
  }
  say(update, 'INFO', `Command execution completed on all instances. Summary: [${summary(report)}].`);
  yield* wait(23);
}

function summary({ succeeded, failed, timedOut }: CommandReport): string {
  const parts = [`Successful: ${succeeded.length}`];
  if (failed.length > 0) parts.push(`Failed: ${failed.length}`);
  if (timedOut.length > 0) parts.push(`TimedOut: ${timedOut.length}`);
  return parts.join(', ');
}

/** Lets commands that an ended operation left behind come to their own end. */
export function* commandsOver(context: Context, instances: readonly Instance[], patience = seconds(60)): Script {
  const busy = (): readonly Instance[] =>
    instances.filter((one) => one.deployment?.status === 'In Progress' && !isLeaving(one));
  const over = ({ id }: Instance): boolean => context.runtime.commandState(id).state !== 'running';
  yield* until(() => busy().every(over), patience);
  for (const instance of busy()) {
    const state = context.runtime.commandState(instance.id);
    finish(
      context,
      instance,
      state.state === 'running' ? { state: 'failed', returnCode: 1, output: 'Aborted', log: '' } : state,
    );
  }
}
