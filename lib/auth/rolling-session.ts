import { rollSession, SESSION_DAYS } from "@/lib/data/auth-store";
import { describeError, log } from "@/lib/runtime/log";

/** When a session that is used at `at` will end. */
export function sessionEnd(at: Date): Date {
  return new Date(at.getTime() + SESSION_DAYS * 24 * 60 * 60 * 1000);
}

/** Lets a session that is in use roll on. Does not keep the answer waiting; what goes wrong is tried again at the next visit. */
export function keepRolling(token: string): void {
  rollSession(token).catch((error) => log.warn("a session could not be rolled on", describeError(error)));
}
