import { findPerson } from "@/lib/data/people";
import { findPicture, removePictures } from "@/lib/data/pictures";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Takes away the picture of somebody that was seen. Refuses `not-found` where there is none, `stale` where there is another. */
export async function removePicture(
  actor: Actor,
  personId: string,
  version: number,
  at: Date,
): Promise<Result<{ id: string; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "remove-picture", { kind: "person", id: personId }, async (tx) => {
    const isThere = (await findPerson(tx, workspaceId, personId)) !== null;
    const picture = isThere ? await findPicture(tx, workspaceId, personId) : null;
    if (picture === null) return refused({ code: "not-found" });
    const gone = await removePictures(tx, workspaceId, [{ id: personId, version }], at);
    if (gone === 0) return refused({ code: "stale", version: picture.version, changed: ["picture"] });
    return granted(personId);
  });
  return written.ok ? granted({ id: personId, seq: written.value.seq }) : written;
}
