import { agentsAmong } from "@/lib/data/agents";
import type { Tx } from "@/lib/data/client";
import { findFiles, listPlanRows, listResultRows } from "@/lib/data/import-view";
import { findImport, findProgress, findTables, type StoredImport } from "@/lib/data/imports";
import { nameUsers } from "@/lib/data/task-detail";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { Outcome } from "@/lib/domain/import/payload";
import type { ImportRowsPage, ImportView } from "@/lib/domain/import/view";
import { toImportLine } from "@/lib/queries/read-imports";

const AT_ONCE = 100;

/** Which lines: of one outcome, or those that an undo left; null is all. `after` is a position, -1 from the start. */
export type WantedRows = { show: Outcome | "stays" | "differs" | null; after: number };

/** An import's page: its dry run, or what became of it. Null for one that is dropped, absent, or not one's own to see. */
export async function readImport(actor: Actor, id: string, wanted: WantedRows): Promise<ImportView | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx): Promise<ImportView | null> => {
    const found = await findImport(tx, workspaceId, id);
    if (found === null || found.state === "dropped") return null;
    const names = await nameUsers(tx, [found.createdBy]);
    const { choices, total, written } = await findProgress(tx, workspaceId, id);
    return {
      ...toImportLine(found, names, await agentsAmong(tx, workspaceId, [found.createdBy])),
      ...(await readRows(tx, workspaceId, found, wanted)),
      files: await findFiles(tx, workspaceId, id),
      tables: await findTables(tx, workspaceId, id),
      total: Math.max(total, written),
      written,
      isBegun: choices !== null,
    };
  });
  return read.ok ? read.value : null;
}

/** The next lines of an import. Null as above. */
export async function readImportRows(
  actor: Actor,
  id: string,
  wanted: WantedRows,
): Promise<ImportRowsPage | null> {
  const read = await readAs(actor, async (tx) => {
    const found = await findImport(tx, actor.workspace.id, id);
    if (found === null || found.state === "dropped") return null;
    return readRows(tx, actor.workspace.id, found, wanted);
  });
  return read.ok ? read.value : null;
}

async function readRows(
  tx: Tx,
  workspaceId: string,
  { id, state }: StoredImport,
  { show, after }: WantedRows,
): Promise<ImportRowsPage> {
  const rows =
    state === "previewed"
      ? await listPlanRows(tx, workspaceId, id, show === "stays" ? null : show, after, AT_ONCE + 1)
      : await listResultRows(
          tx,
          workspaceId,
          id,
          state,
          show === "differs" ? null : show,
          after,
          AT_ONCE + 1,
        );
  const page = rows.slice(0, AT_ONCE);
  return { rows: page, more: rows.length > AT_ONCE ? (page.at(-1)?.position ?? null) : null };
}
