import { writeLetter } from "@/lib/adapters/mail/letter";
import { findCalled } from "@/lib/data/called-members";
import type { Tx } from "@/lib/data/client";
import { insertComment, type NewComment } from "@/lib/data/draft-comments";
import { listMembers } from "@/lib/data/members";
import { putInOutbox } from "@/lib/data/outbox";
import type { Actor } from "@/lib/domain/actor";
import type { DraftFacts } from "@/lib/domain/draft/draft";
import { mentionsIn } from "@/lib/domain/draft/mentions";
import { whoDoes } from "@/lib/domain/person/named";

/**
 * C1. Writes a comment down and mails whoever it calls by "@": what was said and the way to the draft, and nothing of the draft itself.
 * The mail leaves with the comment or not at all. The comment's id.
 * @param origin the public origin, which mailed links are built from alone
 */
export async function sayAndCall(
  tx: Tx,
  actor: Actor,
  draft: DraftFacts,
  comment: Pick<NewComment, "note" | "asksChanges">,
  origin: string,
): Promise<string> {
  const { id: workspaceId, slug } = actor.workspace;
  const members = await listMembers(tx, workspaceId);
  const mentions = mentionsIn(
    comment.note,
    members.filter(({ endedAt }) => endedAt === null),
  ).map(({ userId }) => userId);
  const id = await insertComment(tx, workspaceId, draft, { ...comment, mentions });
  const called = mentions.length === 0 ? null : await findCalled(tx, workspaceId, id);
  if (called === null) return id;
  const by = whoDoes(
    members.find(({ userId }) => userId === actor.userId)?.name ?? actor.clientName,
    actor.role,
  );
  for (const { email, userId } of called.members)
    await putInOutbox(
      tx,
      writeLetter({
        to: email,
        workspaceId,
        origin,
        subject: `${by} asks for you: ${called.title}`,
        paragraphs: [`${by} said about the draft for “${called.title}”:`, ...linesOf(comment.note)],
        button: { label: "Look at the draft", href: `${origin}/w/${slug}/tasks/${called.taskId}/draft` },
        below: ["You get this because you were called by name. Answer on the draft’s page."],
      }),
      { reader: userId, about: [called.taskId] },
    );
  return id;
}

/** A letter keeps its paragraphs to one line each. */
function linesOf(note: string): string[] {
  return note.split(/[\r\n\u2028\u2029]+/).filter((line) => line.trim() !== "");
}
