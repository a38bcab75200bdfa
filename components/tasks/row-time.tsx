"use client";

import { useNow } from "@/components/ui/clock";
import { cx } from "@/components/ui/cx";
import { ageText, dayText, fullText, type Place } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { isAsleep, isOverdue } from "@/lib/domain/task/queue-lists";
import { isOpen } from "@/lib/domain/task/task";
import type { TaskRow } from "@/lib/domain/task/view";

/** The one time that matters about a row: until when it sleeps, when it is due, or how long somebody has waited. */
export function RowTime({ row, className }: { row: TaskRow; className?: string }) {
  const now = useNow();
  const said = sayTime(row, now, useDesk());
  return (
    <time
      dateTime={said.iso}
      title={said.title}
      className={cx(
        "text-[0.8125rem] sm:text-end sm:whitespace-nowrap",
        said.isLate ? "font-semibold text-late" : "text-muted",
        className,
      )}
    >
      {said.isLate ? <span className="sr-only">late: </span> : null}
      {said.text}
    </time>
  );
}

type Said = { text: string; title: string; iso: string; isLate: boolean };

function sayTime(row: TaskRow, now: number, place: Place): Said {
  const isLate = isOpen(row) && isOverdue(row, now, place.zone);
  const { closedAt, snoozedUntil, dueAt, dueAllDay } = row;
  if (closedAt) {
    const title = `Closed ${fullText(closedAt, place)}`;
    return { text: ageText(closedAt, now), title, iso: closedAt, isLate };
  }
  if (isAsleep(row, now)) {
    if (!snoozedUntil)
      return { text: "until they answer", title: "Sleeps until they answer", iso: row.createdAt, isLate };
    const title = `Comes back ${fullText(snoozedUntil, place)}`;
    return { text: dayText(snoozedUntil, now, place, false), title, iso: snoozedUntil, isLate: false };
  }
  // Late by the answer alone: a day that is still to come is not what is late.
  if (dueAt && !(isLate && Date.parse(dueAt) > now)) {
    const title = `Due ${fullText(dueAt, place, dueAllDay)}`;
    return { text: dayText(dueAt, now, place, dueAllDay), title, iso: dueAt, isLate };
  }
  const since = row.receivedAt ?? row.createdAt;
  const due = row.replyDueAt ? `. An answer is kind until ${fullText(row.replyDueAt, place)}` : "";
  const came = row.receivedAt ? "Received" : "Added";
  return { text: ageText(since, now), title: `${came} ${fullText(since, place)}${due}`, iso: since, isLate };
}
