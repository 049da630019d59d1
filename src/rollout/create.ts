/**
 * Creates an environment with the settings of another one: through a configuration template, which is deleted again.
 * Neither a name nor a CNAME is believed to be free before the service has said so, and a lost answer is looked up.
 */
import type { Step } from '../domain/plan.js';
import { ActionError, type Problem } from '../domain/problem.js';
import { seconds } from '../domain/time.js';
import type { Created, CreateRequest } from '../ports/beanstalk.js';
import { meaningOf } from '../watch/meanings.js';
import { unlessStopped } from '../watch/stop.js';
import type { StepEnd } from './perform.js';
import { type Rollout, type Run, runOf } from './run.js';
import { startSearch } from './search.js';

type CreateStep = Extract<Step, { readonly kind: 'create' }>;

/** So long a lost creation is looked for; DescribeEnvironments may not show it at once. */
const SEARCH = seconds(60);
const ATTEMPTS = 4;

export async function performCreate(rollout: Rollout, step: CreateStep): Promise<StepEnd> {
  const { ports, cancel, plan } = rollout.request;
  const { name } = step.environment;
  if (cancel.aborted) return { step: 'cancelled' };
  if ((await ports.beanstalk.environmentNamed(plan.application, name)) !== undefined) {
    return { step: 'refused', problem: appeared(name) };
  }
  const from = runOf(rollout, step.from).target.id;
  const cnamePrefix = await freePrefix(rollout, step.cnamePrefix);
  if (cnamePrefix === undefined) return { step: 'refused', problem: noPrefix(step.cnamePrefix) };
  // There are no templates of Cluster environments: their options are all that they are.
  const template = step.tier === undefined ? await saveSettings(rollout, from) : undefined;
  const run = runOf(rollout, step.environment);
  const request: CreateRequest = {
    application: plan.application,
    name,
    cnamePrefix,
    versionLabel: step.versionLabel,
    ...(template === undefined ? {} : { template }),
    ...(step.tier === undefined ? {} : { tier: step.tier }),
    options: step.options,
    removeOptions: step.removeOptions,
    description: `The other side of ${step.from.name}`,
  };
  return launching(run, request, async () => {
    if (template !== undefined) await forget(rollout, template);
  });
}

/** Asks for the environment, and takes it as ours. `after` is called whatever came of it. */
export async function launching(run: Run, request: CreateRequest, after: () => Promise<void>): Promise<StepEnd> {
  const { cancel } = run.request;
  if (cancel.aborted) {
    // A request to stop waits for this for a moment, too.
    run.asking = after().catch(() => undefined);
    return { step: 'cancelled' };
  }
  run.rollout.creating = request.name;
  const asking = launch(run, request).finally(after);
  // A request to stop waits for this for a moment: what was created must be known.
  run.asking = asking.catch(() => undefined);
  const created = await unlessStopped(asking, cancel);
  if (created === undefined) return { step: 'cancelled' };
  run.asking = undefined;
  return created instanceof ActionError ? { step: 'refused', problem: created.problem } : { step: 'done' };
}

/** The wished prefix, or one with a suffix when somebody else in the region has it. */
async function freePrefix(rollout: Rollout, wished: string): Promise<string | undefined> {
  const { beanstalk, random } = rollout.request.ports;
  for (const prefix of [wished, `${wished}-${random.uuid().slice(0, 8)}`, `${wished}-${random.uuid().slice(0, 8)}`]) {
    if (await beanstalk.dnsAvailable(prefix)) return prefix;
  }
  return undefined;
}

export async function saveSettings(rollout: Rollout, environmentId: string): Promise<string> {
  const { ports, plan } = rollout.request;
  for (let attempt = 1; ; attempt += 1) {
    const name = `beanstalk-rollout-${ports.random.uuid().slice(0, 8)}`;
    try {
      await ports.beanstalk.createTemplate(plan.application, name, environmentId);
      return name;
    } catch (error) {
      if (!(error instanceof ActionError) || !error.answerLost) throw error;
      // Perhaps it is there: then it goes, and another one is made.
      await forget(rollout, name);
      if (attempt >= ATTEMPTS) throw error;
    }
  }
}

