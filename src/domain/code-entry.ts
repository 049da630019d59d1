/** What docs/errors.md says about one problem code. */
export interface CodeEntry {
  readonly meaning: string;
  readonly doing: string;
}
