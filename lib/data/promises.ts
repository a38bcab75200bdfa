import type { Tx } from "@/lib/data/client";
import type { Promiser, PromiseView } from "@/lib/domain/person/promise";
import { Prisma } from "@/prisma/generated/client";

/** A promise as stored, as the transaction may see it. Days are "YYYY-MM-DD". */
export type StoredPromise = Omit<PromiseView, "by">;

/** What may be changed about a promise. `dueOn` is "YYYY-MM-DD". */
export type PromiseChange = Partial<{
  text: string;
  whose: Promiser;
  dueOn: string | null;
  keptAt: Date | null;
  isPrivate: boolean;
  removedAt: Date | null;
}>;

type Raw = Omit<StoredPromise, "keptAt" | "enteredAt"> & { keptAt: Date | null; enteredAt: Date; by: string };

/** Promises that are still open, of these people: what has a day first, in its order; then the oldest first. */
export async function listOpenPromises(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<PromiseView[]> {
  if (personIds.length === 0) return [];
  const rows = await select(
    tx,
    Prisma.sql`x.workspace_id = ${workspaceId}::uuid AND x.person_id = ANY (${personIds}::uuid[]) AND x.removed_at IS NULL AND x.kept_at IS NULL`,
  );
  return rows.map(toView);
}

/** One promise, with `removed` also one that was taken away; null for one that is absent or not to be seen. */
export async function findPromise(
  tx: Tx,
  workspaceId: string,
  id: string,
  which: "standing" | "removed" = "standing",
): Promise<PromiseView | null> {
  const [row] = await select(
    tx,
    Prisma.sql`x.workspace_id = ${workspaceId}::uuid AND x.id = ${id}::uuid AND (x.removed_at IS NULL) = ${which === "standing"}`,
  );
  return row ? toView(row) : null;
}

/** Writes a promise down. Private only for the client: the database refuses anybody else. */
export async function insertPromise(
  tx: Tx,
  workspaceId: string,
  promise: Pick<StoredPromise, "id" | "personId" | "taskId" | "whose" | "text" | "dueOn" | "isPrivate">,
): Promise<void> {
  const dueOn = promise.dueOn === null ? null : toDay(promise.dueOn);
  await tx.promiseMade.createMany({ data: [{ ...promise, dueOn, workspaceId }] });
}

/** Changes a promise where it still is as it was seen. False: somebody was quicker. */
export async function savePromise(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  { dueOn, ...change }: PromiseChange,
): Promise<boolean> {
  const saved = await tx.promiseMade.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: { ...change, ...(dueOn === undefined ? {} : { dueOn: dueOn === null ? null : toDay(dueOn) }) },
  });
  return saved.count === 1;
}

function select(tx: Tx, where: Prisma.Sql): Promise<Raw[]> {
  return tx.$queryRaw<Raw[]>`
    SELECT x.id, x.version, x.person_id AS "personId", x.task_id AS "taskId", x.whose, x.text, to_char(x.due_on, 'YYYY-MM-DD') AS "dueOn",
      x.kept_at AS "keptAt", x.is_private AS "isPrivate", x.entered_at AS "enteredAt", coalesce(u.name, '') AS by, x.entered_role AS role
    FROM promises x LEFT JOIN users u ON u.id = x.entered_by
    WHERE ${where} ORDER BY x.due_on NULLS LAST, x.entered_at, x.id LIMIT 500`;
}

function toView({ keptAt, enteredAt, ...rest }: Raw): PromiseView {
  return { ...rest, keptAt: keptAt?.toISOString() ?? null, enteredAt: enteredAt.toISOString() };
}

function toDay(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
