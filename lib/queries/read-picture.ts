import { findPerson } from "@/lib/data/people";
import { findPicture, type StoredPicture } from "@/lib/data/pictures";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";

/** Somebody's picture; null where there is none, or where somebody is absent, gone, private to the client, or a stranger's. */
export async function readPicture(actor: Actor, personId: string): Promise<StoredPicture | null> {
  const workspaceId = actor.workspace.id;
  const read = await readAs(actor, async (tx) =>
    (await findPerson(tx, workspaceId, personId)) ? findPicture(tx, workspaceId, personId) : null,
  );
  return read.ok ? read.value : null;
}
