import type { Tx } from "@/lib/data/client";
import { findOpenQuestion } from "@/lib/data/decisions";
import { findDraft } from "@/lib/data/drafts";
import { holdTaskOfDraft } from "@/lib/data/hold-words";
import { awake, findTask, isAsleep, saveTask } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts, DraftState } from "@/lib/domain/draft/draft";
import type { Refusal } from "@/lib/domain/refusal";
import { granted, type Result, refused } from "@/lib/domain/result";
import { isOpen, type OpenState } from "@/lib/domain/task/task";

/** Which draft, and at which of its versions it was seen. */
export type DraftTarget = { id: string; latest: number };

/** The draft after a change, and the desk's live cursor. `seal` is what an approval would be given for now. */
export type DraftChanged = {
  id: string;
  version: number;
  latest: number;
  state: DraftState;
  seal: string;
  seq: number;
};

type Step = {
  /** The domain's answer: null means yes. */
  ask: (draft: DraftFacts, tx: Tx) => Refusal | null | Promise<Refusal | null>;
  /** What is done when nobody objects, all in the one transaction; a refusal undoes it. */
  run: (draft: DraftFacts, tx: Tx) => Promise<Refusal | null>;
};

/**
 * The one shape of every verb on a draft: load, ask the domain, do, in one transaction whose triggers write the record.
 * Refuses `not-found`, and whatever the domain says.
 */
export async function changeDraft(
  actor: Actor,
  verb: string,
  id: string,
  step: Step,
): Promise<Result<DraftChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "draft", id }, async (tx) => {
    await holdTaskOfDraft(tx, workspaceId, id);
    const draft = await findDraft(tx, workspaceId, id);
    if (draft === null) return refused({ code: "not-found" });
    const no = (await step.ask(draft, tx)) ?? (await step.run(draft, tx));
    if (no !== null) return refused(no);
    await bringBack(tx, workspaceId, draft, actor.role === "client" ? "client" : "assistant");
    const after = await findDraft(tx, workspaceId, id);
    return after === null ? refused({ code: "not-found" }) : granted(after);
  });
  if (!written.ok) return written;
  const { version, latest, state, seal } = written.value.value;
  return granted({ id, version, latest, state, seal, seq: written.value.seq });
}

/** Null when the draft still has the version that was seen. */
export function whyNotSeen(draft: DraftFacts, target: DraftTarget): Refusal | null {
  return draft.latest === target.latest ? null : { code: "words-changed", latest: draft.latest };
}

/**
 * Puts the draft's task where its words are: before the client, with the assistant, on their way. One that sleeps wakes: what lies
 * before the client asleep, they would not see. A closed one stays, and so does one with a question before the client: it would be
 * lost there with the words that go back.
 */
export async function moveTaskOf(
  tx: Tx,
  workspaceId: string,
  draft: DraftFacts,
  to: OpenState,
): Promise<void> {
  const task = await findTask(tx, workspaceId, draft.taskId);
  if (task === null || !isOpen(task)) return;
  const isAsked = to === "assistant" && (await findOpenQuestion(tx, workspaceId, task.id)) !== null;
  const state = isAsked ? "client" : to;
  if (task.state !== state || (state === "client" && isAsleep(task.raw)))
    await saveTask(tx, workspaceId, task, { state, ...awake });
}

/**
 * Words that were let go and are not any more bring their task back. Where the client's word for them ended, it lies before the
 * client, whoever ended it: nobody else told them. Words that went by leave, and never lay there, go to `otherwise`.
 * @param was the draft before the change
 */
export async function bringBack(
  tx: Tx,
  workspaceId: string,
  was: DraftFacts,
  otherwise: OpenState,
): Promise<void> {
  if (!isOut(was)) return;
  const now = await findDraft(tx, workspaceId, was.id);
  if (now === null || isOut(now) || now.state === "sent") return;
  const wasClients = was.state === "approved" || now.submittedAt !== null;
  await moveTaskOf(tx, workspaceId, was, wasClients ? "client" : otherwise);
}

function isOut({ state }: DraftFacts): boolean {
  return state === "approved" || state === "released";
}

/** A draft that has moved between asking and saving. */
export function moved(draft: DraftFacts): Refusal {
  return { code: "stale", version: draft.version, changed: [] };
}
