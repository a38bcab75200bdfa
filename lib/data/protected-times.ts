import type { Tx } from "@/lib/data/client";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";

/** Protected hours as stored; removed ones come back as they were. */
export type StoredProtected = ProtectedInput & { id: string; version: number; removedAt: Date | null };

type Row = Omit<StoredProtected, "firstOn" | "from" | "exceptOn"> & {
  firstOn: Date;
  fromTime: string;
  exceptOn: Date[];
};

/** The desk's protected hours that stand, in the order of their first day. */
export async function listProtected(tx: Tx, workspaceId: string): Promise<StoredProtected[]> {
  const rows = await tx.protectedTime.findMany({
    where: { workspaceId, removedAt: null },
    omit: { workspaceId: true, spreadUntil: true },
    orderBy: [{ firstOn: "asc" }, { fromTime: "asc" }, { id: "asc" }],
    take: 500,
  });
  return rows.map(toStored);
}

/** How many protected hours stand. */
export function countProtected(tx: Tx, workspaceId: string): Promise<number> {
  return tx.protectedTime.count({ where: { workspaceId, removedAt: null } });
}

/** Protected hours, removed or not; null when there are none such. */
export async function findProtected(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<StoredProtected | null> {
  const row = await tx.protectedTime.findFirst({
    where: { workspaceId, id },
    omit: { workspaceId: true, spreadUntil: true },
  });
  return row === null ? null : toStored(row);
}

/** Repeating hours that are written out to less than `until`, at most so many. */
export async function listProtectedToSpread(
  tx: Tx,
  workspaceId: string,
  until: Date,
  limit: number,
): Promise<StoredProtected[]> {
  const rows = await tx.protectedTime.findMany({
    where: {
      workspaceId,
      removedAt: null,
      OR: [{ spreadUntil: null }, { spreadUntil: { lt: until } }],
    },
    omit: { workspaceId: true, spreadUntil: true },
    take: limit,
  });
  return rows.map(toStored);
}

/** Writes protected hours down. The database refuses anybody but the client. */
export async function insertProtected(
  tx: Tx,
  workspaceId: string,
  id: string,
  hours: ProtectedInput,
): Promise<void> {
  await tx.protectedTime.createMany({ data: [{ ...toRow(hours), workspaceId, id }] });
}

/** Changes protected hours where they still are as they were seen. False: somebody was quicker. */
export async function saveProtected(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: Partial<ProtectedInput> & { removedAt?: Date | null },
): Promise<boolean> {
  const { removedAt, ...said } = change;
  const saved = await tx.protectedTime.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: { ...toRow(said), ...(removedAt === undefined ? {} : { removedAt }) },
  });
  return saved.count === 1;
}

function toStored({ firstOn, fromTime, exceptOn, ...row }: Row): StoredProtected {
  return { ...row, firstOn: toText(firstOn), from: fromTime, exceptOn: exceptOn.map(toText).sort() };
}

function toRow(hours: ProtectedInput): Omit<Row, "id" | "version" | "removedAt">;
function toRow(hours: Partial<ProtectedInput>): Partial<Omit<Row, "id" | "version" | "removedAt">>;
function toRow({ firstOn, from, exceptOn, ...rest }: Partial<ProtectedInput>) {
  return {
    ...rest,
    ...(firstOn === undefined ? {} : { firstOn: toDate(firstOn) }),
    ...(from === undefined ? {} : { fromTime: from }),
    ...(exceptOn === undefined ? {} : { exceptOn: [...new Set(exceptOn)].sort().map(toDate) }),
  };
}

function toText(day: Date): string {
  return day.toISOString().slice(0, 10);
}

function toDate(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}
