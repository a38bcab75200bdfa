"use client";

import { type KeyboardEvent, useRef, useState } from "react";
import { TextInput } from "@/components/ui/field";
import type { PhraseView } from "@/lib/domain/draft/phrase";
import { fillPlaceholders } from "@/lib/domain/draft/placeholders";
import { foldName } from "@/lib/domain/person/sort-name";

type Props = {
  phrases: readonly PhraseView[];
  /** The language tag of whom it goes to; theirs come first. */
  language: string | null;
  known: Record<string, string>;
  onChoose: (text: string) => void;
};

/** The saved phrases, in the language of whom they go to first; what is known is filled in already. */
export function PhraseList({ phrases, language, known, onChoose }: Props) {
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLDivElement>(null);
  const groups = inGroups(phrasesLike(phrases, typed), language);

  function walk(event: KeyboardEvent<HTMLDivElement>) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const items = [...(list.current?.querySelectorAll<HTMLElement>("[data-phrase]") ?? [])];
    if (step === undefined) {
      const isFirst = event.key === "Enter" && (event.target as Element).matches("input");
      if (!isFirst || !items[0]) return;
      event.preventDefault();
      return items[0].click();
    }
    event.preventDefault();
    const at = items.indexOf(document.activeElement as HTMLElement);
    items[Math.min(items.length - 1, Math.max(0, at + step))]?.focus();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: arrows walk from the field into the list below it.
    <div onKeyDown={walk} className="flex flex-col gap-3">
      <TextInput
        label="Find a phrase"
        labelHidden
        autoFocus
        placeholder="Find a phrase…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div ref={list} className="flex flex-col gap-4">
        {groups.map(([tag, ofTag]) => (
          <section key={tag} aria-label={languageName(tag)}>
            <h3 className="mb-1 text-[0.8125rem] font-semibold text-muted">{languageName(tag)}</h3>
            {ofTag.map((phrase) => (
              <button
                key={phrase.id}
                type="button"
                data-phrase
                onClick={() => onChoose(fillPlaceholders(phrase.text, known))}
                className="flex w-full flex-col rounded-lg px-2.5 py-1.5 text-start hover:bg-sunken focus-visible:bg-sunken pointer-coarse:min-h-11"
              >
                <bdi className="font-medium">{phrase.title}</bdi>
                <span dir="auto" className="line-clamp-2 font-serif text-muted">
                  {fillPlaceholders(phrase.text, known)}
                </span>
              </button>
            ))}
          </section>
        ))}
        {groups.length === 0 ? (
          <p className="text-muted">
            {phrases.length === 0
              ? "There are no saved phrases yet. They are kept in Settings, Voice."
              : "No phrase like this."}
          </p>
        ) : null}
      </div>
    </div>
  );
}

function phrasesLike(phrases: readonly PhraseView[], typed: string): PhraseView[] {
  const wanted = foldName(typed.trim());
  return phrases.filter(({ title, text }) => foldName(`${title} ${text}`).includes(wanted));
}

/** By language: that of the person first, then English, then the others as they come. */
function inGroups(phrases: readonly PhraseView[], language: string | null): [string, PhraseView[]][] {
  const groups = new Map<string, PhraseView[]>();
  for (const phrase of phrases) groups.set(phrase.language, [...(groups.get(phrase.language) ?? []), phrase]);
  const own = language?.split("-")[0] ?? "";
  const rank = (tag: string) => {
    if (tag === language) return 0;
    return own !== "" && tag.split("-")[0] === own ? 1 : tag.startsWith("en") ? 2 : 3;
  };
  return [...groups].sort(([a], [b]) => rank(a) - rank(b));
}

function languageName(tag: string): string {
  try {
    return new Intl.DisplayNames("en-GB", { type: "language" }).of(tag) ?? tag;
  } catch {
    return tag;
  }
}
