/** What the wire faults of a scenario do to a call. */
import type { Identity } from './credentials.js';
import type { WireFault } from './faults.js';
import { ConnectionReset } from './http.js';
import type { Distortion, Service } from './service.js';

/** What the faults that hit a call do to it. */
export interface Effects {
  readonly before: (() => never) | undefined;
  readonly resetAfter: boolean;
  readonly slowSeconds: number;
  readonly distortion: Distortion;
}

/** Adds the faults up: the first that refuses wins, delays add, the oldest staleness counts. */
export function effectsOf(
  faults: readonly WireFault[],
  service: Service,
  action: string,
  identity: Identity | undefined,
): Effects {
  let before: (() => never) | undefined;
  let [resetAfter, slowSeconds, empty, staleSeconds] = [false, 0, false, 0];
  const fail = (error: Error): void => {
    before ??= () => {
      throw error;
    };
  };
  for (const fault of faults) {
    switch (fault.kind) {
      case 'throttle':
        fail(service.refusals.throttled(action));
        break;
      case 'server-error':
        fail(service.refusals.unavailable(fault.status));
        break;
      case 'expired-credentials':
        fail(service.refusals.expired());
        break;
      case 'lost-permission':
        if (fault.answer === 'denied' || !/^(Describe|List)/.test(action))
          fail(service.refusals.denied(action, identity));
        else empty = true;
        break;
      case 'reset':
        if (fault.when === 'before') fail(new ConnectionReset());
        else resetAfter = true;
        break;
      case 'slow-answer':
        slowSeconds += fault.seconds;
        break;
      case 'stale-read':
        staleSeconds = Math.max(staleSeconds, fault.seconds);
        break;
    }
  }
  return { before, resetAfter, slowSeconds, distortion: { empty, staleSeconds } };
}
