/** Objects in S3. Nothing is ever overwritten: uploads carry `If-None-Match: *`, also when they are completed. */
import type { S3Client } from '@aws-sdk/client-s3';
import type { BundleStore, ObjectInfo } from '../../ports/bundle-store.js';
import type { Clock } from '../../ports/clock.js';
import type { Random } from '../../ports/random.js';
import { present } from './beanstalk-model.js';
import { pages } from './calls.js';
import type { AwsClients } from './clients.js';
import { endOf, wholeOf } from './download.js';
import { errorFacts } from './error-facts.js';
import { expectedOwner } from './identity.js';
import { createPatience } from './patience.js';
import { createUpload } from './upload.js';

export interface BundleStoreOptions {
  readonly clients: AwsClients;
  readonly clock: Clock;
  readonly random: Random;
  /** Ends the waiting between two attempts. */
  readonly signal?: AbortSignal;
}

type Sdk = typeof import('./sdk-s3.js');

export function createBundleStore(options: BundleStoreOptions): BundleStore {
  const { clients } = options;
  const patience = createPatience({ ...options, mode: 'patient' });
  const read = async <T>(operation: string, run: (client: S3Client, sdk: Sdk) => Promise<T>): Promise<T> => {
    const client = await clients.s3();
    const sdk = await import('./sdk-s3.js');
    return patience({ service: 's3', operation, mutates: false }, () => run(client, sdk));
  };

  const head: BundleStore['head'] = (bucket, key) =>
    read('HeadObject', async (client, sdk) => {
      try {
        const answer = await client.send(
          new sdk.HeadObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) }),
        );
        return {
          key,
          bytes: answer.ContentLength ?? 0,
          lastModified: answer.LastModified?.getTime() ?? 0,
          metadata: answer.Metadata ?? {},
        };
      } catch (error) {
        if (errorFacts(error).status === 404) return undefined;
        throw error;
      }
    });

  const upload = createUpload({ ...options, patience });
  return {
    head,
    // Asked first, so that a bundle that is there already costs no upload; `If-None-Match` then settles any race.
    put: async (request) => ((await head(request.bucket, request.key)) === undefined ? upload(request) : 'exists'),
    list: async (bucket, prefix) => {
      const found = await pages(async ({ NextToken }) => {
        const answer = await read('ListObjectsV2', (client, sdk) =>
          client.send(
            new sdk.ListObjectsV2Command({
              Bucket: bucket,
              Prefix: prefix,
              ...present({ ContinuationToken: NextToken }),
              ...expectedOwner(bucket),
            }),
          ),
        );
        return { contents: answer.Contents ?? [], ...present({ NextToken: answer.NextContinuationToken }) };
      });
      return found
        .flatMap((page) => page.contents)
        .flatMap((row): readonly ObjectInfo[] =>
          row.Key === undefined
            ? []
            : [{ key: row.Key, bytes: row.Size ?? 0, lastModified: row.LastModified?.getTime() ?? 0, metadata: {} }],
        );
    },
    readEnd: (bucket, key, limitBytes) =>
      read('GetObject', async (client, sdk) => {
        try {
          const answer = await client.send(
            new sdk.GetObjectCommand({
              Bucket: bucket,
              Key: key,
              Range: `bytes=-${limitBytes}`,
              ...expectedOwner(bucket),
            }),
          );
          return await endOf(answer.Body as AsyncIterable<Uint8Array> | undefined, limitBytes);
        } catch (error) {
          // An empty object has no range that could be answered.
          if (errorFacts(error).status === 416) return '';
          throw error;
        }
      }),
    readTexts: async (bucket, key, limitBytes) => {
      const bytes = await read('GetObject', async (client, sdk) => {
        const answer = await client.send(
          new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) }),
        );
        return wholeOf(answer.Body as AsyncIterable<Uint8Array> | undefined, 10 * limitBytes);
      });
      const { textsIn } = await import('../bundle/zip-reader.js');
      return textsIn(bytes, limitBytes);
    },
    get calls() {
      return clients.storeCalls.count;
    },
  };
}
