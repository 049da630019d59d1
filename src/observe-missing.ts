/**
 * Whether an environment that DescribeEnvironments does not show is really absent, and what it could be created from.
 *
 * Without a permission Elastic Beanstalk answers an empty list, so an empty list is no proof. Believed is only what the
 * service says itself: DescribeConfigurationSettings refuses a name that does not exist, and answers for one that does.
 */
import type { ClusterNeighbour, CreationFacts, CreationModel } from './domain/creation.js';
import type { Environment } from './domain/environment.js';
import { ActionError, type Problem } from './domain/problem.js';
import type { CreationSource, CreationWish } from './domain/settings.js';
import type { Beanstalk } from './ports/beanstalk.js';

export interface MissingRequest {
  readonly application: string;
  readonly environmentName: string;
  readonly region: string;
  readonly creation: CreationWish;
}

export type Missing =
  | { readonly kind: 'absent'; readonly facts: CreationFacts }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Absent, but its creation was not asked for with what is missing besides it: the application. */
  | { readonly kind: 'no-application' };

/** Changes nothing. Throws `ActionError` when the service cannot be asked. */
export async function observeMissing(request: MissingRequest, beanstalk: Beanstalk): Promise<Missing> {
  const { application, environmentName, creation } = request;
  const denied = await denialOf(request, beanstalk);
  if (denied === undefined) return { kind: 'refused', problem: hidden(request) };
  const [exists, all, shown] = await Promise.all([
    beanstalk.applicationExists(application),
    beanstalk.environments(),
    // Asked twice: what was created a moment ago may not have been shown to the first look.
    beanstalk.environmentNamed(application, environmentName),
  ]);
  if (shown !== undefined) return { kind: 'refused', problem: appeared(environmentName) };
  const elsewhere = all.find((one) => one.name === environmentName);
  if (elsewhere !== undefined) return { kind: 'refused', problem: ofOther(environmentName, elsewhere.application) };
  if (exists !== (denied === 'environment')) return { kind: 'refused', problem: contradictory(request, exists) };
  if (!exists && !creation.application) return { kind: 'no-application' };
  const { cnamePrefix, source } = creation;
  const [model, cnameFree] = await Promise.all([
    creation.tier === 'Cluster'
      ? clusterModel(all, beanstalk)
      : source === undefined
        ? undefined
        : modelOf(source, application, exists, beanstalk),
    cnamePrefix === undefined ? undefined : beanstalk.dnsAvailable(cnamePrefix),
  ]);
  return {
    kind: 'absent',
    facts: {
      applicationExists: exists,
      ...(model === undefined ? {} : { model }),
      ...(cnameFree === undefined ? {} : { cnameFree }),
    },
  };
}

/** What the service says does not exist; `undefined` when it says no such thing. */
async function denialOf(
  { application, environmentName }: MissingRequest,
  beanstalk: Beanstalk,
): Promise<'environment' | 'application' | undefined> {
  try {
    await beanstalk.settings(application, environmentName);
    return undefined;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    switch (error.problem.code) {
      case 'environment-missing':
        return (await applicationIsDenied(application, beanstalk)) ? 'application' : 'environment';
      case 'application-missing':
        return 'application';
      case 'permission-denied':
        return undefined;
    }
    throw error;
  }
}

/** The environment may be denied for want of its application; a template that cannot exist tells the two apart. */
async function applicationIsDenied(application: string, beanstalk: Beanstalk): Promise<boolean> {
  if (await beanstalk.applicationExists(application)) return false;
  try {
    await beanstalk.templateSettings(application, 'beanstalk-rollout-none');
    return false;
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return error.problem.code === 'application-missing';
  }
}

/** More than a few say the same. */
const MOST_NEIGHBOURS = 10;

/** What other Cluster environments are made of; one that cannot be read says nothing, and the service has the last word. */
async function clusterModel(all: readonly Environment[], beanstalk: Beanstalk): Promise<CreationModel> {
  const others = all.filter(({ tier, status }) => tier === 'Cluster' && !status.startsWith('Terminat'));
  const neighbours = await Promise.all(
    others.slice(0, MOST_NEIGHBOURS).map(async ({ application, name }): Promise<readonly ClusterNeighbour[]> => {
      try {
        const described = await beanstalk.settings(application, name);
        const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
        return deployed === undefined ? [] : [{ name, options: deployed.options }];
      } catch (error) {
        if (!(error instanceof ActionError) || error.problem.code.startsWith('credentials')) throw error;
        return [];
      }
    }),
  );
  return { kind: 'cluster', neighbours: neighbours.flat() };
}

async function modelOf(
  source: CreationSource,
  application: string,
  applicationExists: boolean,
  beanstalk: Beanstalk,
): Promise<CreationModel> {
  switch (source.kind) {
    case 'stack':
    case 'platform':
      return source;
    case 'branch': {
      const branch = await beanstalk.platformBranch(source.name);
      return { ...source, ...(branch === undefined ? {} : { branch }) };
    }
    case 'template': {
      const options = applicationExists
        ? await unlessMissing(beanstalk.templateSettings(application, source.name))
        : undefined;
      return { ...source, ...(options === undefined ? {} : { options }) };
    }
    case 'environment': {
      const environment = await beanstalk.environmentNamed(application, source.name);
      if (environment === undefined) return source;
      const described = await beanstalk.settings(application, source.name);
      const deployed = described.find((one) => one.deploymentStatus === 'deployed') ?? described[0];
      return deployed === undefined ? source : { ...source, found: { environment, options: deployed.options } };
    }
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | undefined> {
  try {
    return await reading;
  } catch (error) {
    const code = error instanceof ActionError ? error.problem.code : '';
    if (code === 'template-missing' || code === 'application-missing') return undefined;
    throw error;
  }
}

const hidden = ({ application, environmentName }: MissingRequest): Problem => ({
  code: 'absence-not-proven',
  blame: 'you',
  what: `DescribeEnvironments does not show ${environmentName}, but DescribeConfigurationSettings does not deny that ${application} has it: nothing is created on a guess.`,
  hint: 'Allow elasticbeanstalk:DescribeEnvironments and elasticbeanstalk:DescribeConfigurationSettings; without a permission Elastic Beanstalk answers an empty list.',
  input: 'create-environment-if-not-exists',
});

const contradictory = ({ application, environmentName }: MissingRequest, exists: boolean): Problem => ({
  code: 'absence-not-proven',
  blame: 'you',
  what: exists
    ? `DescribeApplications shows ${application}, but DescribeConfigurationSettings denies it.`
    : `DescribeApplications does not show ${application}, but DescribeConfigurationSettings only denies ${environmentName}: the application may be there without being visible.`,
  hint: 'Allow elasticbeanstalk:DescribeApplications, and check `aws-region` and the account; nothing is created on a guess.',
  input: 'create-environment-if-not-exists',
});

const appeared = (name: string): Problem => ({
  code: 'name-taken',
  blame: 'you',
  what: `${name} has just appeared: somebody else creates it.`,
  hint: 'Run the job again when it is Ready, and give the jobs that deploy to it one concurrency group.',
});

const ofOther = (name: string, application: string): Problem => ({
  code: 'name-taken',
  blame: 'you',
  what: `${name} exists already, in the application ${application}; names of environments are unique in a region.`,
  hint: 'Correct `application-name`, or choose another `environment-name`.',
  input: 'environment-name',
});
