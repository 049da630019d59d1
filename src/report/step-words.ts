/** What a step does, as the title under which it is shown. */
import type { CreationBase, Step, VersionSource } from '../domain/plan.js';
import { formatDuration } from '../domain/time.js';
import { shareTitle } from './share-words.js';
import { bytes, name, plural } from './words.js';

export function stepTitle(step: Step): string {
  switch (step.kind) {
    case 'publish-version': {
      const { source } = step;
      if (source.kind === 'existing') {
        return source.awaited === true
          ? `Wait until version ${name(source.label)} is processed`
          : `Use version ${name(source.label)}`;
      }
      if (source.kind === 'image') return `Create version ${name(source.label)} of the image ${name(source.uri)}`;
      if (source.build !== undefined) return buildTitle(source);
      if (source.reuse.version) return `Use version ${name(source.label)}, which holds this very bundle`;
      const upload = source.reuse.object ? 'bundle already stored' : `upload ${bytes(source.bytes)}`;
      return `Create version ${name(source.label)} (${upload})`;
    }
    case 'update':
      return updateTitle(step);
    case 'settle':
      return step.expects.versionLabel === undefined
        ? `Watch ${name(step.environment.name)} until the configuration is proven`
        : `Watch ${name(step.environment.name)} until ${name(step.expects.versionLabel)} is proven on it`;
    case 'create':
      return `Create ${name(step.environment.name)} from the settings of ${name(step.from.name)}, with ${name(step.versionLabel)}`;
    case 'run-command':
      return `Run ${step.input} on one instance of ${name(step.environment.name)}`;
    case 'create-application':
      return `Create the application ${name(step.application)}`;
    case 'create-environment':
      return `Create ${name(step.environment.name)} ${baseWords(step.base)}, with ${name(step.versionLabel)}`;
    case 'terminate':
      return `Terminate ${name(step.environment.name)} (${name(step.environment.id)}) and watch until it is gone`;
    case 'gate':
      return gateTitle(step);
    case 'swap':
      return `Move ${name(step.productionCname)} from ${name(step.from.name)} to ${name(step.to.name)}`;
    case 'bake':
      return `Watch ${name(step.environment.name)} with all the traffic for ${formatDuration(step.span)}`;
    case 'shift':
    case 'observe':
    case 'restore':
    case 'detach':
    case 'preview':
      return shareTitle(step);
    case 'stop':
      return `Stop what an earlier run has in progress on ${name(step.environment.name)}`;
    case 'retire':
      return step.how === 'terminate'
        ? `Terminate ${name(step.environment.name)} once nobody asks it any more`
        : `Wait until nobody asks ${name(step.environment.name)} any more`;
  }
}

function buildTitle({ label, reuse, bytes: size }: Extract<VersionSource, { kind: 'bundle' }>): string {
  // Another run has begun it.
  if (reuse.version) return `Wait until the image of version ${name(label)}, which holds this very bundle, is built`;
  return `Create version ${name(label)} (${reuse.object ? 'bundle already stored' : `upload ${bytes(size)}`}) and wait until its image is built`;
}

function baseWords(base: CreationBase): string {
  switch (base.kind) {
    case 'stack':
      return `on ${name(base.solutionStack)}`;
    case 'platform':
      return `on ${name(base.arn)}`;
    case 'template':
      return `from the saved configuration ${name(base.name)}`;
    case 'environment':
      return `with the settings of ${name(base.environment.name)}`;
    case 'cluster':
      return 'on a cluster (Amazon EKS)';
  }
}

function gateTitle({ gate, environment }: Extract<Step, { kind: 'gate' }>): string {
  switch (gate.kind) {
    case 'proven':
      return `Prove ${name(gate.proof.versionLabel)} on ${name(environment.name)}`;
    case 'smoke':
      return `Ask ${gate.test.secure === true ? 'https' : 'http'}://${name(gate.host ?? `the CNAME of ${environment.name}`)}${name(gate.test.path)}`;
    case 'command':
      return `Run ${name(gate.program)} against ${name(environment.name)}`;
    case 'alarms':
      return `See that ${gate.alarms.names.length === 1 ? 'the alarm' : 'the alarms'} ${gate.alarms.names.map(name).join(', ')} ${gate.alarms.names.length === 1 ? 'is' : 'are'} quiet`;
    case 'routed':
      return `Read where the shared load balancer sends ${name(gate.host)}`;
    case 'warm-up':
      return `Warm ${name(environment.name)} up: ${plural(gate.warmUp.requests, 'good answer')} in a row to ${name(gate.warmUp.path)} within ${formatDuration(gate.warmUp.limit)}`;
  }
}

function updateTitle(step: Extract<Step, { kind: 'update' }>): string {
  const where = name(step.environment.name);
  const changed = step.options.length + step.removeOptions.length;
  const options = changed === 0 ? '' : ` with ${plural(changed, 'option')}`;
  switch (step.purpose) {
    case 'set-policy':
      return `Set the deployment policy of ${where}`;
    case 'restore-policy':
      return `Put the deployment policy of ${where} back`;
    case 'undo':
      return `Put ${step.versionLabel === undefined ? 'the configuration' : name(step.versionLabel)} back on ${where}${options}`;
    case 'configure':
      return `Change ${plural(changed, 'option')} of ${where}`;
    case 'deploy':
      return step.versionLabel === undefined
        ? `Update the configuration of ${where}${options}`
        : `Deploy ${name(step.versionLabel)} to ${where}${options}`;
  }
}
