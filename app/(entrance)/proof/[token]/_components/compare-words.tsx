"use client";

import { useId, useRef, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { type Compared, compareWords } from "./same-words";

/** Compares a pasted message with what was signed, here in the browser: it is sent nowhere. `signed` is the hash of the words. */
export function CompareWords({ signed }: { signed: string }) {
  const id = useId();
  const latest = useRef("");
  const [outcome, setOutcome] = useState<Compared | null>(null);
  const compare = async (text: string) => {
    latest.current = text;
    const compared = await compareWords(text, signed, globalThis.crypto?.subtle);
    // Whoever types on is told of what stands there now.
    if (latest.current === text) setOutcome(compared);
  };
  return (
    <div className="flex flex-col gap-2">
      <label htmlFor={id} className="text-[0.9375rem]">
        Is it the message that you have? Paste it here.
      </label>
      <textarea
        id={id}
        dir="auto"
        rows={6}
        autoComplete="off"
        spellCheck={false}
        aria-describedby={`${id}-hint`}
        onChange={(event) => void compare(event.target.value)}
        className="w-full rounded-lg border border-edge bg-sheet px-3 py-2 font-serif text-base"
      />
      <p id={`${id}-hint`} className="text-[0.8125rem] text-muted">
        It is compared in your browser and sent nowhere. Greeting to last line; the signature may be there or
        not.
      </p>
      <div aria-live="polite">{outcome === null ? null : <Answer outcome={outcome} />}</div>
    </div>
  );
}

function Answer({ outcome }: { outcome: Compared }) {
  if (outcome === "same") return <Notice tone="ok">These are exactly the words.</Notice>;
  if (outcome === "other") return <Notice tone="late">These are not the words that were signed.</Notice>;
  return <Notice>Your browser compares words only on pages with https.</Notice>;
}
