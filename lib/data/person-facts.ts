import { randomUUID } from "node:crypto";
import { agentsAmong } from "@/lib/data/agents";
import type { Tx } from "@/lib/data/client";
import { nameUsers } from "@/lib/data/task-detail";
import type { ActingRole } from "@/lib/domain/actor";
import type { FactKind } from "@/lib/domain/person/fact";

/** One fact as stored. `fromWhere` is what it was copied from; `checkedAt` when somebody last found it right. */
export type StoredFact = {
  id: string;
  version: number;
  personId: string;
  kind: FactKind;
  label: string;
  value: string;
  fromWhere: string;
  isPrivate: boolean;
  checkedAt: Date | null;
  removedAt: Date | null;
};

/** A fact with who entered it, and who found it right. Names are null for people who have left. */
export type FactWithSource = StoredFact & {
  by: string | null;
  role: ActingRole;
  enteredAt: Date;
  checkedBy: string | null;
  isCheckedByAgent: boolean;
};

/** What is about to be written down. Who and when is the database's to say. */
export type NewFact = Pick<StoredFact, "personId" | "kind" | "value"> &
  Partial<Pick<StoredFact, "label" | "fromWhere" | "isPrivate">>;

export type FactChange = Partial<
  Pick<StoredFact, "kind" | "label" | "value" | "isPrivate" | "checkedAt" | "removedAt">
>;

const shown = {
  id: true,
  version: true,
  personId: true,
  kind: true,
  label: true,
  value: true,
  fromWhere: true,
  isPrivate: true,
  checkedAt: true,
  removedAt: true,
} as const;

/** A fact that the transaction may see, removed or not; null otherwise. */
export async function findFact(tx: Tx, workspaceId: string, id: string): Promise<StoredFact | null> {
  return (await tx.personFact.findFirst({ where: { workspaceId, id }, select: shown })) as StoredFact | null;
}

/** Everything that stands about somebody, in the order in which it was written down. */
export async function listFacts(tx: Tx, workspaceId: string, personId: string): Promise<FactWithSource[]> {
  const facts = await tx.personFact.findMany({
    where: { workspaceId, personId, removedAt: null },
    select: { ...shown, enteredBy: true, enteredRole: true, enteredAt: true, checkedBy: true },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
    take: 500,
  });
  const names = await nameUsers(
    tx,
    facts.flatMap((fact) => [fact.enteredBy, fact.checkedBy]),
  );
  const agents = await agentsAmong(
    tx,
    workspaceId,
    facts.map((fact) => fact.checkedBy),
  );
  return facts.map(({ enteredBy, enteredRole, checkedBy, ...fact }) => ({
    ...(fact as StoredFact & { enteredAt: Date }),
    by: names.get(enteredBy ?? "") ?? null,
    role: enteredRole as ActingRole,
    checkedBy: names.get(checkedBy ?? "") ?? null,
    isCheckedByAgent: agents.has(checkedBy ?? ""),
  }));
}

/** Writes facts down, and gives their ids in the same order. */
export async function insertFacts(tx: Tx, workspaceId: string, facts: NewFact[]): Promise<string[]> {
  const rows = facts.map((fact) => ({ ...fact, workspaceId, id: randomUUID() }));
  if (rows.length > 0) await tx.personFact.createMany({ data: rows });
  return rows.map((row) => row.id);
}

/** Saves a change where the fact still is as it was seen. False: somebody was quicker. */
export async function saveFact(
  tx: Tx,
  workspaceId: string,
  seen: Pick<StoredFact, "id" | "version">,
  change: FactChange,
): Promise<boolean> {
  const saved = await tx.personFact.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
