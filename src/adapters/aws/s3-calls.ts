/** Calls to S3, sent again where that may help, and the list of what a prefix holds. */
import type { S3Client, _Object as S3Object } from '@aws-sdk/client-s3';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { present } from './beanstalk-model.js';
import { pages } from './calls.js';
import type { AwsClients } from './clients.js';
import { expectedOwner } from './identity.js';
import { createPatience, type Patience } from './patience.js';
import * as s3Sdk from './sdk-s3.js';

export interface S3Options {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  /** Ends the waiting between two attempts. */
  readonly signal?: AbortSignal;
}

/** One call by the client of the SDK. */
export type S3Run<T> = (client: S3Client, sdk: typeof s3Sdk) => Promise<T>;

export interface S3Calls {
  readonly patience: Patience;
  read<T>(operation: string, run: S3Run<T>): Promise<T>;
  /** As `read`, sent once only. */
  look<T>(operation: string, run: S3Run<T>): Promise<T>;
  write<T>(operation: string, run: S3Run<T>): Promise<T>;
  /** Every object below the prefix, page by page. */
  list(bucket: string, prefix: string): Promise<readonly S3Object[]>;
}

export function createS3Calls(options: S3Options): S3Calls {
  const patience = createPatience({ ...options, mode: 'patient' });
  const call =
    (mutates: boolean, patience: Patience) =>
    async <T>(operation: string, run: S3Run<T>): Promise<T> => {
      const client = await options.clients.s3();
      return patience({ service: 's3', operation, mutates }, () => run(client, s3Sdk));
    };
  const read = call(false, patience);
  return {
    patience,
    read,
    look: call(false, createPatience({ ...options, mode: 'one-look' })),
    write: call(true, patience),
    list: async (bucket, prefix) => {
      const found = await pages(async ({ NextToken }) => {
        const { Contents = [], NextContinuationToken } = await read('ListObjectsV2', (client, sdk) =>
          client.send(
            new sdk.ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix,
              ...present({ ContinuationToken: NextToken }),
              ...expectedOwner(bucket),
            }),
          ),
        );
        return { Contents, ...present({ NextToken: NextContinuationToken }) };
      });
      return found.flatMap(({ Contents }) => Contents);
    },
  };
}
