/** An authority of the simulator's own, and certificates for the names that it serves over TLS: X.509, written by hand. */
import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { createSecureContext, type SecureContext } from 'node:tls';

const DAY = 86_400_000;
const NAME = 'Elastic Beanstalk simulator';

/** RFC 5280 and RFC 5758. */
const OID = {
  commonName: '550403',
  subjectKeyId: '551d0e',
  keyUsage: '551d0f',
  alternativeNames: '551d11',
  basicConstraints: '551d13',
  authorityKeyId: '551d23',
  ecdsaWithSha256: '2a8648ce3d040302',
} as const;

/** One element of DER: tag, length, content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const size = content.length.toString(16);
  const bytes = Buffer.from(size.length % 2 === 0 ? size : `0${size}`, 'hex');
  const length = content.length < 0x80 ? bytes : Buffer.concat([Buffer.from([0x80 | bytes.length]), bytes]);
  return Buffer.concat([Buffer.from([tag]), length, content]);
}

const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts);
const oid = (name: keyof typeof OID): Buffer => der(0x06, Buffer.from(OID[name], 'hex'));
const octets = (content: Uint8Array): Buffer => der(0x04, content);
const bits = (content: Uint8Array, unused = 0): Buffer => der(0x03, Buffer.from([unused]), content);
const TRUE = der(0x01, Buffer.from([0xff]));
const ALGORITHM = sequence(oid('ecdsaWithSha256'));

const issuer = sequence(der(0x31, sequence(oid('commonName'), der(0x0c, Buffer.from(NAME)))));
/** Who asks for a name compares it with the alternative names; the subject only has to differ from the issuer's. */
const leafSubject = sequence(der(0x31, sequence(oid('commonName'), der(0x0c, Buffer.from('a simulated environment')))));

const time = (at: number): Buffer =>
  der(0x18, Buffer.from(new Date(at).toISOString().replace(/[-:T]|\.\d+/g, ''), 'ascii'));

const extension = (name: keyof typeof OID, value: Buffer, critical = false): Buffer =>
  sequence(oid(name), ...(critical ? [TRUE] : []), octets(value));

interface Keys {
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

const newKeys = (): Keys => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const keyId = ({ publicKey }: Keys): Buffer =>
  createHash('sha1')
    .update(publicKey.export({ type: 'spki', format: 'der' }))
    .digest();

function certificate(subject: Buffer, keys: Keys, signer: Keys, extensions: readonly Buffer[], now: number): string {
  const body = sequence(
    der(0xa0, der(0x02, Buffer.from([2]))),
    der(0x02, Buffer.from([0x01]), randomBytes(15)),
    ALGORITHM,
    issuer,
    sequence(time(now - DAY), time(now + 30 * DAY)),
    subject,
    keys.publicKey.export({ type: 'spki', format: 'der' }),
    der(
      0xa3,
      sequence(
        ...extensions,
        extension('subjectKeyId', octets(keyId(keys))),
        extension('authorityKeyId', sequence(der(0x80, keyId(signer)))),
      ),
    ),
  );
  const whole = sequence(body, ALGORITHM, bits(sign('sha256', body, signer.privateKey)));
  const text = whole.toString('base64').replace(/.{64}/g, '$&\n').trimEnd();
  return `-----BEGIN CERTIFICATE-----\n${text}\n-----END CERTIFICATE-----\n`;
}

/** Made anew in each process; its key never leaves it. */
export class CertificateAuthority {
  readonly #keys = newKeys();
  readonly #now: number;
  readonly #contexts = new Map<string, SecureContext>();
  /** What a client has to trust (PEM). */
  readonly certificate: string;

  /** `now`: the wall's, because clients judge certificates by theirs. */
  constructor(now: number) {
    this.#now = now;
    const isAuthority = extension('basicConstraints', sequence(TRUE), true);
    // keyCertSign only.
    const use = extension('keyUsage', bits(Buffer.from([0x04]), 2), true);
    this.certificate = certificate(issuer, this.#keys, this.#keys, [isAuthority, use], now);
  }

  /** A certificate for this host name. */
  contextFor(host: string): SecureContext {
    const known = this.#contexts.get(host);
    if (known !== undefined) return known;
    const keys = newKeys();
    const names = extension('alternativeNames', sequence(der(0x82, Buffer.from(host, 'ascii'))));
    const context = createSecureContext({
      key: keys.privateKey.export({ type: 'pkcs8', format: 'pem' }),
      cert: certificate(leafSubject, keys, this.#keys, [names], this.#now),
    });
    this.#contexts.set(host, context);
    return context;
  }
}
