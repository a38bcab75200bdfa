import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { UnreadList } from "@/app/(workspace)/w/[workspace]/settings/_components/unread-list";
import { calendarKindText, calendarStateText } from "@/components/calendar/source-words";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readCalendarSource } from "@/lib/queries/read-calendars";
import { CalendarForm } from "../_components/calendar-form";
import { CalendarVerbs } from "../_components/calendar-verbs";
import { ConflictEntry } from "../_components/conflict-entry";

export const metadata: Metadata = { title: "Calendar" };

export default async function CalendarSourcePage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const read = isUuid(id) && actor.role === "client" ? await readCalendarSource(actor, id) : null;
  if (!read?.ok) notFound();
  const { unreadList, conflictList, ...calendar } = read.value;
  const conflicts = calendar.conflicts ?? 0;
  return (
    <>
      <section aria-labelledby="calendar">
        <Link href={`/w/${workspace}/settings/calendars`} className="text-[0.8125rem] text-muted underline">
          All calendars
        </Link>
        <h2 id="calendar" className="mt-1 font-serif text-2xl wrap-anywhere">
          <bdi>{calendar.name}</bdi>
        </h2>
        <p className={cx("wrap-anywhere", calendar.state === "failing" ? "text-late" : "text-muted")}>
          {calendarStateText(calendar, Date.now())}
        </p>
        <p className="mb-3 text-[0.8125rem] text-muted wrap-anywhere">{calendarKindText(calendar)}</p>
        <CalendarVerbs calendar={calendar} />
      </section>
      {conflictList.length > 0 ? (
        <section aria-labelledby="conflicts" className="flex flex-col gap-3">
          <SectionHeader
            id="conflicts"
            title="Changed here and there"
            count={conflicts}
            aside={
              conflictList.length < conflicts
                ? `the first ${conflictList.length}; the others follow`
                : "both stay as they are before you choose"
            }
          />
          {conflictList.map((one) => (
            <ConflictEntry key={one.href} calendarId={calendar.id} conflict={one} />
          ))}
        </section>
      ) : null}
      <UnreadList
        title="Cannot be read"
        all={calendar.unread ?? 0}
        aside="everything else is on the calendar"
        items={unreadList.map(({ href, why }) => ({ id: href, label: why, more: href }))}
      />
      <section aria-labelledby="how">
        <SectionHeader id="how" title="How it is read" />
        <CalendarForm calendar={calendar} />
      </section>
    </>
  );
}
