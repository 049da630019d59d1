/** Finds loopback ports for applications, which are told their port before they listen. */
import { createServer } from 'node:net';

/** Below the range from which kernels take ports for outgoing connections, so that none of those gets in the way. */
const LOWEST = 15_000;
const HIGHEST = 32_000;

/** The ports of one runtime: no two of its instances get the same one. */
export class Ports {
  readonly #reserved = new Set<number>();

  /** Keeps `wished` if nobody listens there, else another port. The caller gives it back with `release`. */
  async reserve(wished?: number): Promise<number> {
    if (wished !== undefined && (await isFree(wished))) {
      this.#reserved.add(wished);
      return wished;
    }
    for (let attempt = 0; attempt < 1_000; attempt += 1) {
      const port = LOWEST + Math.floor(Math.random() * (HIGHEST - LOWEST));
      if (this.#reserved.has(port)) continue;
      // Reserved before the look, which takes a moment in which others ask too.
      this.#reserved.add(port);
      if (await isFree(port)) return port;
      this.#reserved.delete(port);
    }
    throw new Error(`no free port between ${LOWEST} and ${HIGHEST}`);
  }

  release(port: number): void {
    this.#reserved.delete(port);
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
