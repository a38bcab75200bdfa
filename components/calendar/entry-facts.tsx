import type { ReactNode } from "react";
import { sayDay } from "@/components/calendar/agenda";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords, stateWords } from "@/components/tasks/words";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { type Desk, useDesk } from "@/components/workspace/desk-context";
import type { CalendarEntry, CalendarKept } from "@/lib/domain/calendar/view";

/** What an entry is that is no event: a task, somebody's day, kept time, or being busy; and the way to the whole of it. */
export function EntryFacts({ entry }: { entry: Exclude<CalendarEntry, { type: "event" }> }) {
  const desk = useDesk();
  const base = `/w/${desk.slug}`;
  const task =
    entry.type === "task"
      ? { id: entry.taskId, tag: entry.tag, state: entry.state }
      : entry.type === "day"
        ? entry.task
        : null;
  return (
    <>
      {task ? (
        <p className="mb-3 flex flex-wrap items-center gap-2 text-muted">
          <TagPill tag={task.tag} /> {stateWords(task.state, desk)}
        </p>
      ) : null}
      {entry.type === "kept" ? <p className="mb-3">{keptSentence(entry, desk)}</p> : null}
      {entry.type === "busy" ? (
        <p className="mb-3">
          {desk.clientShort} is busy with something private. When is all that is shown of it.
        </p>
      ) : null}
      <Facts rows={rowsOf(entry, desk.locale)} />
      <div className="mt-5 flex flex-wrap gap-2 empty:hidden">
        {task ? <LinkButton href={`${base}/tasks/${task.id}`}>Open the task</LinkButton> : null}
        {entry.type === "day" ? (
          <LinkButton href={`${base}/people/${entry.personId}`}>Open {entry.personName}</LinkButton>
        ) : null}
        {entry.type === "kept" ? <KeptLink entry={entry} base={base} /> : null}
      </div>
    </>
  );
}

function KeptLink({ entry, base }: { entry: CalendarKept; base: string }) {
  if (entry.source === "window")
    return <LinkButton href={`${base}/tasks/${entry.sourceId}`}>Open the post</LinkButton>;
  const place = entry.source === "away" ? "away" : "time";
  return (
    <Link href={`${base}/settings/${place}`} className="self-center underline underline-offset-2">
      {entry.source === "away" ? "Days away" : "Protected time"}
    </Link>
  );
}

/** Why the time is kept, and who gives it away. */
function keptSentence({ source }: CalendarKept, { role, clientShort }: Desk): string {
  const you = role === "client";
  if (source === "window")
    return you
      ? "Kept free for you to answer, right after the post goes out."
      : `Kept free for ${clientShort} to answer, right after the post goes out.`;
  const what = source === "away" ? (you ? "You are away" : `${clientShort} is away`) : "Protected time";
  return you
    ? `${what}: nobody else books it without your word.`
    : `${what}: nobody’s to book. Ask, and ${clientShort} decides.`;
}

function rowsOf(entry: CalendarEntry, locale: string): [string, ReactNode][] {
  const days =
    entry.lastDay > entry.firstDay
      ? `${sayDay(entry.firstDay, locale)} to ${sayDay(entry.lastDay, locale, true)}`
      : sayDay(entry.firstDay, locale, true);
  const time = entry.time ? `${entry.time}${entry.endTime ? `–${entry.endTime}` : ""}` : "All day";
  const rows: [string, ReactNode][] = [
    ["Day", days],
    ["Time", entry.type === "day" ? null : time],
  ];
  if (entry.type === "task") rows.push(["Kind", kindWords[entry.kind]], ["Person", entry.personName]);
  if (entry.type === "task" && entry.isLate) rows.push(["Late", "Its time has passed and it is still open."]);
  if (entry.type === "day" && entry.years)
    rows.push([entry.kind === "birthday" ? "Turns" : "Years", String(entry.years)]);
  if (entry.isPrivate && entry.type !== "busy") rows.push(["Private", "Only you see this."]);
  return rows;
}
