"use client";

import { useId, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { readingsForProof } from "@/lib/domain/draft/proof";

type Outcome = "same" | "other" | "cannot";

/** Compares a pasted message with what was signed, here in the browser: it is sent nowhere. `signed` is the hash of the words. */
export function CompareWords({ signed }: { signed: string }) {
  const id = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const compare = async (text: string) => {
    if (text.trim() === "") return setOutcome(null);
    // Browsers have no hashing on pages without https.
    if (globalThis.crypto?.subtle === undefined) return setOutcome("cannot");
    const hashes = await Promise.all(readingsForProof(text).map(hashOf));
    setOutcome(hashes.includes(signed) ? "same" : "other");
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

function Answer({ outcome }: { outcome: Outcome }) {
  if (outcome === "same") return <Notice tone="ok">These are exactly the words.</Notice>;
  if (outcome === "other") return <Notice tone="late">These are not the words that were signed.</Notice>;
  return <Notice>Your browser compares words only on pages with https.</Notice>;
}

/** SHA-256, hex. */
async function hashOf(words: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
