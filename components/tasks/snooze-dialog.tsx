"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { useNow } from "@/components/ui/clock";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { useKeys } from "@/components/ui/use-keys";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { addDays, dayAt, instantAt } from "@/lib/domain/calendar/zone-day";
import { lateBy } from "@/lib/domain/task/late-by";
import { snoozeChoices, whyNotUntil } from "@/lib/domain/task/snooze";
import type { TaskRow } from "@/lib/domain/task/view";

const isDay = /^\d{4}-\d{2}-\d{2}$/;
const isTime = /^\d{2}:\d{2}$/;

export type SnoozeInput = { until: string } | { untilAnswer: true };

type Props = {
  rows: readonly Pick<TaskRow, "dueAt" | "dueAllDay" | "replyDueAt">[];
  onClose: () => void;
  onChoose: (input: SnoozeInput) => void;
};

const itemClass =
  "flex w-full items-center gap-3 rounded-lg px-3 py-2 text-start hover:bg-sunken pointer-coarse:min-h-12";

/** Until when these may sleep: a few kind choices by number, a time of one's own, or until they answer. Says which time would be too late. */
export function SnoozeDialog({ rows, onClose, onChoose }: Props) {
  const desk = useDesk();
  const now = useNow();
  // On a Sunday tomorrow is next week: one line is enough.
  const choices = snoozeChoices(now, desk.zone).filter(
    ({ until }, at, all) => all.findIndex((one) => one.until === until) === at,
  );
  const [day, setDay] = useState(addDays(dayAt(now, desk.zone), 1));
  const [time, setTime] = useState("09:00");
  const [error, setError] = useState("");
  const keys = choices.map(({ until }, at) => [String(at + 1), () => onChoose({ until })] as const);
  useKeys(
    true,
    { ...Object.fromEntries(keys), u: () => onChoose({ untilAnswer: true }) },
    { inDialog: true },
  );

  const at = isDay.test(day) && isTime.test(time) ? instantAt(day, time, desk.zone) : null;
  const lateWords = (until: number) => sayLate(lateBy(rows, until, now, desk.zone), rows.length);

  function chooseOwn() {
    if (at === null) return setError("Give a day and a time.");
    const no = whyNotUntil(new Date(at), new Date(now));
    if (no !== null) return setError(no);
    onChoose({ until: new Date(at).toISOString() });
  }

  return (
    <Dialog open onClose={onClose} title={rows.length === 1 ? "Snooze until" : `Snooze ${rows.length} until`}>
      <ul className="-mx-2">
        {choices.map((choice, at) => (
          <li key={choice.id}>
            <button type="button" className={itemClass} onClick={() => onChoose({ until: choice.until })}>
              <Kbd>{String(at + 1)}</Kbd>
              <span className="flex-1">{choice.label}</span>
              <span className="text-[0.8125rem] text-muted">
                {stampText(choice.until, desk)}
                <Late says={lateWords(Date.parse(choice.until))} />
              </span>
            </button>
          </li>
        ))}
        <li>
          <button type="button" className={itemClass} onClick={() => onChoose({ untilAnswer: true })}>
            <Kbd>U</Kbd>
            <span className="flex-1">Until they answer</span>
            <span className="text-[0.8125rem] text-muted">thirty days at most</span>
          </button>
        </li>
      </ul>
      <form
        noValidate
        className="mt-3 border-t border-line pt-4"
        onSubmit={(event) => {
          event.preventDefault();
          chooseOwn();
        }}
      >
        <div className="flex flex-wrap items-end gap-2">
          <TextInput
            label="A day of your own"
            type="date"
            value={day}
            onChange={(event) => setDay(event.target.value)}
            className="min-w-36 flex-1"
          />
          <TextInput
            label="Time"
            type="time"
            value={time}
            onChange={(event) => setTime(event.target.value)}
            className="w-34"
          />
          <Button type="submit">Snooze</Button>
        </div>
        <p role="alert" className="mt-1 text-[0.8125rem] text-late">
          {error}
        </p>
        <p className="text-[0.8125rem] text-muted">
          Times are in {desk.zone.replaceAll("_", " ")}.{at === null ? null : <Late says={lateWords(at)} />}
        </p>
      </form>
    </Dialog>
  );
}

function Late({ says }: { says: string }) {
  return says ? <span className="text-late"> · {says}</span> : null;
}

/** Of so many tasks, how many would be late; nothing when none would. */
function sayLate(late: number, all: number): string {
  if (late === 0) return "";
  return all === 1 ? "late by then" : `${late} late by then`;
}
