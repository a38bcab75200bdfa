import type { Tx } from "@/lib/data/client";
import type { AccountChoice } from "@/lib/domain/draft/view";

/** What is said of an account that words leave from. */
export const choiceColumns = {
  id: true,
  name: true,
  service: true,
  voice: true,
  address: true,
  shownName: true,
  signature: true,
  authorShown: true,
  assistantsSend: true,
  assistantsAnswer: true,
  sendsMail: true,
  pageUrl: true,
} as const;

/** The accounts that words can leave from; those that send mail first. */
export async function listChoices(tx: Tx, workspaceId: string): Promise<AccountChoice[]> {
  const rows = await tx.account.findMany({
    where: { workspaceId, removedAt: null },
    select: choiceColumns,
    orderBy: [{ sendsMail: "desc" }, { name: "asc" }, { id: "asc" }],
  });
  return rows as AccountChoice[];
}

/** The accounts of these ids, also those that were taken away since. */
export async function listChoicesByIds(
  tx: Tx,
  workspaceId: string,
  ids: readonly string[],
): Promise<AccountChoice[]> {
  if (ids.length === 0) return [];
  const where = { workspaceId, id: { in: [...ids] } };
  return (await tx.account.findMany({ where, select: choiceColumns })) as AccountChoice[];
}

/** One account as a choice, also one that was taken away where `removed` says so; null for one that is absent. */
export async function findChoice(
  tx: Tx,
  workspaceId: string,
  id: string,
  removed = false,
): Promise<AccountChoice | null> {
  const row = await tx.account.findFirst({
    where: { workspaceId, id, ...(removed ? {} : { removedAt: null }) },
    select: choiceColumns,
  });
  return row as AccountChoice | null;
}
