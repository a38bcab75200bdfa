"use client";

import dynamic from "next/dynamic";
import { useState } from "react";
import { useCalendar } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-calendar";
import { Agenda, within } from "@/components/calendar/agenda";
import { EntryDetails } from "@/components/calendar/entry-details";
import { Toolbar } from "@/components/calendar/toolbar";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { agendaDays, type CalendarLook, stepFrom, stretchOf } from "@/lib/domain/calendar/stretch";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";
import { addDays } from "@/lib/domain/calendar/zone-day";

/** Drawn in the browser only, and loaded only by who looks at a month. */
const Month = dynamic(() => import("@/components/calendar/month"), {
  ssr: false,
  loading: () => (
    <div
      role="status"
      className="flex h-full items-center justify-center rounded-xl border border-line bg-sheet text-muted"
    >
      Drawing the month…
    </div>
  ),
});

/** The shared calendar: month and agenda over the same days. */
export function CalendarScreen({ view: first }: { view: CalendarView }) {
  const desk = useDesk();
  const { look, day, view, busy, isMissing, problem, go } = useCalendar(desk.slug, first);
  const [open, setOpen] = useState<CalendarEntry | null>(null);
  const shown: CalendarLook = look ?? "month";
  const step = (by: 1 | -1) => go(stepFrom({ look: shown, day }, by));
  const toToday = () => go({ look: shown, day: view.today });
  const show = (next: CalendarLook) =>
    go({ look: next, day: next === "agenda" && sameMonth(day, view.today) ? view.today : day });

  useKeys(open === null, {
    t: toToday,
    n: () => step(1),
    p: () => step(-1),
    arrowright: () => step(1),
    arrowleft: () => step(-1),
    m: () => show("month"),
    a: () => show("agenda"),
  });

  const agenda = stretchOf({ look: "agenda", day });
  const month = stretchOf({ look: "month", day });
  return (
    <div className="flex min-h-[calc(100dvh-4rem)] flex-col gap-4 px-3.5 py-4 lg:h-dvh lg:min-h-[42rem] lg:px-6">
      <Toolbar
        title={titleOf(shown, day, desk.locale)}
        look={shown}
        zone={view.zone}
        busy={busy}
        onStep={step}
        onToday={toToday}
        onLook={show}
      />
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      {view.isCut ? (
        <Notice role="note">There is more here than fits; only the first two thousand are shown.</Notice>
      ) : null}
      {look !== "agenda" ? (
        <section
          aria-label="Month"
          aria-busy={busy}
          className={cx("min-h-[36rem] flex-1", look === null && "max-lg:hidden")}
        >
          <Month view={within(view, month.from, month.to)} day={day} locale={desk.locale} onOpen={setOpen} />
        </section>
      ) : null}
      {look !== "month" ? (
        <section
          aria-label="Agenda"
          aria-busy={busy}
          className={cx("mx-auto w-full max-w-3xl pb-6", look === null && "lg:hidden")}
        >
          {isMissing ? null : (
            <Agenda view={within(view, agenda.from, agenda.to)} locale={desk.locale} onOpen={setOpen} />
          )}
        </section>
      ) : null}
      {open ? <EntryDetails entry={open} onClose={() => setOpen(null)} /> : null}
    </div>
  );
}

function sameMonth(a: string, b: string): boolean {
  return a.slice(0, 7) === b.slice(0, 7);
}

/** "December 2026", or "22 Nov – 19 Dec 2026": put together here, as the server's and the browser's ranges differ by a space. */
function titleOf(look: CalendarLook, day: string, locale: string): string {
  const say = (one: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: "UTC", ...options }).format(Date.parse(`${one}T00:00:00Z`));
  if (look === "month") return say(day, { month: "long", year: "numeric" });
  const last = addDays(day, agendaDays - 1);
  const year = day.slice(0, 4) === last.slice(0, 4) ? {} : ({ year: "numeric" } as const);
  const first = say(day, { day: "numeric", month: "short", ...year });
  return `${first} – ${say(last, { day: "numeric", month: "short", year: "numeric" })}`;
}
