/** The simulated S3. */
import type { Random } from '../../ports/random.js';
import { ServiceError } from '../service-error.js';
import type { ObjectBytes } from '../storage/object-bytes.js';
import { textResponse } from './http.js';
import type { Service } from './service.js';

export interface S3Options {
  readonly objects: ObjectBytes;
  readonly region: string;
  readonly accountId: string;
  readonly random: Random;
}

export function createS3Service(_options: S3Options): Service {
  const refused = (): ServiceError => new ServiceError('NotImplemented', 'S3 is not there yet.', 501);
  return {
    name: 's3',
    signsBody: false,
    allowsAnonymous: () => false,
    prepare: () => {
      throw refused();
    },
    refuse: (_call, error) =>
      textResponse(error.status, 'application/xml', `<Error><Code>${error.code}</Code></Error>`),
    signatureError: () => refused(),
    refusals: { throttled: refused, unavailable: refused, expired: refused, denied: refused },
  };
}
