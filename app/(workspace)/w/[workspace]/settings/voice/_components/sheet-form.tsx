"use client";

import { type FormEvent, useState } from "react";
import { aboutKey } from "@/app/(workspace)/w/[workspace]/_components/kept-words";
import { useKeptValues } from "@/app/(workspace)/w/[workspace]/_components/use-kept-values";
import { TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import { SaveRow } from "../../_components/save-row";
import { useAskDesk } from "../../_components/use-ask-desk";

/** A sheet as it is changed; `version` is null where nothing is asked yet. */
export type SheetSaid = {
  circle: string;
  version: number | null;
  greeting: string;
  signOff: string;
  neverWords: string[];
  mostWords: number | null;
};

/** How the client sounds: towards everybody with words never used, towards a circle with what is otherwise there. */
export function SheetForm({ sheet, name }: { sheet: SheetSaid; name: string }) {
  const { ask, busy, wrong } = useAskDesk();
  const kept = useKeptValues(aboutKey(useDesk(), "voice", sheet.circle || "all"), {
    greeting: sheet.greeting,
    signOff: sheet.signOff,
    neverWords: sheet.neverWords.join("\n"),
    mostWords: sheet.mostWords === null ? "" : String(sheet.mostWords),
  });
  const typed = kept.values;
  const [done, setDone] = useState(false);
  const isForAll = sheet.circle === "";

  async function save(event: FormEvent) {
    event.preventDefault();
    if (busy) return;
    setDone(false);
    const most = typed.mostWords.trim();
    const said = {
      circle: sheet.circle,
      version: sheet.version,
      greeting: typed.greeting,
      signOff: typed.signOff,
      neverWords: isForAll ? typed.neverWords.split("\n") : [],
      // What is no number is sent as it was typed: JSON would make "no limit" of it.
      mostWords: most === "" ? null : Number.isInteger(Number(most)) ? Number(most) : most,
    };
    if ((await ask("voice", said)) === null) return;
    kept.settle();
    setDone(true);
  }

  const field = (key: keyof typeof typed) => ({
    name: key,
    value: typed[key],
    error: wrong[key],
    autoComplete: "off",
    onChange: (event: { target: { value: string } }) => kept.change({ [key]: event.target.value }),
  });
  const neverWrong = Object.entries(wrong).find(([key]) => key.startsWith("neverWords"))?.[1];
  return (
    <form
      onSubmit={save}
      onKeyDown={sendByKey}
      noValidate
      aria-label={`Voice: ${name}`}
      className="flex flex-col gap-3"
    >
      <div className="grid items-start gap-3 sm:grid-cols-2">
        <TextInput
          {...field("greeting")}
          label="Begins with"
          placeholder="Dear {first name},"
          maxLength={200}
        />
        <TextInput
          {...field("mostWords")}
          label="At most, in words"
          placeholder="as long as it takes"
          inputMode="numeric"
          maxLength={4}
        />
      </div>
      <TextArea
        {...field("signOff")}
        label="Ends with"
        placeholder="Warmly, …"
        rows={2}
        maxLength={200}
        letter
      />
      {isForAll ? (
        <TextArea
          {...field("neverWords")}
          error={neverWrong}
          label="Words never used"
          hint="One word, or a few, on each line. Large and small letters and accents make no difference."
          rows={3}
        />
      ) : null}
      {wrong.form || wrong.circle ? (
        <Notice tone="late" role="alert">
          {wrong.form || wrong.circle}
        </Notice>
      ) : null}
      <SaveRow
        label={`Save the voice: ${name}`}
        busy={busy !== ""}
        done={done ? "Saved." : ""}
        isTouched={kept.isTouched}
        onLeave={kept.forget}
      />
    </form>
  );
}
