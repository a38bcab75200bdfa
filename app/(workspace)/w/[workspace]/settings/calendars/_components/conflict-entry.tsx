"use client";

import { useAskDesk } from "@/app/(workspace)/w/[workspace]/settings/_components/use-ask-desk";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import type { CalendarConflict } from "@/lib/domain/calendar/source";

type Props = { calendarId: string; conflict: CalendarConflict };

/** An entry that was changed here and in its calendar: both sides line by line, and which one it is to be. */
export function ConflictEntry({ calendarId, conflict: { href, summary, fields } }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const name = summary || "Untitled event";
  const settle = (side: "here" | "there") =>
    void ask(`calendars/${calendarId}/resolve`, { href, side }, `${href} ${side}`);
  return (
    <Sheet aria-label={name} className="flex flex-col gap-3">
      <bdi className="font-medium wrap-anywhere">{name}</bdi>
      <dl className="flex flex-col gap-2">
        {fields.map(({ label, here, there }) => (
          <div key={label} className="flex flex-col gap-0.5">
            <dt className="text-[0.8125rem] font-medium">{label}</dt>
            <dd className="grid gap-2 sm:grid-cols-2">
              <Said who="Here" words={here} />
              <Said who="In the calendar there" words={there} />
            </dd>
          </div>
        ))}
      </dl>
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          busy={busy === `${href} here`}
          onClick={() => settle("here")}
          aria-label={`Keep ours of ${name}`}
        >
          Keep ours
        </Button>
        <Button
          busy={busy === `${href} there`}
          onClick={() => settle("there")}
          aria-label={`Take theirs of ${name}`}
        >
          Take theirs
        </Button>
      </div>
    </Sheet>
  );
}

function Said({ who, words }: { who: string; words: string }) {
  return (
    <span className="flex min-w-0 flex-col rounded-lg border border-line px-3 py-2">
      <span className="text-[0.8125rem] text-muted">{who}</span>
      <span dir="auto" className="whitespace-pre-line wrap-anywhere">
        {words || "nothing"}
      </span>
    </span>
  );
}
