/** Creates what does not exist at all: the application, and an environment on a platform or with settings of another one. */
import type { CreationBase, Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { seconds } from '../domain/time.js';
import type { CreateRequest } from '../ports/beanstalk.js';
import { forget, launching, saveSettings } from './create.js';
import type { StepEnd } from './perform.js';
import { type Rollout, runOf } from './run.js';

type CreateEnvironmentStep = Extract<Step, { readonly kind: 'create-environment' }>;
type CreateApplicationStep = Extract<Step, { readonly kind: 'create-application' }>;

/** So often an application is looked for whose creation got no answer. */
const LOOKS = 5;
const DESCRIPTION = 'Created by Beanstalk Rollout';

export async function performCreateApplication(
  { request }: Rollout,
  { application }: CreateApplicationStep,
): Promise<StepEnd> {
  const { ports, cancel } = request;
  if (cancel.aborted) return { step: 'cancelled' };
  try {
    await ports.beanstalk.createApplication(application, DESCRIPTION);
    return { step: 'done' };
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    // Somebody else may have created it in the same moment: then it is there, which is all that matters.
    for (let look = 0; look < LOOKS && !cancel.aborted; look += 1) {
      if (await ports.beanstalk.applicationExists(application)) return { step: 'done' };
      if (!error.answerLost) break;
      await ports.clock.sleep(seconds(3), cancel);
    }
    return cancel.aborted ? { step: 'cancelled' } : { step: 'refused', problem: error.problem };
  }
}

export async function performCreateEnvironment(rollout: Rollout, step: CreateEnvironmentStep): Promise<StepEnd> {
  const { ports, cancel, plan } = rollout.request;
  const { application } = plan;
  const { environment, cnamePrefix, versionLabel, options, removeOptions, base, tier, tags } = step;
  if (cancel.aborted) return { step: 'cancelled' };
  const { name } = environment;
  // What the plan rests on is looked at once more, because the bundle may have taken minutes.
  if ((await ports.beanstalk.environmentNamed(application, name)) !== undefined) return refused(appeared(name));
  if (cnamePrefix !== undefined && !(await ports.beanstalk.dnsAvailable(cnamePrefix))) {
    return refused(taken(cnamePrefix));
  }
  const template = base.kind === 'environment' ? await saveSettings(rollout, base.environment.id) : undefined;
  const request: CreateRequest = {
    application,
    name,
    ...(cnamePrefix === undefined ? {} : { cnamePrefix }),
    versionLabel,
    ...baseOf(base, template),
    tier,
    tags,
    options,
    removeOptions,
    description: DESCRIPTION,
  };
  return launching(runOf(rollout, environment), request, async () => {
    if (template !== undefined) await forget(rollout, template);
  });
}

function baseOf(
  base: CreationBase,
  template: string | undefined,
): Pick<CreateRequest, 'solutionStack' | 'platformArn' | 'template'> {
  switch (base.kind) {
    case 'stack':
      return { solutionStack: base.solutionStack };
    case 'platform':
      return { platformArn: base.arn };
    case 'template':
      return { template: base.name };
    case 'environment':
      return template === undefined ? {} : { template };
    case 'cluster':
      return {};
  }
}

const refused = (problem: Problem): StepEnd => ({ step: 'refused', problem });

const appeared = (name: string): Problem => ({
  code: 'name-taken',
  blame: 'you',
  what: `${name} exists now, although it did not when the plan was made, so it was not created.`,
  hint: 'Run the job again, which deploys to it; give the jobs that deploy to it one concurrency group.',
});

const taken = (prefix: string): Problem => ({
  code: 'cname-taken',
  blame: 'you',
  what: `The CNAME prefix ${prefix} is taken now, although it was free when the plan was made.`,
  hint: 'Choose another `cname-prefix`.',
  input: 'cname-prefix',
});
