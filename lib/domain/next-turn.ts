const MINUTE = 60_000;

/**
 * When something kept on another machine is read next, in milliseconds from now: every 30 minutes, give or take three; after
 * failures later and later, up to a day. A refused password waits a day at once, so that no account is locked. `random` is from
 * 0 to 1.
 */
export function nextTurn(failures: number, isSignIn: boolean, random: number): number {
  const base = isSignIn
    ? 24 * 60 * MINUTE
    : Math.min(30 * MINUTE * 2 ** Math.min(failures, 10), 24 * 60 * MINUTE);
  return Math.round(base * (0.9 + 0.2 * random));
}
