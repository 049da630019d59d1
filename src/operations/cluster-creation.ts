/** What is particular to the creation of a Cluster environment: three roles, subnets, the cluster that they lead to. Pure. */
import { sameKey } from '../domain/changes.js';
import { CLUSTER_ROLES, podShape, SUBNETS, subnetSet, weakProof } from '../domain/cluster.js';
import type { ClusterNeighbour } from '../domain/creation.js';
import { type OptionKey, type OptionSetting, optionValue } from '../domain/environment.js';
import type { UpdateExpectation } from '../domain/plan.js';
import type { Problem } from '../domain/problem.js';
import type { DeploySettings } from '../domain/settings.js';
import { type Milliseconds, minutes } from '../domain/time.js';
import type { CreationRequest } from './creation-problems.js';
import { withVariables } from './pod-options.js';

/** The first environment on a set of subnets brings its cluster along: 15 to 20 minutes (AWS guide); later ones take minutes. */
const FIRST_CREATION = minutes(18);
const LATER_CREATION = minutes(6);
/** What AWS's own action allows for either. */
export const LONGEST_CLUSTER_CREATION: Milliseconds = minutes(40);

const ROLE = /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]+$/;
const SUBNET_LIST = /^subnet-[0-9a-f]+(,subnet-[0-9a-f]+)*$/;

const you = (problem: Omit<Problem, 'blame' | 'input'>): Problem => ({
  ...problem,
  blame: 'you',
  input: 'option-settings',
});

/** `option-settings` and what is weaker, with the variables among them. */
export function clusterOptionsOf(settings: DeploySettings, weaker: readonly OptionSetting[]): readonly OptionSetting[] {
  const options = [
    ...weaker.filter((one) => !settings.options.some((other) => sameKey(one, other))),
    ...settings.options,
  ];
  return withVariables({ ...settings, options }, []);
}

const givenValue = ({ settings, wish }: CreationRequest, { namespace, name }: OptionKey): string | undefined => {
  const value = optionValue(clusterOptionsOf(settings, wish.options ?? []), namespace, name)?.trim();
  return value === '' ? undefined : value;
};

/** Everything that can be known beforehand; whether a role exists is not among it. */
export function clusterCreationProblems(request: CreationRequest): readonly Problem[] {
  return [...missingRoles(request), ...strangeRoles(request), ...strangeSubnets(request), ...otherRoles(request)];
}

const shown = ({ namespace, name }: OptionKey): string => `${name} (${namespace})`;

function missingRoles(request: CreationRequest): readonly Problem[] {
  const missing = CLUSTER_ROLES.filter((key) => givenValue(request, key) === undefined);
  if (missing.length === 0) return [];
  return [
    you({
      code: 'creation-without-roles',
      what: `${request.settings.environmentName} cannot be created on a cluster without ${missing.map(shown).join(' and ')}.`,
      hint: 'Set the ARNs of all three roles in `option-settings`; usual names are aws-elasticbeanstalk-eks-cluster-role, -eks-node-role and -eks-observability-role under the path /service-role/.',
    }),
  ];
}

/** A wrong path is accepted by the API and fails minutes later (AWS guide); what is no ARN at all shows at once. */
function strangeRoles(request: CreationRequest): readonly Problem[] {
  return CLUSTER_ROLES.flatMap((key) => {
    const value = givenValue(request, key);
    if (value === undefined || ROLE.test(value)) return [];
    return [
      you({
        code: 'cluster-setting-wrong',
        what: `${shown(key)} is "${value}", which is not the ARN of a role.`,
        hint: 'Write it as arn:aws:iam::123456789012:role/service-role/aws-elasticbeanstalk-eks-…, with its path.',
      }),
    ];
  });
}

function strangeSubnets(request: CreationRequest): readonly Problem[] {
  const value = givenValue(request, SUBNETS);
  if (value === undefined || SUBNET_LIST.test(subnetSet(value))) return [];
  return [
    you({
      code: 'cluster-setting-wrong',
      what: `${shown(SUBNETS)} is "${value}", which is no list of subnets.`,
      hint: 'Write their ids with commas between them: subnet-0123456789abcdef0,subnet-….',
    }),
  ];
}

/** Whoever has the same set of subnets is on the same cluster, and the service rejects other roles there. */
function neighboursOf(request: CreationRequest): readonly ClusterNeighbour[] {
  const { model } = request.facts;
  if (model?.kind !== 'cluster') return [];
  const wished = subnetSet(givenValue(request, SUBNETS));
  return model.neighbours.filter(
    ({ options }) => subnetSet(optionValue(options, SUBNETS.namespace, SUBNETS.name)) === wished,
  );
}

function otherRoles(request: CreationRequest): readonly Problem[] {
  return neighboursOf(request)
    .slice(0, 1)
    .flatMap(({ name, options }) => {
      const others = CLUSTER_ROLES.flatMap((key) => {
        const [own, theirs] = [givenValue(request, key), optionValue(options, key.namespace, key.name)];
        const differs = own !== undefined && theirs !== undefined && theirs !== '' && own !== theirs;
        return differs ? [`${key.name} is ${own}, there it is ${theirs}`] : [];
      });
      if (others.length === 0) return [];
      return [
        you({
          code: 'cluster-roles-differ',
          what: `${request.settings.environmentName} would be on the cluster of ${name}, because both have the same subnets, but not with its roles: ${others.join('; ')}.`,
          hint: 'Take the same three roles, or other subnets, which lead to another cluster.',
        }),
      ];
    });
}

/** Sentences to read before it starts. */
export function clusterCreationWarnings(request: CreationRequest): readonly string[] {
  const { settings, wish } = request;
  const isFirst = neighboursOf(request).length === 0;
  const shape = podShape(clusterOptionsOf(settings, wish.options ?? []));
  return [
    isFirst
      ? 'No other environment with these subnets can be seen, so a cluster (Amazon EKS) is created with it: 15 to 20 minutes, and a price by the hour until up to three hours after its last environment is terminated.'
      : 'It shares the cluster of the other environments with these subnets.',
    ...(givenValue(request, SUBNETS) === undefined
      ? ['Without `subnets` it gets the public subnets of the default VPC.']
      : []),
    'Subnets and roles cannot be changed later. Whether the roles exist, under this path, and trust the right services is not checked: the service finds out minutes later.',
    ...weakProof(shape),
  ];
}

export const usualClusterCreation = (request: CreationRequest): Milliseconds =>
  neighboursOf(request).length === 0 ? FIRST_CREATION : LATER_CREATION;

/** There are no instances that could prove anything. */
export function clusterExpectation({
  settings,
  wish,
}: CreationRequest): Pick<UpdateExpectation, 'enhancedHealth' | 'instances' | 'pods'> {
  const shape = podShape(clusterOptionsOf(settings, wish.options ?? []));
  const pods = { readinessProbe: shape.hasReadinessProbe, loadBalancer: shape.hasLoadBalancer };
  return { enhancedHealth: false, instances: 0, pods };
}

/** Pods that are there at least. */
export const fewestPods = ({ settings, wish }: CreationRequest): number =>
  podShape(clusterOptionsOf(settings, wish.options ?? [])).minReplicas;
