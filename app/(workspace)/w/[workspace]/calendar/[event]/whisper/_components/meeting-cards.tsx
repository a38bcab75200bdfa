"use client";

import { WhisperSheet } from "@/app/(workspace)/w/[workspace]/_components/whisper-sheet";
import { EmptyState } from "@/components/ui/empty-state";
import { fullText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { stop } from "@/lib/domain/full-stop";
import type { EventCards } from "@/lib/domain/person/whisper";

/** Everybody known who will be at a meeting, each on a page; and who else is on its list. */
export function MeetingCards({ view: { event, cards, others } }: { view: EventCards }) {
  const desk = useDesk();
  const lead = [fullText(event.startsAt, desk, event.allDay), event.place].filter(Boolean).join(" · ");
  const back = { href: `/w/${desk.slug}/calendar`, label: "Calendar" };
  return (
    <WhisperSheet title={event.title} lead={lead} back={back} cards={cards}>
      {cards.length === 0 ? (
        <EmptyState title="Nobody you have written down is on the list of this meeting.">
          People are found by their e-mail address.
        </EmptyState>
      ) : null}
      {others.length > 0 ? (
        <p dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
          {stop(`Also invited: ${others.join(", ")}`)}
        </p>
      ) : null}
    </WhisperSheet>
  );
}
