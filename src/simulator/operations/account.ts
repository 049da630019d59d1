/** The account: its quotas, its storage bucket, and whether a DNS name is free. */
import { type Context, faultsOf, type Input, type Operations, type Output, requiredText } from '../context.js';
import { checkNames } from '../names.js';
import { APPLICATION_QUOTA } from './applications.js';
import { TEMPLATE_QUOTA } from './templates.js';
import { VERSION_QUOTA } from './versions.js';

/** Environments that an account may have in a region (AWS guide, "Endpoints and quotas"). */
export const ENVIRONMENT_QUOTA = 200;
const CUSTOM_PLATFORM_QUOTA = 50;

function describeAccountAttributes(): Output {
  return {
    ResourceQuotas: {
      ApplicationQuota: { Maximum: APPLICATION_QUOTA },
      ApplicationVersionQuota: { Maximum: VERSION_QUOTA },
      EnvironmentQuota: { Maximum: ENVIRONMENT_QUOTA },
      ConfigurationTemplateQuota: { Maximum: TEMPLATE_QUOTA },
      CustomPlatformQuota: { Maximum: CUSTOM_PLATFORM_QUOTA },
    },
  };
}

/** `elasticbeanstalk-us-east-1-123456789012`. */
export const storageBucket = (context: Context): string => `elasticbeanstalk-${context.region}-${context.accountId}`;

function createStorageLocation(context: Context): Output {
  const bucket = storageBucket(context);
  if (!context.objects.hasBucket(bucket)) context.objects.createBucket(bucket);
  return { S3Bucket: bucket };
}

/** The full name behind a prefix. */
export const fullCname = (context: Context, prefix: string): string =>
  `${prefix}.${context.region}.elasticbeanstalk.com`;

/** Whether no environment, of whatever account, holds the name. Names are compared without regard to case. */
export function isCnameFree(context: Context, cname: string): boolean {
  const isForeign = faultsOf(context, 'cname-taken').some(
    ({ prefix }) => fullCname(context, prefix).toLowerCase() === cname.toLowerCase(),
  );
  if (isForeign) return false;
  for (const environment of context.world.environments.values()) {
    if (environment.status !== 'Terminated' && environment.cname?.toLowerCase() === cname.toLowerCase()) return false;
  }
  return true;
}

function checkDnsAvailability(context: Context, input: Input): Output {
  checkNames(input, 'CNAMEPrefix');
  const cname = fullCname(context, requiredText(input, 'CNAMEPrefix'));
  return { Available: isCnameFree(context, cname), FullyQualifiedCNAME: cname };
}

export const operations: Operations = {
  DescribeAccountAttributes: describeAccountAttributes,
  CreateStorageLocation: createStorageLocation,
  CheckDNSAvailability: checkDnsAvailability,
};
