import type { Went } from "@/lib/adapters/mail/client-mail";
import { holdTaskOfSending } from "@/lib/data/hold-words";
import { type SendingFacts, saveSending } from "@/lib/data/sendings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { afterRefusal, doubtMinutes } from "@/lib/domain/draft/carry";
import { granted, type Result } from "@/lib/domain/result";
import { finishSending } from "@/lib/use-cases/draft/finish-sending";
import { setAside } from "@/lib/use-cases/draft/set-aside";

/** What became of words in one turn. "again": they are tried later; "in-doubt": later, as nobody knows; "lost": somebody else carries them. */
export type Became = "sent" | "again" | "in-doubt" | "failed" | "unsure" | "stopped" | "not-due" | "lost";

/** Waits between tries to write an answer down: a minute together, less than a claim holds. */
const pauses = [500, 1_500, 3_000, 8_000, 15_000, 30_000];

/**
 * Writes down what a server answered. A database that is away for a moment does not make a second message of the first: writing is
 * tried for a minute. Throws when it cannot be written at all; then nobody knows what came of it, and that is how it is read.
 */
export async function concludeSending(
  actor: Actor,
  seen: SendingFacts,
  went: Went,
  at: Date,
  origin: string,
): Promise<Became> {
  for (const pause of [...pauses, null]) {
    try {
      const written = await writeDown(actor, seen, went, at, origin);
      return written.ok ? written.value : "lost";
    } catch (error) {
      if (pause === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  return "lost";
}

async function writeDown(
  actor: Actor,
  seen: SendingFacts,
  went: Went,
  at: Date,
  origin: string,
): Promise<Result<Became>> {
  if (went.how === "accepted") return finishSending(actor, seen, at);
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, "carry-sending", { kind: "sending", id: seen.id }, async (tx) => {
    await holdTaskOfSending(tx, workspaceId, seen.id);
    const asideAs = (state: "failed" | "unsure") => setAside(tx, actor, seen, state, went.why, origin);
    if (went.how === "undecided") {
      if (seen.doubts > 0) return granted<Became>(await asideAs("unsure"));
      // As whoever dies at this point leaves it; only that there is more to say, and some time to be waited.
      const wait = { state: "handed-over", inMinutes: doubtMinutes, lastError: went.why } as const;
      return granted<Became>((await saveSending(tx, workspaceId, seen, wait)) ? "in-doubt" : "lost");
    }
    const next = afterRefusal(seen, went.isFinal, at);
    if (!("minutes" in next)) return granted<Became>(await asideAs(next.state));
    const wait = { state: next.state, inMinutes: next.minutes, lastError: went.why };
    return granted<Became>((await saveSending(tx, workspaceId, seen, wait)) ? "again" : "lost");
  });
  return written.ok ? granted(written.value.value) : written;
}
