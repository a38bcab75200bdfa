import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CalendarScreen } from "@/app/(workspace)/w/[workspace]/calendar/_components/calendar-screen";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { type CalendarLook, readDay, readLook, stretchOf } from "@/lib/domain/calendar/stretch";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { readCalendar } from "@/lib/queries/read-calendar";

export const metadata: Metadata = { title: "Calendar" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function CalendarPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const at = new Date();
  const query = await searchParams;
  const { from, to } = firstStretch(query, dayAt(at.getTime(), actor.workspace.zone));
  const read = await readCalendar(actor, from, to, at);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/calendar`));
  return <CalendarScreen view={read.value} />;
}

/** The days of the look that is asked for; of month and agenda while the window has not said which it has room for. */
function firstStretch(query: Record<string, string | string[] | undefined>, today: string) {
  const day = readDay(typeof query.date === "string" ? query.date : null) ?? today;
  const asked = readLook(typeof query.view === "string" ? query.view : null);
  const looks: CalendarLook[] = asked ? [asked] : ["month", "agenda"];
  const stretches = looks.map((look) => stretchOf({ look, day }));
  return {
    from: stretches.map((stretch) => stretch.from).sort()[0] ?? day,
    to:
      stretches
        .map((stretch) => stretch.to)
        .sort()
        .at(-1) ?? day,
  };
}
