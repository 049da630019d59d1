/** The TLS side of entrances that speak https only: one server, which knows from each tunnel where it leads. */
import { createServer, type Server } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { CertificateAuthority } from './certificates.js';
import type { Entrance } from './entrance.js';

/** See `entrance.ts`. */
const KEEP_ALIVE = 75_000;

export class SecureFront {
  readonly #server: Server;
  readonly #listening: Promise<void>;
  /** By the port that a tunnel comes from. */
  readonly #entrances = new Map<number, Entrance>();

  constructor(authority: CertificateAuthority) {
    this.#server = createServer(
      {
        keepAliveTimeout: KEEP_ALIVE,
        SNICallback: (host, answer) => answer(null, authority.contextFor(host)),
      },
      (request, response) => {
        const entrance = this.#entrances.get(request.socket.remotePort ?? 0);
        if (entrance === undefined) request.socket.destroy();
        else entrance.handle(request, response);
      },
    );
    this.#listening = new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(0, '127.0.0.1', resolve);
    });
    this.#listening.catch(() => {});
  }

  async port(): Promise<number> {
    await this.#listening;
    return (this.#server.address() as AddressInfo).port;
  }

  /** What comes through this connection is for this entrance. */
  lead(tunnel: Socket, entrance: Entrance): void {
    tunnel.once('connect', () => {
      const port = tunnel.localPort ?? 0;
      this.#entrances.set(port, entrance);
      tunnel.once('close', () => this.#entrances.delete(port));
    });
  }

  async close(): Promise<void> {
    await this.#listening.catch(() => {});
    await new Promise<void>((resolve) => {
      this.#server.close(() => resolve());
      this.#server.closeAllConnections();
    });
  }
}
