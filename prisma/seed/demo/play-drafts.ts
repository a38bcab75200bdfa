import { listDecisions } from "@/lib/data/decisions";
import { findDraft } from "@/lib/data/drafts";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { askClient } from "@/lib/use-cases/decision/ask-client";
import { approveDraft } from "@/lib/use-cases/draft/approve-draft";
import { askForChanges } from "@/lib/use-cases/draft/ask-for-changes";
import { commentOnDraft } from "@/lib/use-cases/draft/comment-on-draft";
import { saveWords } from "@/lib/use-cases/draft/save-draft";
import { sayWentOut } from "@/lib/use-cases/draft/say-went-out";
import { startDraft } from "@/lib/use-cases/draft/start-draft";
import { submitDraft } from "@/lib/use-cases/draft/submit-draft";
import { must } from "../make/must";
import type { DemoDraft, DemoQuestion } from "./mira-drafts";
import type { Stage } from "./play-task";

const DEMO = "https://demo.firsthand.invalid";

/** Asks the client what they are asked in the demo; what was asked in an earlier attempt is not asked again. */
export async function playQuestion({ hands, standing }: Stage, question: DemoQuestion): Promise<void> {
  const { by, task, ...asked } = question;
  const taskId = standing.get(`demo:${task}`)?.id ?? "";
  const actor = hands[by];
  const known = must(await readAs(actor, (tx) => listDecisions(tx, actor.workspace.id, [taskId])));
  if (known.length === 0) must(await askClient(actor, { ...asked, taskId }));
}

/** Writes what was drafted in the demo, as whoever wrote it. Begun and broken off, it goes on where it stopped. */
export async function playDraft(stage: Stage, draft: DemoDraft): Promise<void> {
  const { hands, at } = stage;
  const { assistant, client } = hands;
  const [first, ...later] = draft.versions;
  const taskId = stage.standing.get(`demo:${draft.task}`)?.id ?? "";
  if (!first) return;
  if ((await findStanding(client, taskId)) === null)
    must(await startDraft(hands[first.by], { taskId, text: first.text, phrases: [] }));
  for (const [n, version] of later.entries()) {
    const { id, latest } = await stands(client, taskId);
    if (latest === n + 1)
      must(await saveWords(hands[version.by], { id, basedOn: latest, text: version.text, phrases: [] }));
  }
  const { id, comments } = await stands(client, taskId);
  if (draft.comment && comments === 0)
    must(await commentOnDraft(hands[draft.comment.by], { id, note: draft.comment.note }, DEMO));
  if (draft.becomes === "draft") return;

  const written = await stands(client, taskId);
  if (written.state === "draft") must(await submitDraft(assistant, { id, latest: written.latest }, at));
  const shown = await stands(client, taskId);
  if (draft.becomes === "changes-requested" && shown.state === "submitted")
    must(await askForChanges(client, { id, latest: shown.latest, reason: draft.reason }, DEMO));
  if (draft.becomes !== "sent") return;
  if (shown.state === "submitted")
    must(
      await approveDraft(client, { id, seal: shown.seal, text: draft.inInk }, at, "demo.firsthand.invalid"),
    );
  const approved = await stands(client, taskId);
  if (approved.state === "approved")
    must(await sayWentOut(client, { id, latest: approved.latest, note: "" }, at));
}

async function findStanding(client: Actor, taskId: string) {
  const { id: workspaceId } = client.workspace;
  const found = await readAs(client, async (tx) => {
    const row = await tx.draft.findFirst({ where: { workspaceId, taskId }, select: { id: true } });
    const draft = row === null ? null : await findDraft(tx, workspaceId, row.id);
    const comments =
      row === null ? 0 : await tx.draftComment.count({ where: { workspaceId, draftId: row.id } });
    return draft && { ...draft, comments };
  });
  return must(found);
}

async function stands(client: Actor, taskId: string) {
  const draft = await findStanding(client, taskId);
  if (draft === null) throw new Error("A draft of the demo was not made.");
  return draft;
}
