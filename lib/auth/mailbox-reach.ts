import type { Visitor } from "@/lib/auth/visitor";
import { type Env, env, isLoopback } from "@/lib/env";

/**
 * Whose mail this visitor may read in the local mailbox: all of it on their own machine, the demo desk's where a demo is shown to
 * others, and none (null) once mail is really sent: a link to sign in is for its receiver alone.
 */
export function mailboxReach(visitor: Visitor, settings: Env = env): "everything" | "demo" | null {
  if (settings.SMTP_URL) return null;
  if (isLoopback(settings) && visitor.isThisMachine) return "everything";
  return settings.DEMO ? "demo" : null;
}
