/** The names of an environment's AWS resources, as data. What they are, `resources.ts` decides. */

/** Names of the AWS resources of one environment, as events and DescribeEnvironmentResources tell them. */
export interface Resources {
  readonly stackName: string;
  autoScalingGroup: string;
  temporaryGroup?: string;
  readonly loadBalancer?: {
    readonly kind: 'application' | 'network' | 'classic';
    readonly name: string;
    readonly listenerName: string;
    readonly targetGroupName?: string;
    /** It was there before the environment, and stays after it. */
    readonly shared?: true;
  };
  readonly securityGroups: readonly string[];
  readonly launchTemplate: string;
  readonly scalingPolicies: readonly string[];
  readonly alarms: readonly string[];
  /** Elastic IP of a single instance; the entrance decides it. */
  elasticIp?: string;
  /** Queue of a worker. */
  readonly queueUrl?: string;
}
