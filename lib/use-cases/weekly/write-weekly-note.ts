import { writeAs } from "@/lib/data/transaction";
import { listWeeklyNotes, saveWeeklyNote } from "@/lib/data/weekly-notes";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import type { WeeklyNote } from "@/lib/domain/weekly/view";

/**
 * Puts the assistant's own line on top of the client's next list, or another in its place; empty takes it away. Whoever reads
 * it is told whose it is. Refuses `invalid` for the client, who needs no note to themselves.
 */
export async function writeWeeklyNote(
  actor: Actor,
  text: string,
  at: Date,
): Promise<Result<{ notes: WeeklyNote[] }>> {
  if (actor.role === "client")
    return refused({ code: "invalid", fields: { text: "This line is for whoever assists you." } });
  const written = await writeAs(
    actor,
    "write-weekly-note",
    { kind: "desk", id: actor.workspace.id },
    async (tx) => {
      await saveWeeklyNote(tx, actor.workspace.id, actor.userId as string, text, at);
      return granted({ notes: await listWeeklyNotes(tx, actor.workspace.id) });
    },
  );
  return written.ok ? granted(written.value.value) : written;
}
