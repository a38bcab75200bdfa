"use client";

import type { ComponentProps } from "react";
import { WritingPart } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/writing-part";
import { AnswerSentence } from "@/components/drafts/answer-sentence";
import { BelowWords } from "@/components/drafts/below-words";
import { ProofLine } from "@/components/drafts/proof-line";
import { WhoseWords } from "@/components/drafts/whose-words";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";

type Props = ComponentProps<typeof WritingPart> & { isFixed: boolean; onRevoke: () => void };

/** The words: to be written while they may be, otherwise to be read, with whose they are. */
export function WordsPart({ isFixed, onRevoke, ...writing }: Props) {
  const { clientShort, role } = useDesk();
  const { draft, words } = writing;
  const shown = <WhoseWords whose={draft.whose} howMuch={draft.howMuch} client={clientShort} />;
  if (isFixed)
    return (
      <>
        <Sheet aria-label="The words" className="border-ink-line sm:px-5">
          <AnswerSentence draft={draft} />
          {draft.answer === null || draft.text.trim() !== "" ? shown : null}
          <div className="mt-3 empty:hidden">
            <BelowWords draft={draft} client={clientShort} />
          </div>
        </Sheet>
        {words.isDirty ? <Unsaved text={words.text} isKeptHere={words.isKeptHere} /> : null}
        {draft.proof ? (
          <ProofLine proof={draft.proof} onRevoke={role === "client" ? onRevoke : null} />
        ) : null}
      </>
    );
  return (
    <>
      <AnswerSentence draft={draft} />
      <WritingPart {...writing} />
      <BelowWords draft={draft} client={clientShort} />
      <details open={role === "client"} className="rounded-sheet border border-line bg-sheet px-4">
        <summary className="py-3 text-[0.8125rem] font-semibold text-muted pointer-coarse:min-h-11">
          Whose words
        </summary>
        <div className="pb-4">
          {words.isDirty ? (
            <p className="mb-2 text-[0.8125rem] text-muted">As last saved, in version {draft.latest}.</p>
          ) : null}
          {shown}
        </div>
      </details>
    </>
  );
}

/** What was typed when somebody else approved or closed it: nothing of it is lost. */
function Unsaved({ text, isKeptHere }: { text: string; isKeptHere: boolean }) {
  return (
    <Notice tone="gold" role="note">
      You had typed this, and it is not in these words.{" "}
      {isKeptHere ? "It is kept on this device" : "It is kept in this window only"}, and offered again as soon
      as these words can be written in.
      <span
        dir="auto"
        className="wrap-anywhere mt-1 block font-serif text-base whitespace-pre-wrap text-text"
      >
        {text}
      </span>
    </Notice>
  );
}
