/**
 * IAM policies by what is done: the calls that the action makes, and no others. `npm run generate` writes them to
 * docs/policies/; `__tests__/permissions.test.ts` plays rollouts and compares their calls with them, both ways.
 */

const APPLICATION = 'arn:aws:elasticbeanstalk:REGION:ACCOUNT:application/APPLICATION';
const VERSIONS = 'arn:aws:elasticbeanstalk:REGION:ACCOUNT:applicationversion/APPLICATION/*';
const ENVIRONMENTS = 'arn:aws:elasticbeanstalk:REGION:ACCOUNT:environment/APPLICATION/*';
const TEMPLATES = 'arn:aws:elasticbeanstalk:REGION:ACCOUNT:configurationtemplate/APPLICATION/*';
const BUCKET = 'arn:aws:s3:::elasticbeanstalk-REGION-ACCOUNT';

const eb = (...names) => names.map((name) => `elasticbeanstalk:${name}`);

/** Each is one statement. Service Authorization Reference: which actions take which resources. */
export const STATEMENTS = {
  Look: {
    actions: eb(
      'DescribeApplicationVersions',
      'DescribeApplications',
      'DescribeConfigurationSettings',
      'DescribeEnvironmentHealth',
      'DescribeEnvironments',
      'DescribeEvents',
      'DescribeInstancesHealth',
    ),
    resources: ['*'],
  },
  /** No instances, and no health of its own. */
  LookAtPods: {
    actions: eb(
      'DescribeApplicationVersions',
      'DescribeApplications',
      'DescribeConfigurationSettings',
      'DescribeEnvironments',
      'DescribeEvents',
    ),
    resources: ['*'],
  },
  Instances: { actions: eb('DescribeEnvironmentResources'), resources: [ENVIRONMENTS] },
  /** The bucket of the service: bundles, locks, the record of good versions. */
  Bucket: { actions: eb('CreateStorageLocation'), resources: ['*'] },
  Objects: { actions: ['s3:GetObject', 's3:PutObject'], resources: [`${BUCKET}/*`] },
  DeploymentLogs: { actions: ['s3:ListBucket'], resources: [BUCKET] },
  /** Parts of a large bundle whose upload was broken off. */
  Parts: { actions: ['s3:AbortMultipartUpload'], resources: [`${BUCKET}/*`] },
  Versions: { actions: eb('AddTags', 'CreateApplicationVersion'), resources: [VERSIONS] },
  Settings: { actions: eb('ValidateConfigurationSettings'), resources: ['*'] },
  OptionsBeforeCreating: { actions: eb('DescribeConfigurationOptions'), resources: ['*'] },
  Update: {
    actions: eb('AbortEnvironmentUpdate', 'UpdateEnvironment'),
    resources: [APPLICATION, VERSIONS, ENVIRONMENTS],
  },
  /** Nothing is abortable there, as far as is documented. */
  UpdatePods: { actions: eb('UpdateEnvironment'), resources: [APPLICATION, VERSIONS, ENVIRONMENTS] },
  /** What a tag means now. */
  Images: { actions: ['ecr:BatchGetImage'], resources: ['arn:aws:ecr:REGION:ACCOUNT:repository/REPOSITORY'] },
  Logs: { actions: eb('RequestEnvironmentInfo', 'RetrieveEnvironmentInfo'), resources: [ENVIRONMENTS] },
  Swap: { actions: eb('SwapEnvironmentCNAMEs'), resources: [ENVIRONMENTS] },
  LookBeforeCreating: { actions: eb('CheckDNSAvailability'), resources: ['*'] },
  Platforms: { actions: eb('ListPlatformBranches', 'ListPlatformVersions'), resources: ['*'] },
  Create: { actions: eb('CreateEnvironment'), resources: [APPLICATION, VERSIONS, ENVIRONMENTS, TEMPLATES] },
  Clone: {
    actions: eb('CreateConfigurationTemplate', 'DeleteConfigurationTemplate'),
    resources: [TEMPLATES, ENVIRONMENTS],
  },
  Terminate: { actions: eb('TerminateEnvironment'), resources: [ENVIRONMENTS] },
  Prune: { actions: eb('DeleteApplicationVersion'), resources: [VERSIONS] },
  PruneBundles: { actions: ['s3:DeleteObject'], resources: [`${BUCKET}/*`] },
  Tags: { actions: eb('ListTagsForResource'), resources: [ENVIRONMENTS] },
  Commands: {
    actions: ['ssm:CancelCommand', 'ssm:GetCommandInvocation', 'ssm:ListCommands', 'ssm:SendCommand'],
    resources: ['*'],
  },
  Alarms: { actions: ['cloudwatch:DescribeAlarms'], resources: ['*'] },
  /** Whose target groups are whose, and whether their targets are healthy. */
  Targets: {
    actions: [
      'autoscaling:DescribeAutoScalingGroups',
      ...['DescribeRules', 'DescribeTags', 'DescribeTargetGroups', 'DescribeTargetHealth'].map(
        (name) => `elasticloadbalancing:${name}`,
      ),
    ],
    resources: ['*'],
  },
  /** Whether a target group keeps its clients; and the zone of a load balancer. */
  Stickiness: { actions: ['elasticloadbalancing:DescribeTargetGroupAttributes'], resources: ['*'] },
  Balancers: { actions: ['elasticloadbalancing:DescribeLoadBalancers'], resources: ['*'] },
  Rule: {
    actions: ['elasticloadbalancing:ModifyRule'],
    resources: ['arn:aws:elasticloadbalancing:REGION:ACCOUNT:listener-rule/app/LOADBALANCER/*/*/*'],
  },
  Records: {
    actions: ['route53:ChangeResourceRecordSets', 'route53:ListResourceRecordSets'],
    resources: ['arn:aws:route53:::hostedzone/ZONE'],
  },
  RecordsInSync: { actions: ['route53:GetChange'], resources: ['arn:aws:route53:::change/*'] },
  Figures: { actions: ['cloudwatch:GetMetricData'], resources: ['*'] },
};

