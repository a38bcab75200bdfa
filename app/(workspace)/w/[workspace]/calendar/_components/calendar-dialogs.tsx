"use client";

import type { EventChanged } from "@/app/(workspace)/w/[workspace]/_components/calendar-api";
import type { Happened } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-event-bar";
import type { useMoves } from "@/app/(workspace)/w/[workspace]/calendar/_components/use-moves";
import { OverKeptDialog } from "@/components/calendar/over-kept-dialog";
import { ScopeDialog } from "@/components/calendar/scope-dialog";
import { lateWindow } from "@/components/ui/late-part";
import type { EventDetail } from "@/lib/domain/calendar/event";
import type { Walls } from "@/lib/domain/calendar/shift-entry";
import type { CalendarEntry } from "@/lib/domain/calendar/view";

/** The window that is open over the calendar. */
export type Window =
  | { what: "entry"; entry: CalendarEntry }
  | { what: "form"; event?: EventDetail; walls?: Walls; day?: string }
  | { what: "move"; entry: CalendarEntry }
  | { what: "zone" }
  | { what: "keys" };

const EntryDetails = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/calendar/_components/entry-details").then((m) => m.EntryDetails),
);
const EventForm = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/calendar/_components/event-form").then((m) => m.EventForm),
);
const MoveDialog = lateWindow(() => import("@/components/calendar/move-dialog").then((m) => m.MoveDialog));
const ZoneDialog = lateWindow(() => import("@/components/calendar/zone-dialog").then((m) => m.ZoneDialog));
const CalendarKeys = lateWindow(() =>
  import("@/components/calendar/calendar-keys").then((m) => m.CalendarKeys),
);

type Props = {
  window: Window | null;
  onWindow: (window: Window | null) => void;
  zone: string;
  otherZone: string | null;
  onZone: (zone: string | null) => void;
  moves: Pick<ReturnType<typeof useMoves>, "question" | "answer" | "move">;
  onSaved: (changed: EventChanged | null, happened: Happened) => void;
};

/** Every window of the calendar; each is fetched when it is opened first. */
export function CalendarDialogs({ window, onWindow, zone, otherZone, onZone, moves, onSaved }: Props) {
  const close = () => onWindow(null);
  const { question } = moves;
  return (
    <>
      {window?.what === "entry" ? (
        <EntryDetails
          entry={window.entry}
          otherZone={otherZone}
          onClose={close}
          onEdit={(event) => onWindow({ what: "form", event })}
          onMoved={(happened) => onSaved(null, happened)}
        />
      ) : null}
      {window?.what === "form" ? (
        <EventForm
          event={window.event}
          start={window.walls?.start}
          day={window.day}
          end={window.walls?.end}
          allDay={window.walls?.allDay}
          onClose={close}
          onSaved={(changed, happened) => {
            close();
            onSaved(changed, happened);
          }}
        />
      ) : null}
      {window?.what === "move" ? (
        <MoveDialog
          entry={window.entry}
          zone={zone}
          onClose={close}
          onMove={(walls) => moves.move(window.entry, walls)}
        />
      ) : null}
      {window?.what === "zone" ? (
        <ZoneDialog own={zone} chosen={otherZone} onChoose={onZone} onClose={close} />
      ) : null}
      {window?.what === "keys" ? <CalendarKeys onClose={close} /> : null}
      {question?.about === "scope" ? (
        <ScopeDialog
          verb="Move"
          title={question.entry.title}
          onClose={() => moves.answer(null)}
          onChoose={(scope) => moves.answer({ scope })}
        />
      ) : null}
      {question?.about === "kept" ? (
        <OverKeptDialog
          title={question.entry.title}
          walls={question.walls}
          kept={question.kept}
          onClose={() => moves.answer(null)}
          onGoOn={(word) => moves.answer(word)}
        />
      ) : null}
    </>
  );
}
