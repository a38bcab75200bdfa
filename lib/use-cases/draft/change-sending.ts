import type { Tx } from "@/lib/data/client";
import { findDraft } from "@/lib/data/drafts";
import { holdTaskOfSending } from "@/lib/data/hold-words";
import { findSending, type SendingFacts } from "@/lib/data/sendings";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";

/** A sending after a change, and the desk's live cursor. */
export type SendingChanged = { id: string; version: number; draftId: string; state: string; seq: number };

type Seen = { sending: SendingFacts; draft: DraftFacts };
type Step = {
  /** The domain's answer: null means yes. */
  ask: (seen: Seen) => Refusal | null;
  /** What is done when nobody objects, all in the one transaction; a refusal undoes it. */
  run: (seen: Seen, tx: Tx) => Promise<Refusal | null>;
};

/** The one shape of what a person does with words on their way. Refuses `not-found`, and whatever the domain says. */
export async function changeSending(
  actor: Actor,
  verb: string,
  id: string,
  step: Step,
): Promise<Result<SendingChanged>> {
  const { id: workspaceId } = actor.workspace;
  const written = await writeAs(actor, verb, { kind: "sending", id }, async (tx) => {
    await holdTaskOfSending(tx, workspaceId, id);
    const sending = await findSending(tx, workspaceId, id);
    const draft = sending === null ? null : await findDraft(tx, workspaceId, sending.draftId);
    if (sending === null || draft === null) return refused({ code: "not-found" });
    const seen = { sending, draft };
    const no = step.ask(seen) ?? (await step.run(seen, tx));
    if (no !== null) return refused(no);
    const after = await findSending(tx, workspaceId, id);
    return after === null ? refused({ code: "not-found" }) : granted(after);
  });
  if (!written.ok) return written;
  const { version, draftId, state } = written.value.value;
  return granted({ id, version, draftId, state, seq: written.value.seq });
}

/** A sending that has moved between asking and saving. */
export function movedOn(sending: SendingFacts): Refusal {
  return { code: "stale", version: sending.version, changed: [] };
}
