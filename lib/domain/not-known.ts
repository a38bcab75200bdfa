/**
 * A change was done and the line to the database broke as it was being kept: whether it was kept is not known here. Whoever is told of
 * it is not told that nothing was changed.
 */
export class NotKnown extends Error {
  constructor(cause: unknown) {
    super(`Whether a change was kept is not known: ${cause instanceof Error ? cause.message : cause}`, {
      cause,
    });
    this.name = "NotKnown";
  }
}