/** Both sides of a canary, with everything that may become of them. */
const TWO_SIDES = ['LookBeforeCreating', 'Clone', 'Create', 'Terminate', 'Targets', 'Figures'];

const DEPLOY = ['Look', 'Instances', 'Bucket', 'Objects', 'Parts', 'Versions', 'Update', 'Logs', 'DeploymentLogs'];

/** By what is done. `title`: how docs/permissions.md calls it. */
export const POLICIES = {
  'in-place': { title: 'the strategies within one environment, with a bundle', statements: [...DEPLOY, 'Settings'] },
  'blue-green': {
    title: '`strategy: blue-green`, the idle side created and the old one terminated too',
    statements: [...DEPLOY, 'LookBeforeCreating', 'Clone', 'Create', 'Swap', 'Terminate'],
  },
  'canary-alb': {
    title: '`strategy: canary` by a rule of a shared load balancer, and the operations that steer it',
    statements: [...DEPLOY, ...TWO_SIDES, 'Stickiness', 'Rule'],
  },
  'canary-route53': {
    title: '`strategy: canary` by records of Route 53',
    statements: [...DEPLOY, ...TWO_SIDES, 'Balancers', 'Records', 'RecordsInSync'],
  },
  cluster: {
    title: 'the strategies within one Cluster environment, with images in Amazon ECR or built from a bundle',
    statements: [
      ...['LookAtPods', 'Instances', 'Bucket', 'Objects', 'Parts', 'Versions', 'UpdatePods'],
      ...['DeploymentLogs', 'Settings', 'Images'],
    ],
  },
  create: {
    title: '`create-environment-if-not-exists`, on a platform branch',
    statements: [
      ...DEPLOY.filter((name) => !['Update', 'Instances'].includes(name)),
      'OptionsBeforeCreating',
      'Platforms',
      'Create',
    ],
  },
  rollback: {
    title: '`operation: rollback`',
    statements: ['Look', 'Instances', 'Bucket', 'Objects', 'Update', 'Logs', 'DeploymentLogs'],
  },
  terminate: { title: '`operation: terminate`', statements: ['Look', 'Instances', 'Bucket', 'Objects', 'Terminate'] },
  lock: { title: '`operation: lock` and `unlock`', statements: ['Bucket', 'Objects'] },
  preview: {
    title: '`operation: preview` and `sweep`',
    statements: [...DEPLOY, 'Settings', 'LookBeforeCreating', 'Clone', 'Create', 'Terminate', 'Tags'],
  },
  'prune-versions': { title: '`prune-versions`, besides', statements: ['Prune', 'PruneBundles'] },
  commands: { title: '`pre-traffic-command` and `post-deploy-command`, besides', statements: ['Commands'] },
  alarms: { title: '`alarms`, besides', statements: ['Alarms'] },
};

export function policyText(name) {
  const Statement = POLICIES[name].statements.map((sid) => ({
    Sid: sid,
    Effect: 'Allow',
    Action: STATEMENTS[sid].actions,
    Resource: STATEMENTS[sid].resources,
  }));
  return `${JSON.stringify({ Version: '2012-10-17', Statement }, undefined, 2)}\n`;
}

export const actionsOf = (name) =>
  [...new Set(POLICIES[name].statements.flatMap((sid) => STATEMENTS[sid].actions))].sort();
