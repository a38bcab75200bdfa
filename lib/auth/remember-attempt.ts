import { agentAtRest } from "@/lib/auth/caller";
import { type Allowance, countAttempt } from "@/lib/data/rate-limits";
import { rememberRefusal, type Subject } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal, RefusalCode } from "@/lib/domain/refusal";
import { describeError, log } from "@/lib/runtime/log";

/** What a program tried: an operation of the API, on what. */
export type Tried = { is: { id: string; path: string; method: string }; id: string | null };

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

/** What touches the fence: closing a task or changing it, and writing, letting go or taking away its words. */
const fenced: ReadonlySet<string> = new Set([
  "completeTask",
  "declineTask",
  "reopenTask",
  "retagTask",
  "editTask",
  "moveTask",
  "mergeTask",
  "changeTasks",
  "recordCheck",
  "answerInvitation",
  "answerDecision",
  "startDraft",
  "saveWords",
  "addressDraft",
  "removeDraft",
  "approveDraft",
  "askForChanges",
  "releaseDraft",
  "callBackDraft",
  "sayWentOut",
  "sendAgain",
]);

const hour = 3600;
/** One line an hour tells of the same thing tried again and again. */
const once: Allowance = { attempts: 1, seconds: hour };
/** A token that may do nothing does not fill the log, which nobody ever shortens, by trying on made-up ids. */
const most: Allowance = { attempts: 500, seconds: hour };

/** Why a program is turned away whatever it tries. What a use-case refuses is remembered where it is refused. */
const turnedAway: ReadonlySet<RefusalCode> = new Set(["in-person", "out-of-scope", "paused", "day-used-up"]);

/**
 * Fence 9: what a program tried and was turned away from is written down, with why: whatever asks for somebody in person; what
 * touches the fence, without the scope for it, of an agent that is paused, or when its day is used up.
 */
export async function rememberAttempt(
  actor: Actor,
  { is, id }: Tried,
  { code }: Pick<Refusal, "code">,
): Promise<void> {
  if (!turnedAway.has(code) || actor.door !== "api") return;
  if (code === "in-person" ? is.method === "GET" : !fenced.has(is.id)) return;
  const kind = kinds.find(([start]) => is.path.startsWith(start))?.[1] ?? "desk";
  const verb = is.id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
  try {
    if (await isKnown(actor, [verb, kind, id ?? "", code].join(" "))) return;
    await rememberRefusal(actor, verb, { kind, id }, code);
  } catch (error) {
    log.error("an attempt was not remembered", describeError(error));
  }
}

/** The same of an agent that was not let in because it is paused. */
export async function rememberResting(
  token: string | null,
  slug: string,
  tried: Tried,
  refusal: Refusal,
): Promise<void> {
  if (refusal.code !== "paused" || token === null) return;
  const agent = await agentAtRest(token, slug);
  if (agent !== null) await rememberAttempt(agent, tried, refusal);
}

/** Whether the same token tried the same within the hour, or has tried more than anybody reads. */
async function isKnown({ proof }: Actor, what: string): Promise<boolean> {
  if ((await countAttempt("attempt", `${proof} ${what}`, once)) !== null) return true;
  return (await countAttempt("attempts", proof, most)) !== null;
}
