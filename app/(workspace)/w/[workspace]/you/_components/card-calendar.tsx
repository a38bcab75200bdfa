"use client";

import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { CheckPart } from "@/app/(workspace)/w/[workspace]/_components/check-part";
import { InvitationPart } from "@/app/(workspace)/w/[workspace]/_components/invitation-part";
import { type GiveAnswer, whyNot } from "@/app/(workspace)/w/[workspace]/_components/use-answer";
import type { usePile } from "@/app/(workspace)/w/[workspace]/you/_components/use-pile";
import { CardFactRows } from "@/components/tasks/for-you/card-facts";
import { answeringInvitation, recordingCheck } from "@/components/tasks/for-you/steps";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Props = {
  card: ForYouCard;
  /** The card, or what is on it, has only just come: no answer was meant for it. */
  justCome: boolean;
  onTook: ReturnType<typeof usePile>["took"];
};

/** The invitation that a card asks about, answered with one tap; or the meeting that it checks. */
export function CardCalendar({ card, justCome, onTook }: Props) {
  const desk = useDesk();
  if (card.kind === "meeting-check")
    return (
      <CheckPart
        task={card}
        onRecorded={(id) => onTook(card, recordingCheck(card, id), {})}
        isLarge
        otherwise={<CardFactRows card={card} />}
      />
    );
  const give: GiveAnswer = async (answer, typed) => {
    const given = await calendarApi(desk.slug).answer(card.id, { answer, ...typed });
    if (!given.ok) return whyNot(given.problem);
    onTook(card, answeringInvitation(card), { draft: given.value.draft });
    return null;
  };
  return (
    <InvitationPart
      task={card}
      give={give}
      justCome={justCome}
      isLarge
      otherwise={<CardFactRows card={card} />}
    />
  );
}
