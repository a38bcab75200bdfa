import type { Tx } from "@/lib/data/client";
import type { Prisma } from "@/prisma/generated/client";

/** How tables with these headings were understood on this desk, by the sum of their headings. */
export async function findLayout<T>(tx: Tx, workspaceId: string, headingSum: string): Promise<T | null> {
  const row = await tx.csvLayout.findFirst({ where: { workspaceId, headingSum }, select: { mapping: true } });
  return row ? (row.mapping as T) : null;
}

/** Remembers how a table was understood, for the next one with these headings. */
export async function saveLayout(
  tx: Tx,
  workspaceId: string,
  headingSum: string,
  mapping: object,
  at: Date,
): Promise<void> {
  const said = mapping as Prisma.InputJsonValue;
  const saved = await tx.csvLayout.updateMany({
    where: { workspaceId, headingSum },
    data: { mapping: said, usedAt: at },
  });
  if (saved.count === 0)
    await tx.csvLayout.createMany({
      data: [{ workspaceId, headingSum, mapping: said, usedAt: at }],
      skipDuplicates: true,
    });
}
