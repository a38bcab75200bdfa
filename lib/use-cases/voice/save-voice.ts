import { listCircles } from "@/lib/data/circles";
import { writeAs } from "@/lib/data/transaction";
import { listSheets, saveSheet } from "@/lib/data/voice-sheets";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";
import type { SaveVoiceInput } from "@/lib/schemas/voice";

/**
 * Says how the client sounds: for everybody, or towards a circle. Words never used are the same towards everybody. Refuses
 * `only-client`, `stale`, `invalid` for a circle that is not there.
 */
export async function saveVoice(actor: Actor, said: SaveVoiceInput): Promise<Result<{ seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "save-voice", { kind: "voice", id: null }, async (tx) => {
    const no = whyNotChangeDesk(actor);
    if (no !== null) return refused(no);
    const { circle } = said;
    if (circle !== "" && !(await listCircles(tx, workspaceId)).some((one) => one.key === circle))
      return refused({ code: "invalid", fields: { circle: "There is no such circle any more." } });
    if (circle !== "" && said.neverWords.length > 0)
      return refused({ code: "invalid", fields: { neverWords: "Words never used go for everybody." } });
    const stands = (await listSheets(tx, workspaceId)).find((one) => one.circle === circle);
    if (!(await saveSheet(tx, workspaceId, said)))
      return refused({ code: "stale", version: stands?.version ?? 1, changed: [] });
    return granted(null);
  });
  return written.ok ? granted({ seq: written.value.seq }) : written;
}
