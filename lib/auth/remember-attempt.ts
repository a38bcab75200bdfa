import { rememberRefusal, type Subject } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { describeError, log } from "@/lib/runtime/log";

const kinds: readonly [start: string, kind: Subject["kind"]][] = [
  ["/tasks", "task"],
  ["/drafts", "draft"],
  ["/decisions", "decision"],
  ["/sendings", "sending"],
  ["/people", "person"],
  ["/facts", "fact"],
  ["/events", "event"],
  ["/protected-times", "protected-time"],
  ["/accounts", "account"],
  ["/voice", "voice"],
  ["/feeds", "feed"],
  ["/calendars", "calendar"],
  ["/address-books", "address-book"],
  ["/tokens", "token"],
  ["/agents", "agent"],
  ["/webhooks", "webhook"],
];

/** Fence 9: that a program tried a door which opens to people alone is written down, with what it tried on what. */
export async function rememberAttempt(
  actor: Actor,
  { id, path }: { id: string; path: string },
  subjectId: string | null,
): Promise<void> {
  const kind = kinds.find(([start]) => path.startsWith(start))?.[1] ?? "desk";
  const verb = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  try {
    await rememberRefusal(actor, verb, { kind, id: subjectId }, "in-person");
  } catch (error) {
    log.error("an attempt was not remembered", describeError(error));
  }
}
