/** Lets a call that cannot be interrupted be left behind when the rollout is asked to stop. */

/** The answer of `work`, or `undefined` as soon as `signal` aborts. What `work` does afterwards is ignored. */
export function unlessStopped<T>(work: Promise<T>, signal: AbortSignal): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const stop = (): void => resolve(undefined);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}
