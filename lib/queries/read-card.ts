import { findDecision } from "@/lib/data/decisions";
import { findCard } from "@/lib/data/for-you-lists";
import { listGestures } from "@/lib/data/task-detail";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { LinkedCard } from "@/lib/domain/daily/confirm";
import { readCards, withWords } from "@/lib/queries/cards";

/**
 * One card as it is now, for the page that a mail's link opens, wherever its task lies and also when it is closed; with the
 * question that the link is about. Null for what is absent, private to the client, or a stranger's.
 */
export async function readCard(
  actor: Actor,
  taskId: string,
  decisionId: string | null,
  at: Date,
): Promise<LinkedCard | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) => {
    const row = await findCard(tx, workspaceId, taskId);
    if (row === null) return null;
    const [card] = await readCards(tx, actor, [row], at);
    if (!card) return null;
    const gestures = await listGestures(tx, workspaceId, taskId);
    const closed = gestures.find((gesture) => gesture.undoneAt === null) ?? null;
    const asked = decisionId === null ? null : await findDecision(tx, workspaceId, decisionId);
    return { ...card, closed, asked: asked?.taskId === taskId ? asked : null };
  });
  if (!read.ok || read.value === null) return null;
  const { card, words, closed, asked } = read.value;
  return {
    card: withWords(card, words, actor, at),
    closed: closed && { outcome: closed.outcome, at: closed.at, by: closed.by, role: closed.role },
    asked: asked && {
      id: asked.id,
      choices: [...asked.choices],
      answer: asked.answer,
      answeredAt: asked.answeredAt?.toISOString() ?? null,
      isWithdrawn: asked.withdrawnAt !== null,
    },
  };
}
