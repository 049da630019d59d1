/** Accounts: whose the credentials are (from STS, loaded only when somebody asks), and whose a bucket must be. */
import type { Identity } from '../../ports/identity.js';
import type { AwsClients } from './clients.js';

export function createIdentity(clients: AwsClients): Identity {
  return {
    caller: async () => {
      try {
        const client = await clients.sts();
        const { GetCallerIdentityCommand } = await import('@aws-sdk/client-sts');
        const { Account: account, Arn: arn } = await client.send(new GetCallerIdentityCommand({}));
        return account === undefined || arn === undefined ? undefined : { account, arn };
      } catch {
        return undefined;
      }
    },
  };
}

/**
 * The bucket of Elastic Beanstalk carries its account in its name (AWS guide: `elasticbeanstalk-<region>-<account>`).
 * Told to S3, it keeps us from reading or writing a bucket of that name which belongs to somebody else.
 */
export function expectedOwner(bucket: string): { readonly ExpectedBucketOwner?: string } {
  const account = /^elasticbeanstalk-[a-z0-9-]+-(\d{12})$/.exec(bucket)?.[1];
  return account === undefined ? {} : { ExpectedBucketOwner: account };
}
