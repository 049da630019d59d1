/** Documents in S3, with conditional writes (S3 user guide, "Conditional requests": `If-Match`, `If-None-Match`). */
import type { Documents, StoredDocument } from '../../ports/documents.js';
import { errorFacts } from './error-facts.js';
import { expectedOwner } from './identity.js';
import { createS3Calls, type S3Options, type S3Run } from './s3-calls.js';

export function createDocuments(options: S3Options): Documents {
  const { read, look, write, list } = createS3Calls(options);
  return {
    read: (bucket, key) => read('GetObject', getting(options, bucket, key)),
    look: (bucket, key) => look('GetObject', getting(options, bucket, key)),
    write: ({ bucket, key, text, replaces, onWritten }) =>
      write('PutObject', async (client, sdk) => {
        try {
          const answer = await client.send(
            new sdk.PutObjectCommand({
              Bucket: bucket,
              Key: key,
              Body: text,
              ContentType: 'application/json',
              ...(replaces === undefined ? { IfNoneMatch: '*' } : { IfMatch: replaces }),
              ...expectedOwner(bucket),
            }),
          );
          if (answer.ETag !== undefined) onWritten?.(answer.ETag);
          return 'written';
        } catch (error) {
          if (isConflict(error)) return 'conflict';
          throw error;
        }
      }),
    keys: async (bucket, prefix) => (await list(bucket, prefix)).flatMap(({ Key }) => Key ?? []),
  };
}

const getting =
  ({ clock }: S3Options, bucket: string, key: string): S3Run<StoredDocument | undefined> =>
  async (client, sdk) => {
    try {
      const command = new sdk.GetObjectCommand({ Bucket: bucket, Key: key, ...expectedOwner(bucket) });
      let answeredAt = Number.NaN;
      command.middlewareStack.add(
        (next) => async (args) => {
          const result = await next(args);
          answeredAt = dateOf(result.response);
          return result;
        },
        { step: 'deserialize', name: 'readDate' },
      );
      const answer = await client.send(command);
      const text = (await answer.Body?.transformToString('utf-8')) ?? '';
      const now = Number.isNaN(answeredAt) ? clock.now() : answeredAt;
      const age = Math.max(0, now - (answer.LastModified?.getTime() ?? now));
      return { text, etag: answer.ETag ?? '', age };
    } catch (error) {
      if (errorFacts(error).status === 404) return undefined;
      throw error;
    }
  };

/** When S3 answered, by its own clock; `NaN` when it did not say. */
function dateOf(response: unknown): number {
  const headers = typeof response === 'object' && response !== null && 'headers' in response ? response.headers : {};
  const date = typeof headers === 'object' && headers !== null && 'date' in headers ? headers.date : undefined;
  return typeof date === 'string' ? Date.parse(date) : Number.NaN;
}

/** 412: written meanwhile; 409: two conditional writes at once; 404 for `If-Match`: removed meanwhile. */
const isConflict = (error: unknown): boolean =>
  [404, 409, 412].includes(errorFacts(error).status) && !isNoBucket(error);

const isNoBucket = (error: unknown): boolean => errorFacts(error).name === 'NoSuchBucket';
