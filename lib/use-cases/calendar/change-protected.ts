import { saveProtected } from "@/lib/data/protected-times";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { whyNotSuchHours } from "@/lib/domain/calendar/protect";
import { granted, type Result, refused } from "@/lib/domain/result";
import { findProtectedIn, type ProtectedTarget } from "@/lib/use-cases/calendar/find-protected";
import { spreadProtectedIn } from "@/lib/use-cases/calendar/spread-protected";

export type ProtectedChanged = ProtectedTarget & { seq: number };
/** What is to change; as a function it sees what is there, and may refuse. */
type Change = Partial<ProtectedInput> & { removedAt?: Date | null };
type Changing = Change | ((hours: ProtectedInput) => Result<Change>);

/**
 * Changes protected hours that stand, or some that were removed, under `verb`, and works out anew when they keep time; removed, they
 * keep none. Refuses `not-found`, `only-client`, `stale`, `invalid`.
 */
export async function changeProtected(
  actor: Actor,
  verb: string,
  target: ProtectedTarget,
  change: Changing,
  at: Date,
  which: "standing" | "removed" = "standing",
): Promise<Result<ProtectedChanged>> {
  const workspaceId = actor.workspace.id;
  const about = { kind: "protected-time", id: target.id } as const;
  const written = await writeAs(actor, verb, about, async (tx) => {
    const found = await findProtectedIn(tx, actor, target, which);
    if (!found.ok) return found;
    const { version } = found.value;
    const made = typeof change === "function" ? change(found.value) : granted(change);
    if (!made.ok) return made;
    const after = { ...found.value, ...made.value };
    const no = whyNotSuchHours(after);
    if (no !== null) return refused(no);
    if (!(await saveProtected(tx, workspaceId, found.value, made.value)))
      return refused({ code: "stale", version, changed: [] });
    if (after.removedAt === null) await spreadProtectedIn(tx, workspaceId, after, at);
    return granted(version + 1);
  });
  if (!written.ok) return written;
  return granted({ id: target.id, version: written.value.value, seq: written.value.seq });
}
