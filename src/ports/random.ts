/** Randomness, injected: crypto in production, a seeded sequence in tests. */
export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A lower-case UUID. */
  uuid(): string;
}
