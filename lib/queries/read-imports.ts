import { agentsAmong } from "@/lib/data/agents";
import { listImports } from "@/lib/data/import-view";
import type { StoredImport } from "@/lib/data/imports";
import { nameUsers } from "@/lib/data/task-detail";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ImportLine } from "@/lib/domain/import/view";
import type { Result } from "@/lib/domain/result";

/** The last fifty imports: the client's view has everybody's, an assistant's their own. Refuses `signed-out`. */
export function readImports(actor: Actor): Promise<Result<ImportLine[]>> {
  return readAs(actor, async (tx) => {
    const imports = await listImports(tx, actor.workspace.id, 50);
    const names = await nameUsers(
      tx,
      imports.map((one) => one.createdBy),
    );
    const agents = await agentsAmong(
      tx,
      actor.workspace.id,
      imports.map((one) => one.createdBy),
    );
    return imports.map((one) => toImportLine(one, names, agents));
  });
}

/** An import as lists show it. */
export function toImportLine(
  stored: StoredImport,
  names: ReadonlyMap<string, string>,
  agents: ReadonlySet<string>,
): ImportLine {
  const { id, fileName, state, counts, createdBy } = stored;
  return {
    id,
    fileName,
    state,
    counts,
    by: names.get(createdBy) ?? "",
    isByAgent: agents.has(createdBy),
    createdAt: stored.createdAt.toISOString(),
    finishedAt: stored.finishedAt?.toISOString() ?? null,
    undoneAt: stored.undoneAt?.toISOString() ?? null,
  };
}
