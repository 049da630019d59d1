/** The runner that executes the step: inputs in, outputs and log lines out. Only renderers decide what a line says. */

export type AnnotationLevel = 'error' | 'warning' | 'notice';

export interface Host {
  /** The raw input, trimmed; '' when not given. */
  input(name: string): string;
  /** Names of all inputs that were given (as the runner spells them in `INPUT_*`), for naming unknown ones. */
  givenInputs(): readonly string[];
  output(name: string, value: string): void;
  /** Prints one line that holds no foreign text, or foreign text already made harmless by `report/foreign.ts`. */
  line(text: string): void;
  group(title: string): void;
  endGroup(): void;
  annotate(level: AnnotationLevel, message: string, title?: string): void;
  debug(text: string): void;
  /** Registers a text before it could be printed. `identifier`: it names a resource, and is hidden in the log alone. */
  mask(text: string, what?: 'identifier'): void;
  /** Appends Markdown to the step's summary; answers `false` where there is none. */
  summary(markdown: string): Promise<boolean>;
  /** Marks the step as failed (exit code 1). Called once, by main. */
  fail(): void;
  /** Values handed to the post step. */
  saveState(name: string, value: string): void;
  state(name: string): string;
  /** Resolves when everything told so far is with the runner; before, it may still wait. A run ends only after it. */
  flush(): Promise<void>;
  /** Facts of the run: workspace, repository, commit, run URL, event. Absent outside GitHub Actions. */
  readonly run: RunFacts;
  /** Calls back at the first request to stop (SIGINT, SIGTERM); a second one ends the process. */
  onCancel(callback: () => void): void;
  /** Calls back at an exception that nobody caught. The process goes on; who listens here decides how it ends. */
  onCrash(callback: (error: unknown) => void): void;
}

export interface RunFacts {
  /** Absolute path; the current directory outside a workspace. */
  readonly workspace: string;
  /** Directory for temporary files of this job. */
  readonly temporary: string;
  readonly repository?: string;
  readonly commit?: string;
  readonly ref?: string;
  readonly eventName?: string;
  readonly runId?: string;
  readonly runAttempt?: number;
  readonly actor?: string;
  readonly serverUrl?: string;
  /** Root of GitHub's REST API: `https://api.github.com`, or that of a GitHub Enterprise Server. */
  readonly apiUrl?: string;
  /** File with the payload of the event that started the workflow (JSON). */
  readonly eventPath?: string;
  /** `owner/name` of the repository that holds this action, and the ref it was used at; absent for a local `uses: ./`. */
  readonly actionRepository?: string;
  readonly actionRef?: string;
  readonly debug: boolean;
  /** `true` in the post phase of the step. */
  readonly isPost?: boolean;
}
