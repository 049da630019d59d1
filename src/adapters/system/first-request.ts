/** Tells when the first HTTP request of this process is on its way: from then on, waiting is what time is spent with. */
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Node docs: "Diagnostics Channel", HTTP: "Emitted when client starts a request". */
const STARTED = 'http.client.request.start';

/** Calls back once: when the whole request is with the operating system, or has failed before. */
export function onFirstRequest(callback: () => void): void {
  let told = false;
  const tell = (): void => {
    if (told) return;
    told = true;
    callback();
  };
  const started = (message: unknown): void => {
    unsubscribe(STARTED, started);
    const { request } = message as { readonly request: ClientRequest };
    request.once('finish', tell).once('close', tell);
  };
  subscribe(STARTED, started);
}
