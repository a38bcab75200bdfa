"use client";

import { useState } from "react";
import { NotNowList } from "@/components/tasks/for-you/not-now-list";
import { capital } from "@/components/tasks/words";
import { Button } from "@/components/ui/button";
import { TextArea } from "@/components/ui/field";
import { sendByKey } from "@/components/ui/send-by-key";
import { useDesk } from "@/components/workspace/desk-context";
import type { Linked } from "@/lib/domain/daily/confirm";
import { approveLabel, handOverLabel, inkLabel } from "@/lib/domain/daily/links";
import { sayAnswer } from "@/lib/domain/decision/decision";
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Props = {
  link: Linked;
  card: ForYouCard;
  busy: boolean;
  /** What was said so far, where something is asked. */
  note: string;
  onNote: (note: string) => void;
  onNotNow: (until: string) => void;
  /** The button was pressed, with what was said, if anything was asked. */
  onPress: (note: string) => void;
};

/** What a link of the mail asks before its one button does it; or until when it may wait. */
export function ConfirmForm({ link, card, busy, note, onNote, onNotNow, onPress }: Props) {
  const { assistantShort } = useDesk();
  const [error, setError] = useState("");
  if (link.verb === "not-now") return <NotNowList card={card} busy={busy} onChoose={onNotNow} />;
  const asks = whatItAsks(link, assistantShort);
  return (
    <form
      className="flex flex-col gap-3"
      onKeyDown={sendByKey}
      onSubmit={(event) => {
        event.preventDefault();
        if (link.verb === "changes" && note.trim() === "") return setError("Say what should be different.");
        onPress(note.trim());
      }}
    >
      {asks ? (
        <TextArea
          label={asks}
          value={note}
          rows={3}
          maxLength={2000}
          error={error}
          onChange={(event) => onNote(event.target.value)}
        />
      ) : null}
      <Button type="submit" variant="primary" size="lg" wide busy={busy} className="py-4 text-[1.0625rem]">
        {buttonSays(link, card, assistantShort)}
      </Button>
    </form>
  );
}

function whatItAsks({ verb, to }: Linked, assistantShort: string): string | null {
  const reads = `${capital(assistantShort)} reads this.`;
  if (verb === "changes") return `What should be different? ${reads}`;
  if (verb === "decline") return `Why? ${reads}`;
  return verb === "answer" && to === "more" ? `What do you need to know? ${reads}` : null;
}

function buttonSays({ verb, to }: Linked, card: ForYouCard, assistantShort: string): string {
  switch (verb) {
    case "answer":
      return sayAnswer(card.decision?.choices ?? [], to ?? "");
    case "changes":
      return "Send it back";
    case "decline":
      return "Decline it";
    case "hand-over":
      return handOverLabel(card, assistantShort, card.draft !== null);
    case "edit":
      return inkLabel(card);
    default:
      return approveLabel(card);
  }
}
