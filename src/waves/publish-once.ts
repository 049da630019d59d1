/** What several environments need in common is made once: the bundle, its upload per bucket, the version per application. */

import { checkBundle, makeBundle } from '../bundle/make.js';
import type { Say } from '../domain/progress.js';
import type { Beanstalk, VersionRequest } from '../ports/beanstalk.js';
import type { BundleStore } from '../ports/bundle-store.js';
import type { BundleMaking } from '../prepare.js';

/** Every environment has the same source, so the first one that asks is answered for all. `say` is the whole run's. */
export function makingOnce(say: Say): BundleMaking {
  let made: ReturnType<BundleMaking['make']> | undefined;
  let checked: ReturnType<BundleMaking['check']> | undefined;
  return {
    make: (source, to, ports) => {
      made ??= makeBundle(source, to, ports, say);
      return made;
    },
    check: (source, ports) => {
      // Made already: what is wrong with it is known, and has been said.
      checked ??=
        made === undefined ? checkBundle(source, ports, say) : made.then((one) => (one.ok ? [] : one.problems));
      return checked;
    },
  };
}

/** Of one region. The one who comes second waits for the first, and finds the object there. */
export function uploadingOnce(store: BundleStore): BundleStore {
  const begun = new Map<string, Promise<unknown>>();
  return {
    ...store,
    put: async (request) => {
      const key = JSON.stringify([request.bucket, request.key]);
      for (let other = begun.get(key); other !== undefined; other = begun.get(key)) {
        // An upload that failed for one is tried by the next.
        if (await succeeds(other)) return 'exists';
        if (begun.get(key) === other) begun.delete(key);
      }
      const own = store.put(request);
      begun.set(key, own);
      return own;
    },
  };
}

/** Of one region. */
export function versionsOnce(beanstalk: Beanstalk): Beanstalk {
  const begun = new Map<string, ReturnType<Beanstalk['createVersion']>>();
  const keyOf = ({ application, label }: VersionRequest): string => JSON.stringify([application, label]);
  return {
    ...beanstalk,
    get calls() {
      return beanstalk.calls;
    },
    createVersion: async (request) => {
      const key = keyOf(request);
      for (let other = begun.get(key); other !== undefined; other = begun.get(key)) {
        if (await succeeds(other)) return other;
        if (begun.get(key) === other) begun.delete(key);
      }
      const own = beanstalk.createVersion(request);
      begun.set(key, own);
      return own;
    },
  };
}

const succeeds = (work: Promise<unknown>): Promise<boolean> =>
  work.then(
    () => true,
    () => false,
  );
