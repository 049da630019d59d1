/** What the simulated S3 refuses, in S3's words (AWS reference: S3 error responses). */
import { ServiceError } from '../service-error.js';
import { type SignatureProblem, VERSION_2 } from './signature.js';
import { element } from './xml.js';

/** A refusal with the further elements that S3 puts into its error document. */
export class S3Error extends ServiceError {
  readonly details: Readonly<Record<string, string>>;
  constructor(status: number, code: string, message: string, details: Readonly<Record<string, string>> = {}) {
    super(code, message, status);
    this.details = details;
  }
}

export const noSuchBucket = (bucket: string): S3Error =>
  new S3Error(404, 'NoSuchBucket', 'The specified bucket does not exist', { BucketName: bucket });

export const noSuchKey = (key: string): S3Error =>
  new S3Error(404, 'NoSuchKey', 'The specified key does not exist.', { Key: key });

export const noSuchUpload = (uploadId: string): S3Error =>
  new S3Error(
    404,
    'NoSuchUpload',
    'The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.',
    { UploadId: uploadId },
  );

export const preconditionFailed = (condition: string): S3Error =>
  new S3Error(412, 'PreconditionFailed', 'At least one of the pre-conditions you specified did not hold', {
    Condition: condition,
  });

export const notImplemented = (header: string): S3Error =>
  new S3Error(
    501,
    'NotImplemented',
    `A header or query you provided implies functionality that is not implemented: ${header}`,
    { Header: header },
  );

export const invalidArgument = (name: string, value: string, message: string): S3Error =>
  new S3Error(400, 'InvalidArgument', message, { ArgumentName: name, ArgumentValue: value });

export const malformedXml = (): S3Error =>
  new S3Error(
    400,
    'MalformedXML',
    'The XML you provided was not well-formed or did not validate against our published schema',
  );

export function signatureError(problem: SignatureProblem, wallNow: number, region: string): S3Error {
  switch (problem.kind) {
    case 'missing':
      return new S3Error(403, 'AccessDenied', 'Access Denied');
    case 'malformed':
      if (problem.detail === VERSION_2) return new S3Error(400, 'InvalidRequest', VERSION_2);
      return new S3Error(
        400,
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; ${problem.detail}`,
      );
    case 'unknown-key':
      return new S3Error(
        403,
        'InvalidAccessKeyId',
        'The AWS Access Key Id you provided does not exist in our records.',
        {
          AWSAccessKeyId: problem.accessKeyId,
        },
      );
    case 'wrong-token':
      return new S3Error(400, 'InvalidToken', 'The provided token is malformed or otherwise invalid.');
    case 'mismatch':
      return new S3Error(
        403,
        'SignatureDoesNotMatch',
        'The request signature we calculated does not match the signature you provided. Check your key and signing method.',
      );
    case 'skewed':
      return new S3Error(
        403,
        'RequestTimeTooSkewed',
        'The difference between the request time and the current time is too large.',
        {
          RequestTime: new Date(problem.signedAt).toISOString(),
          ServerTime: new Date(wallNow).toISOString(),
          MaxAllowedSkewMilliseconds: '900000',
        },
      );
    case 'presigned-expired':
      return new S3Error(403, 'AccessDenied', 'Request has expired', {
        Expires: new Date(problem.expiredAt).toISOString(),
        ServerTime: new Date(wallNow).toISOString(),
      });
    case 'wrong-region':
      return new S3Error(
        400,
        'AuthorizationHeaderMalformed',
        `The authorization header is malformed; the region '${problem.region}' is wrong; expecting '${region}'`,
        { Region: region },
      );
    case 'expired-token':
      return new S3Error(400, 'ExpiredToken', 'The provided token has expired.');
  }
}

/** The error document. */
export function errorXml(error: ServiceError, requestId: string, resource: string): string {
  const details = error instanceof S3Error ? error.details : {};
  const more = Object.entries(details).map(([name, value]) => element(name, value));
  return (
    `<?xml version="1.0" encoding="UTF-8"?>\n<Error>${element('Code', error.code)}${element('Message', error.message)}${more.join('')}` +
    `${element('Resource', resource)}${element('RequestId', requestId)}${element('HostId', 'simulator')}</Error>`
  );
}
