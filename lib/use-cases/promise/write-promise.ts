import { findPromise, type PromiseChange, savePromise } from "@/lib/data/promises";
import { changedSince } from "@/lib/data/tasks";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { PromiseView } from "@/lib/domain/person/promise";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotMakePrivate } from "@/lib/domain/task/must-be-you";
import type { EntryChanged, EntryTarget } from "@/lib/use-cases/contact/write-contact";

type Step = {
  which?: "standing" | "removed";
  change: (promise: PromiseView) => PromiseChange;
};

/** The one shape of every verb on a promise. Refuses `not-found`, `stale`, and `only-client` for privacy from an assistant. */
export async function changePromise(
  actor: Actor,
  verb: string,
  target: EntryTarget,
  step: Step,
): Promise<Result<EntryChanged>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, verb, { kind: "promise", id: target.id }, async (tx) => {
    const promise = await findPromise(tx, workspaceId, target.id, step.which);
    if (promise === null) return refused({ code: "not-found" });
    const change = step.change(promise);
    const hides = change.isPrivate !== undefined && change.isPrivate !== promise.isPrivate;
    const no = hides ? whyNotMakePrivate(actor) : null;
    if (no !== null) return refused(no);
    if (promise.version !== target.version || !(await savePromise(tx, workspaceId, target, change))) {
      const since = await changedSince(tx, workspaceId, target.id, target.version);
      return refused({ code: "stale", version: promise.version, ...since });
    }
    return granted(target.version + 1);
  });
  return written.ok
    ? granted({ id: target.id, version: written.value.value, seq: written.value.seq })
    : written;
}
