"use client";

import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useFocusStays } from "@/components/ui/use-focus-stays";
import { kindText, languageText } from "@/components/voice/words";
import { type PhraseView, phraseKinds } from "@/lib/domain/draft/phrase";
import { useAskDesk } from "../../_components/use-ask-desk";
import { PhraseForm } from "./phrase-form";
import { PhraseItem } from "./phrase-item";

type Gone = { id: string; version: number; title: string };

/** The saved phrases, language by language and by what they are for; one that was taken away can be brought back. */
export function PhraseList({ phrases }: { phrases: PhraseView[] }) {
  const { ask, busy, wrong } = useAskDesk();
  const [gone, setGone] = useState<Gone | null>(null);
  const [adding, setAdding] = useState(false);
  const place = useRef<HTMLDivElement>(null);
  useFocusStays(place, place);
  const languages = [...new Set(phrases.map((one) => one.language))];

  async function remove({ id, version, title }: PhraseView) {
    const removed = await ask<{ version: number }>(`phrases/${id}/remove`, { version });
    if (removed) setGone({ id, version: removed.version, title });
  }
  async function bringBack({ id, version }: Gone) {
    if (await ask(`phrases/${id}/restore`, { version })) setGone(null);
  }

  return (
    <div ref={place} tabIndex={-1} className="flex flex-col gap-4">
      {languages.map((language) => (
        <section key={language} aria-label={`Phrases in ${languageText(language)}`}>
          {languages.length > 1 ? (
            <h3 className="pb-1 font-serif text-lg">{languageText(language)}</h3>
          ) : null}
          <div className="rounded-sheet border border-line bg-sheet">
            {phraseKinds.map((kind) => {
              const some = phrases.filter((one) => one.language === language && one.kind === kind);
              return some.length === 0 ? null : (
                <div key={kind} className="border-b border-line last:border-b-0">
                  <p className="px-4 pt-3 text-[0.8125rem] text-muted">{kindText[kind]}</p>
                  <ul aria-label={kindText[kind]}>
                    {some.map((phrase) => (
                      <PhraseItem
                        key={phrase.id}
                        phrase={phrase}
                        busy={busy === `phrases/${phrase.id}/remove`}
                        onRemove={() => void remove(phrase)}
                      />
                    ))}
                  </ul>
                </div>
              );
            })}
          </div>
        </section>
      ))}
      <div role="status" className="empty:hidden">
        {gone ? (
          <Notice>
            “<bdi>{gone.title}</bdi>” is removed.{" "}
            <button
              type="button"
              className="underline pointer-coarse:min-h-11"
              onClick={() => void bringBack(gone)}
            >
              Bring it back
            </button>
          </Notice>
        ) : null}
      </div>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      {adding ? (
        <div className="rounded-sheet border border-line bg-sheet p-4">
          <PhraseForm
            language={languages[0] ?? "en"}
            onDone={() => setAdding(false)}
            onCancel={() => setAdding(false)}
          />
        </div>
      ) : (
        <div>
          <Button onClick={() => setAdding(true)}>Add a phrase</Button>
        </div>
      )}
    </div>
  );
}
