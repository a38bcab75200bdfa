"use client";

import { cx } from "@/components/ui/cx";
import { useDesk } from "@/components/workspace/desk-context";
import { sayAnswer } from "@/lib/domain/calendar/say-answer";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = { draft: Pick<DraftView, "answer" | "state" | "takesKept"> };

/** What an answer to an invitation says, as the organiser reads it above any words. Nothing where none is given. */
export function AnswerSentence({ draft: { answer, state, takesKept } }: Props) {
  const { clientName, clientShort, role, zone } = useDesk();
  if (answer === null) return null;
  const isOut = state === "approved" || state === "released" || state === "sent";
  return (
    <div className="flex flex-col gap-1.5">
      <p
        dir="auto"
        className={cx(
          "wrap-anywhere font-serif text-[1.1875rem] leading-[1.55]",
          state === "approved" || state === "sent" ? "text-ink" : "text-pencil",
        )}
      >
        {sayAnswer(answer, { client: clientName, answeredBy: null, zone })}
      </p>
      {takesKept && !isOut ? (
        <p className="text-base text-late">
          It promises time that {role === "client" ? "you keep" : `${clientShort} keeps`}.
        </p>
      ) : null}
    </div>
  );
}
