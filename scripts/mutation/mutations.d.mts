/** One rule broken in one place. `file`: from the root of the repository; `from` is in it exactly once. */
export const MUTATIONS: readonly {
  readonly file: string;
  readonly rule: string;
  readonly from: string;
  readonly to: string;
}[];
