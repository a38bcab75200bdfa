import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { SectionHeader, Sheet } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { startingPhrases } from "@/lib/domain/draft/starting-phrases";
import { firstName } from "@/lib/domain/person/first-name";
import { readPhrases, readVoice } from "@/lib/queries/read-voice";
import { CircleSheets } from "./_components/circle-sheets";
import { PhraseList } from "./_components/phrase-list";
import { SheetForm } from "./_components/sheet-form";
import { StartPhrases } from "./_components/start-phrases";

export const metadata: Metadata = { title: "Voice" };

export default async function VoicePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const [read, saved] = [await readVoice(actor), await readPhrases(actor)];
  if (!read.ok || !saved.ok) redirect(signInPath(`/w/${workspace}/settings/voice`));
  const { sheets, circles, canChange } = read.value;
  const { phrases } = saved.value;
  const client = firstName(actor.clientName);
  const usual = sheets.find((sheet) => sheet.circle === "") ?? nothingAsked;
  const starts = [...new Set(startingPhrases.map((one) => one.language))].filter(
    (language) => !phrases.some((one) => one.language === language),
  );
  return (
    <>
      <section aria-labelledby="sheet">
        <SectionHeader
          id="sheet"
          title={canChange ? "How you sound" : `How ${client} sounds`}
          aside={canChange ? "drafts are held to it" : `Only ${client} says this`}
        />
        <Sheet aria-label="Towards everybody">
          {canChange ? (
            <SheetForm sheet={usual} name="towards everybody" />
          ) : (
            <Facts
              rows={[
                ["Begins with", usual.greeting || "whatever suits"],
                ["Ends with", usual.signOff || "whatever suits"],
                ["At most", usual.mostWords === null ? "as long as it takes" : `${usual.mostWords} words`],
                ["Words never used", usual.neverWords.join(", ") || "none are named"],
              ]}
            />
          )}
        </Sheet>
      </section>
      <section aria-labelledby="circles">
        <SectionHeader id="circles" title="Towards circles" aside="where it is otherwise" />
        <CircleSheets sheets={sheets} circles={circles} canChange={canChange} />
      </section>
      <section aria-labelledby="phrases">
        <SectionHeader id="phrases" title="Saved phrases" aside="for both of you" />
        <div className="flex flex-col gap-4">
          <PhraseList phrases={phrases} />
          <StartPhrases languages={starts} />
        </div>
      </section>
    </>
  );
}

const nothingAsked = {
  circle: "",
  version: null,
  greeting: "",
  signOff: "",
  neverWords: [],
  mostWords: null,
};
