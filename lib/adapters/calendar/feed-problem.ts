/** Why a calendar was not read from its address; `sentence` is for the person whose calendar it is. */
export class FeedProblem extends Error {
  constructor(
    readonly code: "net" | "sign-in" | "not-found" | "refused" | "not-a-calendar" | "too-much",
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}
