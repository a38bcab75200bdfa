"use client";

import type { FormEvent } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { Button } from "@/components/ui/button";
import { Select, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { PhraseText } from "@/components/voice/phrase-text";
import { kindText, languageChoices } from "@/components/voice/words";
import { useDesk } from "@/components/workspace/desk-context";
import { type PhraseSaid, type PhraseView, phraseKinds } from "@/lib/domain/draft/phrase";
import { findPlaceholders } from "@/lib/domain/draft/placeholders";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = { phrase?: PhraseView; language: string; onDone: () => void; onCancel: () => void };

/** A phrase as it is saved or changed, with how its gaps will look. */
export function PhraseForm({ phrase, language, onDone, onCancel }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const {
    values: said,
    change,
    forget,
  } = useKeptValues<PhraseSaid>(
    aboutKey(useDesk(), "phrase", phrase?.id ?? "new"),
    phrase
      ? { language: phrase.language, kind: phrase.kind, title: phrase.title, text: phrase.text }
      : { language, kind: "other", title: "", text: "" },
  );

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    const done = phrase
      ? await ask(`phrases/${phrase.id}/edit`, { ...said, version: phrase.version })
      : await ask("phrases", said);
    if (done === null) return;
    forget();
    onDone();
  }

  const field = (name: keyof PhraseSaid) => ({
    name,
    value: said[name],
    error: wrong[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
  });
  return (
    <form
      onSubmit={save}
      onKeyDown={sendByKey}
      noValidate
      aria-label={phrase ? `Change “${phrase.title}”` : "A new phrase"}
      className="flex flex-col gap-3"
    >
      <div className="grid items-start gap-3 sm:grid-cols-[minmax(0,1fr)_10rem_9rem]">
        <TextInput {...field("title")} label="What you call it" autoComplete="off" maxLength={120} />
        <Select {...field("kind")} label="What it is for">
          {phraseKinds.map((kind) => (
            <option key={kind} value={kind}>
              {kindText[kind]}
            </option>
          ))}
        </Select>
        <Select {...field("language")} label="Language">
          {languageChoices([said.language]).map(({ tag, name }) => (
            <option key={tag} value={tag}>
              {name}
            </option>
          ))}
        </Select>
      </div>
      <TextArea
        {...field("text")}
        label="The phrase"
        hint="In braces stands what is filled in each time: {first name}, {date}. A draft with a gap left open is not put before anybody."
        rows={4}
        maxLength={5000}
        letter
      />
      {findPlaceholders(said.text).length > 0 ? (
        <div className="rounded-lg bg-sunken/60 px-3 py-2.5">
          <p className="mb-1 text-[0.8125rem] text-muted">In a draft</p>
          <PhraseText text={said.text} />
        </div>
      ) : null}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" busy={busy !== ""}>
          {phrase ? "Save" : "Add phrase"}
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            forget();
            onCancel();
          }}
        >
          Leave it
        </Button>
      </div>
    </form>
  );
}
