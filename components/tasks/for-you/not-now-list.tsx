"use client";

import { notNowWords } from "@/components/tasks/for-you/words";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { useKeys } from "@/components/ui/use-keys";
import { fullText, stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { lateBy } from "@/lib/domain/task/late-by";
import { notNowChoices } from "@/lib/domain/task/not-now";

type Props = {
  card: Pick<ForYouCard, "dueAt" | "dueAllDay" | "replyDueAt">;
  busy: boolean;
  /** It stands in a window, not on a page. */
  inDialog?: boolean;
  onChoose: (until: string) => void;
};

/** Until when a card may sleep: a few kind choices, each with its moment and its digit. */
export function NotNowList({ card, busy, inDialog = false, onChoose }: Props) {
  const desk = useDesk();
  const now = useNow();
  const choices = notNowChoices(now, desk.zone);
  const isTooLate = (until: string) => lateBy([card], Date.parse(until), now, desk.zone) > 0;
  useKeys(!busy, Object.fromEntries(choices.map(({ until }, n) => [String(n + 1), () => onChoose(until)])), {
    inDialog,
  });
  return (
    <div className="flex flex-col gap-2.5">
      {choices.map(({ id, until }, n) => (
        <Button
          key={id}
          size="lg"
          wide
          shortcut={String(n + 1)}
          aria-disabled={busy}
          title={fullText(until, desk)}
          onClick={() => !busy && onChoose(until)}
        >
          <span className="flex w-full flex-wrap items-baseline justify-between gap-x-3">
            {notNowWords[id]}
            <span className="text-sm font-normal text-muted">
              {stampText(until, desk)}
              {isTooLate(until) ? <span className="text-late"> · late by then</span> : null}
            </span>
          </span>
        </Button>
      ))}
    </div>
  );
}
