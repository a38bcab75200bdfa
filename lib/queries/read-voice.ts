import { listCircles } from "@/lib/data/circles";
import { listPhrases } from "@/lib/data/phrases";
import { readAs } from "@/lib/data/transaction";
import { listSheets, type StoredSheet } from "@/lib/data/voice-sheets";
import type { Actor } from "@/lib/domain/actor";
import type { PhraseView } from "@/lib/domain/draft/phrase";
import type { Circle } from "@/lib/domain/policy/default-tags";
import type { Result } from "@/lib/domain/result";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

/** The client's voice as its settings show it. `sheets` has one for everybody (circle ""), and those of circles that there are. */
export type VoiceView = {
  sheets: StoredSheet[];
  circles: { key: Circle; name: string }[];
  canChange: boolean;
};

/** How the client sounds, and whether one may say so. Refuses `signed-out`. */
export function readVoice(actor: Actor): Promise<Result<VoiceView>> {
  return readAs(actor, async (tx) => {
    const workspaceId = actor.workspace.id;
    const circles = (await listCircles(tx, workspaceId)).map(({ key, name }) => ({ key, name }));
    const sheets = (await listSheets(tx, workspaceId)).filter(
      ({ circle }) => circle === "" || circles.some(({ key }) => key === circle),
    );
    return { sheets, circles, canChange: whyNotChangeDesk(actor) === null };
  });
}

/** The saved phrases of a desk, by language and title. Refuses `signed-out`. */
export function readPhrases(actor: Actor): Promise<Result<{ phrases: PhraseView[] }>> {
  return readAs(actor, async (tx) => ({ phrases: await listPhrases(tx, actor.workspace.id) }));
}
