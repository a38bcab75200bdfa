import type { ActingRole } from "@/lib/domain/actor";

/** An entry of the log, as much of it as a program is told: ids and the names of what changed, no contents. `at` is ISO UTC. */
export type ToldEntry = {
  seq: number;
  at: string;
  by: ActingRole;
  verb: string;
  subject: string;
  id: string | null;
  version: number | null;
  isNew: boolean;
  changed: string[];
};

/** What a test is called. */
export const TEST_TYPE = "webhook.test";

/** "task.made", "task.changed": what happened to what, for programs that choose by it. */
export function typeOfEvent({ subject, isNew }: ToldEntry): string {
  return `${subject}.${isNew ? "made" : "changed"}`;
}

/** What a program is sent for an entry, as the JSON that is signed. */
export function sayEvent(entry: ToldEntry, slug: string): string {
  const { seq, at, by, verb, subject, id, version } = entry;
  // Of something new, all of it is.
  const changed = entry.isNew ? [] : [...entry.changed].sort();
  const data = { workspace: slug, seq, subject, id, verb, by, version, changed };
  return JSON.stringify({ type: typeOfEvent(entry), timestamp: at, data });
}

/** What a program is sent to see whether it hears; nothing happened. */
export function sayTest(slug: string, at: string): string {
  return JSON.stringify({ type: TEST_TYPE, timestamp: at, data: { workspace: slug } });
}
