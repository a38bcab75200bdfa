import { sayDay } from "@/components/calendar/agenda";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords, stateWords } from "@/components/tasks/words";
import { LinkButton } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** What an entry is, in a window, and the way to the whole of it. */
export function EntryDetails({ entry, onClose }: { entry: CalendarEntry; onClose: () => void }) {
  const desk = useDesk();
  const rows = rowsOf(entry, desk.locale).filter((row): row is [string, string] => Boolean(row[1]));
  const task =
    entry.type === "task"
      ? { id: entry.taskId, tag: entry.tag, state: entry.state }
      : entry.type === "day"
        ? entry.task
        : null;
  return (
    <Dialog open onClose={onClose} title={entry.title}>
      {task ? (
        <p className="mb-3 flex flex-wrap items-center gap-2 text-muted">
          <TagPill tag={task.tag} /> {stateWords(task.state, desk)}
        </p>
      ) : null}
      <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        {rows.map(([term, says]) => (
          <div key={term} className="contents">
            <dt className="text-muted">{term}</dt>
            <dd dir="auto" className="wrap-anywhere">
              {says}
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-5 flex flex-wrap gap-2">
        {task ? <LinkButton href={`/w/${desk.slug}/tasks/${task.id}`}>Open the task</LinkButton> : null}
        {entry.type === "day" ? (
          <LinkButton href={`/w/${desk.slug}/people/${entry.personId}`}>Open {entry.personName}</LinkButton>
        ) : null}
        {entry.type === "event" && entry.hasGuests ? (
          <LinkButton href={`/w/${desk.slug}/calendar/${entry.eventId}/whisper`}>
            Who will be there
          </LinkButton>
        ) : null}
        {entry.type === "event" && /^https?:\/\//i.test(entry.link) ? (
          <a
            href={entry.link}
            target="_blank"
            rel="noreferrer noopener"
            className="self-center underline underline-offset-2"
          >
            Open the link
          </a>
        ) : null}
      </div>
    </Dialog>
  );
}

function rowsOf(entry: CalendarEntry, locale: string): [string, string | null][] {
  const days =
    entry.lastDay > entry.firstDay
      ? `${sayDay(entry.firstDay, locale)} to ${sayDay(entry.lastDay, locale, true)}`
      : sayDay(entry.firstDay, locale, true);
  const time = entry.time ? `${entry.time}${entry.endTime ? `–${entry.endTime}` : ""}` : "All day";
  const rows: [string, string | null][] = [
    ["Day", days],
    ["Time", entry.type === "day" ? null : time],
  ];
  if (entry.type === "event")
    rows.push(
      ["Where", entry.place],
      ["Organiser", entry.organiser],
      ["Written in", entry.otherZone],
      ["Check", entry.check && (entry.check === "checked" ? "Checked" : "Not yet checked")],
    );
  if (entry.type === "task") rows.push(["Kind", kindWords[entry.kind]], ["Person", entry.personName]);
  if (entry.type === "task" && entry.isLate) rows.push(["Late", "Its time has passed and it is still open."]);
  if (entry.type === "day" && entry.years)
    rows.push([entry.kind === "birthday" ? "Turns" : "Years", String(entry.years)]);
  if (entry.isPrivate) rows.push(["Private", "Only you see this."]);
  return rows;
}
