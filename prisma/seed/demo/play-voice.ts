import { listPhrases } from "@/lib/data/phrases";
import { readAs } from "@/lib/data/transaction";
import { listSheets } from "@/lib/data/voice-sheets";
import { addPhrase } from "@/lib/use-cases/phrase/add-phrase";
import { saveVoice } from "@/lib/use-cases/voice/save-voice";
import { must } from "../make/must";
import type { DemoVoice } from "./mira-voice";
import type { Stage } from "./play-task";

/** Says how the client sounds, and saves the phrases. What stands there already, from an earlier attempt, stays. */
export async function playVoice({ hands }: Stage, voice: DemoVoice): Promise<void> {
  const { client } = hands;
  const { id } = client.workspace;
  const standing = await readAs(client, async (tx) => ({
    circles: (await listSheets(tx, id)).map((sheet) => sheet.circle),
    phrases: await listPhrases(tx, id),
  }));
  const { circles, phrases } = must(standing);
  for (const sheet of voice.sheets)
    if (!circles.includes(sheet.circle)) must(await saveVoice(client, { ...sheet, version: null }));
  for (const { by, ...phrase } of voice.phrases)
    if (!phrases.some((one) => one.language === phrase.language && one.title === phrase.title))
      must(await addPhrase(hands[by], phrase));
}
