/** A refusal as AWS words it: the code and the text are part of the simulated interface. */

/** What the service answers instead of a result. `status` is the HTTP status code on the wire. */
export class ServiceError extends Error {
  override readonly name = 'ServiceError';
  readonly code: string;
  readonly status: number;

  constructor(code: string, message: string, status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
