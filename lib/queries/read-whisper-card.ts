import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { WhisperCard } from "@/lib/domain/person/whisper";
import { cardsIn } from "@/lib/queries/whisper-cards";

/** What one should know of somebody, on one page; null for somebody absent, private to the client, or a stranger's. */
export async function readWhisperCard(actor: Actor, personId: string, at: Date): Promise<WhisperCard | null> {
  const read = await readAs(actor, async (tx) => (await cardsIn(tx, actor, [personId], at))[0] ?? null);
  return read.ok ? read.value : null;
}
