/** Objects in S3. Nothing is ever overwritten: uploads carry `If-None-Match: *`, also when they are completed. */
import type { BundleStore, ObjectInfo } from '../../ports/bundle-store.js';
import { endOf, wholeOf } from './download.js';
import { errorFacts } from './error-facts.js';
import { expectedOwner } from './identity.js';
import { createS3Calls, type S3Options } from './s3-calls.js';
import { createUpload } from './upload.js';

export function createBundleStore(options: S3Options): BundleStore {
  const { clients } = options;
  const { read, list, patience } = createS3Calls(options);

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

  const upload = createUpload({ clients, patience });
  return {
    head,
    // Asked first, so that a bundle that is there already costs no upload; `If-None-Match` then settles any race.
    put: async (request) => ((await head(request.bucket, request.key)) === undefined ? upload(request) : 'exists'),
    list: async (bucket, prefix) =>
      (await list(bucket, prefix)).flatMap((row): readonly ObjectInfo[] =>
        row.Key === undefined
          ? []
          : [{ key: row.Key, bytes: row.Size ?? 0, lastModified: row.LastModified?.getTime() ?? 0, metadata: {} }],
      ),
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
  };
}
