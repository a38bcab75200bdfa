const sentences: Record<string, string> = {
  unverified:
    "That account does not vouch for its e-mail address, so it cannot be used here. Ask for a link by mail instead.",
  "not-invited": "Nobody at a desk here knows that address. Ask whoever invited you which one they used.",
  "too-many": "That was a lot of tries. Wait a quarter of an hour and try again.",
  failed: "Signing in did not work. Nothing was changed; try again, or ask for a link by mail.",
};

/** What the page says when signing in was not granted; null when nothing went wrong. */
export function problemSentence(problem: string | undefined): string | null {
  return problem === undefined ? null : (sentences[problem] ?? sentences.failed ?? null);
}
