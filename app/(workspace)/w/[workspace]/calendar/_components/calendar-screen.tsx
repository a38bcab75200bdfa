"use client";

import { useEffect, useMemo, useState } from "react";
import { calendarApi } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import { CalendarBody } from "@/app/(workspace)/w/[workspace]/calendar/_components/calendar-body";
import {
  CalendarDialogs,
  type Window,
} from "@/app/(workspace)/w/[workspace]/calendar/_components/calendar-dialogs";
import { useCalendar } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-calendar";
import { useEventBar } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import { useMoves } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-moves";
import { useNudges } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-nudges";
import { useSecondZone } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-second-zone";
import { within } from "@/components/calendar/agenda";
import { unmovableWords } from "@/components/calendar/move-words";
import { stretchTitle } from "@/components/calendar/stretch-title";
import { Toolbar } from "@/components/calendar/toolbar";
import { useStuck } from "@/components/calendar/use-stuck";
import { useWalk } from "@/components/calendar/use-walk";
import { Notice } from "@/components/ui/notice";
import { Toast, ToastRegion } from "@/components/ui/toast";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { whyNotMove } from "@/lib/domain/calendar/shift-entry";
import { type CalendarLook, newEntryDay, stepFrom, stretchOf, turnTo } from "@/lib/domain/calendar/stretch";
import type { CalendarEntry, CalendarView } from "@/lib/domain/calendar/view";

/** The shared calendar: month, week, day and agenda over the same days. */
export function CalendarScreen({ view: first }: { view: CalendarView }) {
  const desk = useDesk();
  const calendar = useCalendar(desk.slug, first);
  const { look, day, go } = calendar;
  const bar = useEventBar(desk.slug, calendar.readAgain);
  const moves = useMoves(calendar.view, bar, calendar.readAgain);
  const { view } = moves;
  const [window, setWindow] = useState<Window | null>(null);
  const [said, setSaid] = useState("");
  // What was said of one month is no word about another.
  useEffect(() => {
    const back = () => setSaid("");
    addEventListener("popstate", back);
    return () => removeEventListener("popstate", back);
  }, []);
  const turn: typeof go = (next) => {
    setSaid("");
    go(next);
  };
  const [otherZone, setOtherZone] = useSecondZone(desk.slug, view.zone);
  const shown: CalendarLook = look ?? "month";
  const { from, to } = stretchOf({ look: shown, day });
  // The same as long as nothing changes: the grid is drawn anew with every other.
  const seen = useMemo(() => within(view, from, to), [view, from, to]);
  const nudges = useNudges(moves, view.zone, setSaid, (there) => {
    if (there < from || there >= to) go({ look: shown, day: there });
  });
  const open = (entry: CalendarEntry) => setWindow({ what: "entry", entry });
  const walk = useWalk(seen.entries, {
    onShift: nudges.nudge,
    onEscape: nudges.putBack,
    onMoveForm: (entry) => {
      const why = whyNotMove(entry);
      if (why) setSaid(unmovableWords(why, entry));
      else setWindow({ what: "move", entry });
    },
    onEdge: (where) => setSaid(`This is the ${where} entry shown.`),
    onNone: () => setSaid("No entry is shown."),
  });
  const stuck = useStuck(seen.entries, (entry) => void tellWhyStuck(entry));

  async function tellWhyStuck(entry: CalendarEntry) {
    const why = whyNotMove(entry);
    if (!why) return;
    const source =
      why === "elsewhere" && entry.type === "event"
        ? await calendarApi(desk.slug).event(entry.eventId, entry.startsAt)
        : null;
    const from = source?.ok ? source.value.calendarName : null;
    bar.show({ says: unmovableWords(why, entry, from), tone: "plain", action: null });
  }

  const step = (by: 1 | -1) => turn((here) => stepFrom(here, by));
  const toToday = () => turn(({ look: now }) => ({ look: now, day: view.today }));
  // Whoever has walked to an entry looks closer at its day, and makes the next one there.
  const atHand = () => {
    const began = walk.dayAtHand();
    return began !== null && began < from ? from : began;
  };
  const show = (next: CalendarLook) => {
    const there = atHand();
    turn((here) => (there ? { look: next, day: there } : turnTo(next, here, view.today)));
  };
  const write = () =>
    setWindow({ what: "form", day: atHand() ?? newEntryDay({ look: shown, day }, view.today) });
  const hasHours = shown === "week" || shown === "day";
  // From today on, where it is shown, as from there one looks ahead.
  const walkFrom = view.today >= from && view.today < to ? view.today : from;
  useKeys(window === null && moves.question === null, {
    t: toToday,
    n: () => step(1),
    p: () => step(-1),
    arrowright: () => step(1),
    arrowleft: () => step(-1),
    arrowdown: () => walk.enter(walkFrom, 1),
    arrowup: () => walk.enter(walkFrom, -1),
    m: () => show("month"),
    w: () => show("week"),
    d: () => show("day"),
    a: () => show("agenda"),
    c: write,
    z: () => hasHours && setWindow({ what: "zone" }),
    u: () => moves.undoTaskMove() || void bar.undoLast(),
    "mod+z": () => moves.undoTaskMove() || void bar.undoLast(),
    "?": () => setWindow({ what: "keys" }),
  });

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys are those of the entries inside, which are buttons.
    <div
      ref={walk.box}
      onKeyDown={walk.onKeyDown}
      onFocus={walk.onFocus}
      onBlur={walk.onBlur}
      {...stuck}
      className="flex min-h-[calc(100dvh-4rem)] flex-col gap-4 px-3.5 py-4 lg:h-dvh lg:min-h-[42rem] lg:px-6 print:block print:h-auto print:min-h-0 print:p-0"
    >
      <Toolbar
        title={stretchTitle({ look: shown, day }, desk.locale)}
        look={shown}
        zone={view.zone}
        otherZone={otherZone}
        busy={calendar.busy}
        subscribeHref={`/w/${desk.slug}/settings/calendars`}
        onStep={step}
        onToday={toToday}
        onLook={show}
        onZone={() => setWindow({ what: "zone" })}
        onNew={write}
      />
      <p role="status" aria-live="assertive" className="sr-only">
        {said}
      </p>
      {calendar.problem ? (
        <Notice tone="late" role="alert">
          {calendar.problem}
        </Notice>
      ) : null}
      {view.isCut ? (
        <Notice role="note">There is more here than fits; only the first two thousand are shown.</Notice>
      ) : null}
      <CalendarBody
        place={{ look: shown, day }}
        isLookChosen={look !== null}
        view={view}
        seen={seen}
        otherZone={otherZone}
        held={moves.held}
        busy={calendar.busy}
        isMissing={calendar.isMissing}
        onOpen={open}
        onDrop={moves.move}
        onDraw={(walls) => setWindow({ what: "form", walls })}
        onDay={(there) => turn({ look: "day", day: there })}
      />
      <ToastRegion>
        {bar.bar ? (
          <Toast tone={bar.bar.tone} action={bar.bar.action} onDismiss={() => bar.show(null)}>
            {bar.bar.says}
          </Toast>
        ) : null}
      </ToastRegion>
      <CalendarDialogs
        window={window}
        onWindow={setWindow}
        zone={view.zone}
        otherZone={otherZone}
        onZone={setOtherZone}
        moves={moves}
        onSaved={(_changed, happened) => {
          bar.say(happened);
          calendar.readAgain();
        }}
      />
    </div>
  );
}
