/** CARRYING: what is done with words that were let go, so that they leave once, are not lost, and nothing is said of them that nobody knows. */

import type { Role } from "@/lib/domain/actor";
import type { SendingState } from "@/lib/domain/draft/draft";
import type { Tag } from "@/lib/domain/task/task";

/** Words on their way, as a job meets them. `doubts`: how often they were sent again without knowing whether they had arrived. */
export type Carried = { state: SendingState; attempts: number; doubts: number; pressedAt: Date };

/** After an answer that never came: as long as a server may take to deliver, or to throw away, what it got. */
export const doubtMinutes = 5;
const dayMs = 24 * 60 * 60 * 1000;
/** So many tries take an hour, which "Send again" is always worth. */
const fewestTries = 6;

/**
 * What is done with words whose turn it is; only those come here that wait, or that nobody has said anything of for two minutes.
 * "carry" them; "carry-again", in doubt, under the same Message-ID; "stop" what nobody lets go any more; or ask the client.
 */
export function whatNow(
  { state, doubts }: Carried,
  isLetGo: boolean,
): "carry" | "carry-again" | "stop" | "ask" | "nothing" {
  if (state === "held") return isLetGo ? "carry" : "stop";
  if (state === "leaving") return isLetGo ? "carry" : doubts > 0 ? "ask" : "stop";
  if (state !== "handed-over") return "nothing";
  return doubts === 0 && isLetGo ? "carry-again" : "ask";
}

/** What becomes of words that a server did not take. `minutes`: until they are tried again. */
export type Next = { state: "held" | "leaving"; minutes: number } | { state: "failed" | "unsure" };

/**
 * After a refusal: again in 1, 2, 4 … 60 minutes; for good when asking again is no use, or after a day. Where an earlier copy may
 * have arrived they stay as they are ("leaving" cannot be changed), and it is never said that they went to nobody.
 */
export function afterRefusal(
  { state, attempts, doubts, pressedAt }: Carried,
  isFinal: boolean,
  at: Date,
): Next {
  const isOver = isFinal || (at.getTime() - pressedAt.getTime() > dayMs && attempts >= fewestTries);
  const minutes = Math.min(60, 2 ** Math.max(0, attempts - 1));
  if (doubts === 0) return isOver ? { state: "failed" } : { state: "held", minutes };
  return isOver || state !== "leaving" ? { state: "unsure" } : { state: "leaving", minutes };
}

/** Fence 1: words that have gone out close their task under the name of whoever let them go, and only if they may close it still. */
export function closesItsTask(letGoBy: Role, tag: Tag): boolean {
  return letGoBy === "client" || tag === "delegable";
}
