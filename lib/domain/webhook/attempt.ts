const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** How long to wait before each further attempt, as Standard Webhooks proposes; ten attempts in all, over a little more than three days. */
const waits = [
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
];

/** Where nothing arrived for so long, a webhook is paused. */
const PATIENCE = 72 * HOUR;

/** What came of one attempt: a status, or in a sentence why there is none. `ms` is how long it took. */
export type Attempted = { status: number | null; error: string; ms: number };

/** What becomes of a delivery. */
export type Judged = { state: "delivered" | "waiting" | "given-up"; nextAt: Date };

/** Anything from 200 to 299 is heard. A redirect is none: what is signed for one address goes to no other. */
export function isHeard({ status }: Attempted): boolean {
  return status !== null && status >= 200 && status < 300;
}

/** The receiver says that it is gone for good (410): nobody knocks again. */
export function isGone({ status }: Attempted): boolean {
  return status === 410;
}

/** What becomes of a delivery after its `attempts`-th attempt at `at`. `random` in [0, 1) spreads those that failed together. */
export function judgeAttempt(said: Attempted, attempts: number, at: Date, random: number): Judged {
  if (isHeard(said)) return { state: "delivered", nextAt: at };
  const wait = waits[attempts - 1];
  if (isGone(said) || wait === undefined) return { state: "given-up", nextAt: at };
  return { state: "waiting", nextAt: new Date(at.getTime() + Math.round(wait * (1 + random * 0.2))) };
}

/** Whether a webhook has been failing for too long. */
export function isHopeless(failingSince: Date, at: Date): boolean {
  return at.getTime() - failingSince.getTime() >= PATIENCE;
}
