import { findImport, findProgress, saveImportState } from "@/lib/data/imports";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Forgets a dry run, with everything that was read. Refuses `not-found`; `not-undoable` once it has begun to be imported. */
export async function dropImport(actor: Actor, id: string): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "drop-import", { kind: "import", id }, async (tx) => {
    const found = await findImport(tx, workspaceId, id);
    if (found === null || found.state === "dropped") return refused({ code: "not-found" });
    const { written: lines } = await findProgress(tx, workspaceId, id);
    if (found.state !== "previewed" || lines > 0) return refused({ code: "not-undoable" });
    await saveImportState(tx, workspaceId, id, "previewed", { state: "dropped" });
    return granted(id);
  });
  return written.ok ? granted({ id, seq: written.value.seq }) : written;
}
