import { readFile } from "@/lib/data/draft-attachments";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";

/** A file that hangs on a draft; null for one that is absent, taken off, or on what is not to be seen. */
export async function readAttachment(
  actor: Actor,
  id: string,
): Promise<{ name: string; bytes: Uint8Array } | null> {
  const read = await readAs(actor, (tx) => readFile(tx, actor.workspace.id, id));
  return read.ok ? read.value : null;
}
