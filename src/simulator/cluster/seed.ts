/** A running start for Cluster environments: the cluster, the version with its image, the pods, all there already. */
import { type Context, invalidParameter } from '../context.js';
import { addEnvironment, SAMPLE_LABEL } from '../new-environment.js';
import { EKS, EKS_AUTOSCALING, EKS_ENVIRONMENT } from '../options/catalogue-cluster.js';
import { fromOptions, layerOptions, scopeOf } from '../options/setting.js';
import { assertValid } from '../options/validate.js';
import { openEntrance } from '../scripts/launch.js';
import type { Seed } from '../service.js';
import type { Application, Environment, Options } from '../world.js';
import { joinCluster, requireSameRoles } from './cluster.js';
import { addImage, imageName, inventDigest, registryOf } from './image.js';
import { admit, newReplicaSet, startPod } from './pods.js';

type SeededEnvironment = NonNullable<Seed['environments']>[number];
type SeededImage = NonNullable<Seed['images']>[number];

export function seedImage(context: Context, { uri, digest, folder }: SeededImage): void {
  const { repository, tag, digest: named } = imageName(uri);
  addImage(context, {
    repository,
    tags: tag === undefined ? [] : [tag],
    digest: digest ?? named ?? inventDigest(context),
    ...(folder === undefined ? {} : { folder }),
    seeded: true,
  });
}

/** The environment is Ready; its pods run without having been waited for. */
export function seedCluster(context: Context, seeded: SeededEnvironment, application: Application): Environment {
  const options = optionsOf(context, seeded);
  assertValid(fromOptions(options), scopeOf({ tier: { name: 'Cluster' }, options: {} }));
  requireSameRoles(context, options);
  const label = seeded.versionLabel ?? SAMPLE_LABEL;
  if (label !== SAMPLE_LABEL) addImageVersion(context, application, label);
  const environment = addEnvironment(context, {
    application,
    name: seeded.name,
    versionLabel: label,
    tier: 'Cluster',
    options,
    cnamePrefix: seeded.cnamePrefix ?? seeded.name,
  });
  const { cluster } = joinCluster(context, options);
  cluster.state = 'active';
  environment.clusterArn = cluster.arn;
  environment.status = 'Ready';
  environment.deploymentCounter = 1;
  environment.expectedDeploymentId = 1;
  openEntrance(context, environment);
  const template = { label, options, deploymentId: 1, replicaSet: newReplicaSet(context) };
  for (let ordinal = 0; ordinal < (seeded.instances ?? 2); ordinal += 1) {
    admit(context, environment, startPod(context, environment, template, ordinal));
  }
  return environment;
}

function optionsOf({ accountId }: Context, seeded: SeededEnvironment): Options {
  if (seeded.sharedLoadBalancer !== undefined) {
    throw invalidParameter('A seed gives a Cluster environment a load balancer of its own, or none.');
  }
  const replicas = String(seeded.instances ?? 2);
  const role = (name: string): string => `arn:aws:iam::${accountId}:role/aws-elasticbeanstalk-eks-${name}-role`;
  const defaults: Options = {
    [EKS]: { 'cluster-role': role('cluster'), 'node-role': role('node') },
    [EKS_ENVIRONMENT]: {
      'observability-role': role('observability'),
      ...(seeded.loadBalancer === 'none' ? { 'load-balancer-type': 'None' } : {}),
    },
    [EKS_AUTOSCALING]: { 'min-replica': replicas, 'max-replica': String(Math.max(4, Number(replicas))) },
  };
  const own = Object.entries(seeded.options ?? {}).map(([namespace, values]) => [namespace, { ...values }] as const);
  return layerOptions(defaults, Object.fromEntries(own));
}

/** A version of an image in the account's own registry, by digest. */
function addImageVersion(context: Context, application: Application, label: string): void {
  if (application.versions.has(label)) return;
  const { accountId, region } = context;
  const now = context.now();
  const name = application.name.toLowerCase().replace(/[^a-z0-9-]/g, '-');
  const repository = `${registryOf(accountId, region)}/${name}`;
  const tag = label.replace(/[^A-Za-z0-9_.-]/g, '-');
  const { digest } = addImage(context, { repository, tags: [tag], digest: inventDigest(context) });
  application.versions.set(label, {
    applicationName: application.name,
    label,
    arn: `arn:aws:elasticbeanstalk:${region}:${accountId}:applicationversion/${application.name}/${label}`,
    image: { uri: `${repository}@${digest}` },
    processAsked: false,
    status: 'UNPROCESSED',
    dateCreated: now,
    dateUpdated: now,
  });
}
