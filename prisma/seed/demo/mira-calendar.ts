import type { EventGuest } from "@/lib/domain/calendar/event";
import type { ProtectedInput } from "@/lib/domain/calendar/kept";
import { addressOf } from "../make/address-of";
import type { DemoClock } from "./demo-clock";
import type { DemoTask, Hand } from "./demo-task";

/** An entry that somebody of the demo makes on the desk. Times on the wall of the desk's zone. */
export type DemoEntry = {
  by: Hand;
  summary: string;
  start: string;
  end: string;
  place?: string;
  link?: string;
  note?: string;
  rule?: string;
  guests?: string[];
  /** Over kept time, in pencil until the client decides. */
  hold?: boolean;
  /** The task that has it double-checked; which entry and when is added. */
  check?: Omit<DemoTask, "fields">;
  /** What was confirmed by it. */
  checked?: { by: Hand; withWhom: string; note: string };
};

/** What the client keeps for themselves, and what is made here. */
export type DemoCalendar = {
  hours: ProtectedInput[];
  away: { fromOn: string; toOn: string; label: string }[];
  entries: DemoEntry[];
};

const ZONE = "Europe/Berlin";

/** Mira's evenings, Sundays and days away, and what she and Ana have put on the calendar. */
export function miraCalendar(clock: DemoClock): DemoCalendar {
  const { day, on, next } = clock;
  const hours = { allDay: false, zone: ZONE, exceptOn: [] };
  const at = (days: number, from: string, to: string) => ({
    start: `${day(days)}T${from}`,
    end: `${day(days)}T${to}`,
  });
  const coffee = coffeeDay(clock);
  return {
    hours: [
      {
        ...hours,
        title: "Protected evening",
        firstOn: day(next(5, -20)),
        from: "18:00",
        minutes: 300,
        rule: "FREQ=WEEKLY;BYDAY=FR",
      },
      {
        ...hours,
        title: "Family",
        firstOn: day(next(7, -20)),
        from: "12:00",
        minutes: 300,
        rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
      },
    ],
    away: [{ fromOn: day(next(4, 28)), toOn: day(next(4, 28) + 1), label: "Away" }],
    entries: [
      {
        by: "assistant",
        summary: "Coffee with Priya Raman",
        ...at(coffee, "16:00", "17:00"),
        guests: ["Priya Raman"],
        check: {
          key: "priya-coffee",
          by: "assistant",
          kind: "meeting-check",
          title: "Double-check · Coffee with Priya Raman",
          person: "Priya Raman",
          priority: 1,
          dueAt: on(coffee, "16:00"),
          note: "16:00 in Berlin is 10:00 in Toronto. She wrote “at ten” without saying whose. No link yet.",
          acts: [{ do: "move", by: "assistant", to: "assistant" }],
        },
      },
      {
        by: "client",
        summary: "Proofs at Sokol Print",
        ...at(next(1, 5), "08:30", "10:00"),
        place: "Werkhof 3",
      },
      {
        by: "client",
        summary: "Studio morning",
        ...at(next(2, -20), "09:00", "12:00"),
        rule: "FREQ=WEEKLY;BYDAY=TU",
      },
      {
        by: "assistant",
        summary: "Planning, Harbour Trust",
        ...at(next(4, 6), "10:00", "11:00"),
        place: "Pilot house, upper room",
        guests: ["Per Aksel Dahl"],
        check: {
          key: "planning-check",
          by: "assistant",
          kind: "meeting-check",
          title: "Double-check · Planning, Harbour Trust",
          person: "Per Aksel Dahl",
        },
        checked: {
          by: "assistant",
          withWhom: "Per Aksel Dahl’s office",
          note: "The side entrance is open from half past nine.",
        },
      },
      {
        by: "assistant",
        summary: "Supper with the printers",
        ...at(next(5, 6), "19:00", "21:00"),
        place: "Sokol Print, the yard",
        hold: true,
      },
    ],
  };
}

/** Today, or tomorrow when it is late; never a Sunday, whose afternoons are Mira’s own. */
function coffeeDay({ next, isPast }: DemoClock): number {
  const soon = isPast("15:30") ? 1 : 0;
  return next(7, soon) === soon ? soon + 1 : soon;
}

/** Somebody of the demo as a guest: an address made of the name. */
export function guestOf(name: string, personId: string | null): EventGuest {
  return { name, email: addressOf(name), personId };
}