export async function forget(rollout: Rollout, template: string): Promise<void> {
  const { ports, plan, say } = rollout.request;
  try {
    await ports.beanstalk.deleteTemplate(plan.application, template);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    say({ type: 'notice', text: `The configuration template ${template} could not be deleted; nobody needs it.` });
  }
}

/**
 * The creation, or what the service says against it; `undefined` when a request to stop came while it was looked for. Where it
 * is not known whether there is one, `creating` stays.
 */
async function launch(run: Run, request: CreateRequest): Promise<'created' | ActionError | undefined> {
  const { ports, say, cancel } = run.request;
  for (let attempt = 1; ; attempt += 1) {
    try {
      if (await adopt(run, request, await ports.beanstalk.create(request))) return 'created';
    } catch (error) {
      if (!(error instanceof ActionError)) throw error;
      const mayBeOurs = error.answerLost || (attempt > 1 && error.problem.code === 'name-taken');
      if (!mayBeOurs) {
        run.rollout.creating = undefined;
        return error;
      }
      say({ type: 'notice', text: `The answer to the creation of ${request.name} was lost; looking for it.` });
      if (await adopt(run, request, { requestId: '' })) return 'created';
      if (attempt >= ATTEMPTS && !cancel.aborted) return error;
    }
    if (cancel.aborted) return undefined;
  }
}

/** Takes a created environment as ours. `false`: it is nowhere to be seen. */
async function adopt(run: Run, request: CreateRequest, created: Created): Promise<boolean> {
  const { clock } = run.request.ports;
  const askedAt = clock.now();
  const id = created.environmentId ?? (await findByName(run, request.versionLabel));
  if (id === undefined) return false;
  run.target.id = id;
  const requestId = created.requestId === '' ? await openingOf(run) : created.requestId;
  if (requestId === undefined) run.watch.ownFromTheStart();
  else run.watch.own(requestId);
  const { versionLabel, options, removeOptions } = request;
  run.ours = {
    step: {
      kind: 'update',
      purpose: 'deploy',
      environment: { ...run.target },
      versionLabel,
      options,
      removeOptions,
    },
    askedAt,
    isCertain: true,
    isCreation: true,
    baseline: { environmentId: id, health: 'Grey', isNew: true },
    ...(requestId === undefined ? {} : { requestId }),
  };
  run.hasEnded = false;
  run.rollout.hasChanged = true;
  run.rollout.creating = undefined;
  return true;
}

/** By its name, which is unique in the region, and by our version: one of somebody else is not taken for ours. */
async function findByName(run: Run, versionLabel: string): Promise<string | undefined> {
  const { ports, plan, cancel } = run.request;
  const search = startSearch(ports.clock.now(), SEARCH, seconds(3));
  while (!search.isOver(ports.clock.now()) && !cancel.aborted) {
    await ports.clock.sleep(search.pause(ports.clock.now()), cancel);
    try {
      const found = await run.reader.environmentNamed(plan.application, run.target.name);
      search.seen();
      if (found !== undefined && (found.versionLabel ?? versionLabel) === versionLabel) return found.id;
    } catch (error) {
      if (!(error instanceof ActionError) || error.nature === 'permanent') throw error;
    }
  }
  return undefined;
}

/** A name that was free had no events before: the opening is that of our call. */
async function openingOf(run: Run): Promise<string | undefined> {
  try {
    const events = await run.request.ports.beanstalk.events(run.target.id, 0);
    return events.find((event) => {
      const meaning = meaningOf(event.message);
      return meaning?.kind === 'started' && meaning.operation === 'create';
    })?.requestId;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return undefined;
  }
}

const appeared = (name: string): Problem => ({
  code: 'sides-changed',
  blame: 'you',
  what: `${name} exists now, although it did not when the plan was made.`,
  hint: 'Somebody else works on this pair of environments: give these jobs one concurrency group and run this one again.',
});

const noPrefix = (prefix: string): Problem => ({
  code: 'cname-taken',
  blame: 'you',
  what: `No CNAME that begins with ${prefix} is free in this region.`,
  hint: 'Create the idle environment by hand with a CNAME of your choice, and set `production-cname`.',
});
