import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readCalendars } from "@/lib/queries/read-calendars";
import { AddCalendar } from "./_components/add-calendar";
import { CalendarList } from "./_components/calendar-list";

export const metadata: Metadata = { title: "Calendars" };

export default async function CalendarsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const base = `/w/${workspace}/settings/calendars`;
  const read = await readCalendars(actor);
  if (!read.ok) redirect(signInPath(base));
  const { calendars } = read.value;
  const isClients = actor.role === "client";
  const client = firstName(actor.clientName);
  return (
    <>
      <section aria-labelledby="calendars">
        <SectionHeader id="calendars" title="Calendars kept elsewhere" aside="read every half hour" />
        {calendars.length > 0 ? (
          <CalendarList calendars={calendars} base={base} now={Date.now()} isClients={isClients} />
        ) : (
          <EmptyState title="No calendar from elsewhere yet">
            {isClients
              ? "Calendars that you keep elsewhere (on your phone, at work, on a server of your own) can be shown here with everything else, and looked at before a time is promised."
              : `What ${client} keeps elsewhere can be shown here with everything else.`}
          </EmptyState>
        )}
        {isClients ? null : (
          <div className="mt-3">
            <Notice>Adding a calendar and changing how it is read is for {client} alone.</Notice>
          </div>
        )}
      </section>
      {isClients ? (
        <section aria-labelledby="add">
          <SectionHeader id="add" title="Add a calendar" />
          <AddCalendar />
        </section>
      ) : null}
      <section aria-labelledby="elsewhere">
        <SectionHeader id="elsewhere" title="Read this calendar elsewhere" />
        <p className="text-muted">
          Other programs can show what is on this calendar, at an address that is a secret.{" "}
          <Link href={`${base}/feeds`} className="text-text underline underline-offset-2">
            Its addresses
          </Link>
        </p>
      </section>
    </>
  );
}
