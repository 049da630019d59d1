/**
 * The runner's toolkit, `@actions/core`, loaded late: with it comes an HTTP stack that costs as much as everything else
 * before the first API call. Until it is there, what is to be told waits, and is then told in the order it was said.
 */

type Core = typeof import('@actions/core');

/** The part of `@actions/core` that the host uses. */
export type Toolkit = Pick<
  Core,
  | 'ExitCode'
  | 'debug'
  | 'endGroup'
  | 'error'
  | 'info'
  | 'notice'
  | 'saveState'
  | 'setOutput'
  | 'startGroup'
  | 'summary'
  | 'warning'
>;

export interface LateToolkit {
  /** Does this now, or when the toolkit is there. */
  use(step: (core: Toolkit) => void): void;
  /** The toolkit, after everything that waited for it. */
  ready(): Promise<Toolkit>;
  /** From now on the toolkit may be loaded. Resolves when nothing waits any more; loads nothing for nothing. */
  flush(): Promise<void>;
}

export function lateToolkit(load: () => Promise<Toolkit>): LateToolkit {
  const waiting: ((core: Toolkit) => void)[] = [];
  let core: Toolkit | undefined;
  let loading: Promise<Toolkit> | undefined;
  let mayLoad = false;
  const ready = (): Promise<Toolkit> => {
    mayLoad = true;
    loading ??= load().then((loaded) => {
      for (const step of waiting.splice(0)) attempt(step, loaded);
      core = loaded;
      return loaded;
    });
    return loading;
  };
  return {
    ready,
    use: (step) => {
      if (core !== undefined) return step(core);
      waiting.push(step);
      if (mayLoad) void ready();
    },
    flush: async () => {
      mayLoad = true;
      if (waiting.length > 0) await ready();
    },
  };
}

/** Who asked for it has gone on: what fails now is said, and keeps nothing else from being told. */
function attempt(step: (core: Toolkit) => void, core: Toolkit): void {
  try {
    step(core);
  } catch (error) {
    core.warning(`Something could not be handed to the runner: ${error instanceof Error ? error.message : error}`);
  }
}
