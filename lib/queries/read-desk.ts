import { findDeskDays } from "@/lib/data/day-tasks";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { LeapDayRule } from "@/lib/domain/person/yearly-date";
import { granted, type Result } from "@/lib/domain/result";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";
import { readShell } from "@/lib/queries/read-shell";

/** What the desk's own settings are, and whether the reader may change them. */
export type DeskView = Pick<WorkspaceShell["workspace"], "name" | "colour" | "zone"> & {
  leapDayRule: LeapDayRule;
  canChange: boolean;
};

/** The desk's settings. Refuses `signed-out`. */
export async function readDesk(actor: Actor, at: Date): Promise<Result<DeskView>> {
  const shell = await readShell(actor, at);
  if (!shell.ok) return shell;
  const days = await readAs(actor, (tx) => findDeskDays(tx, actor.workspace.id));
  if (!days.ok) return days;
  const { name, colour, zone } = shell.value.workspace;
  const { leapDayRule } = days.value;
  return granted({ name, colour, zone, leapDayRule, canChange: shell.value.me.role === "client" });
}
