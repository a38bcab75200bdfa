"use client";

import { TriangleAlert } from "lucide-react";
import { useState } from "react";
import { copyAndOpen } from "@/components/tasks/for-you/copy-and-open";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

/** What the client had typed where they cannot go on with it, and whether this device could keep it. */
export type Typed = { text: string; isKeptHere: boolean };

/** What changed under one's hands, or why the last try did not go through. */
export function CardNotice({
  says,
  isProblem,
  typed,
  signIn,
}: {
  says: string;
  isProblem: boolean;
  typed?: Typed | null;
  signIn: string | null;
}) {
  return (
    <Notice
      role={isProblem ? "alert" : "status"}
      tone={isProblem ? "late" : "gold"}
      icon={<TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
    >
      <p className="text-base">{says}</p>
      {typed ? <TypedThere key={typed.text} {...typed} /> : null}
      {signIn ? (
        <LinkButton href={signIn} className="mt-2 min-h-11">
          Sign in
        </LinkButton>
      ) : null}
    </Notice>
  );
}

function TypedThere({ text, isKeptHere }: Typed) {
  const [copied, setCopied] = useState("");
  async function copy() {
    setCopied(
      (await copyAndOpen(text, null))
        ? "Copied. Paste it wherever you write."
        : "Your browser did not let it be copied. Select the words, and copy them by hand.",
    );
  }
  return (
    <div className="mt-2 flex flex-col items-start gap-2">
      <p className="text-sm">
        You had typed this; it is kept {isKeptHere ? "on this device" : "in this window only: leave it open"}:
      </p>
      <blockquote
        dir="auto"
        className="wrap-anywhere font-serif text-[1.0625rem] leading-relaxed whitespace-pre-wrap text-ink"
      >
        {text}
      </blockquote>
      <Button onClick={() => void copy()}>Copy it</Button>
      <p role="status" className="text-sm empty:hidden">
        {copied}
      </p>
    </div>
  );
}
