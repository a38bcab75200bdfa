import type { EventToMake } from "../make/make-event";
import type { DemoClock } from "./demo-clock";

/** What stands in Mira Holt's calendar. */
export function miraEvents({ day, next, isPast }: DemoClock): EventToMake[] {
  const between = (days: number, from: string, to: string) => ({
    start: `${day(days)}T${from}`,
    end: `${day(days)}T${to}`,
  });
  return [
    {
      uid: "demo-choir",
      summary: "Choir practice",
      ...between(next(3, -20), "19:30", "21:30"),
      rule: "FREQ=WEEKLY;BYDAY=WE",
      location: "Parish hall, side door",
    },
    {
      uid: "demo-family",
      summary: "Family",
      ...between(next(7, -20), "12:00", "17:00"),
      rule: "FREQ=WEEKLY;INTERVAL=2;BYDAY=SU",
    },
    {
      uid: "demo-coffee",
      summary: "Coffee with Priya Raman",
      ...between(isPast("15:30") ? 1 : 0, "16:00", "17:00"),
      description: "10:00 in Toronto.",
    },
    {
      uid: "demo-supper",
      summary: "Makers’ Supper",
      ...between(next(5, 14), "19:00", "23:00"),
      location: "The old rope walk, Aarhus",
      organiser: "Elin Sørensen",
    },
    {
      uid: "demo-ministry",
      summary: "Call, Ministry of Culture",
      ...between(next(2, 9), "14:00", "14:45"),
      organiser: "Greta Amsel",
    },
    {
      uid: "demo-board",
      summary: "Board, Harbour Trust",
      ...between(next(5, 21), "10:00", "12:00"),
      location: "Pilot house, upper room",
      organiser: "Per Aksel Dahl",
    },
    {
      uid: "demo-proofs",
      summary: "Proofs at Sokol Print",
      ...between(next(1, 5), "08:30", "10:00"),
      location: "Werkhof 3",
    },
    {
      uid: "demo-hanging",
      summary: "The spring wall",
      ...between(1, "11:00", "12:00"),
      location: "Gallery Weiss & Tochter, the back room",
      organiser: "Clara Weiss",
      guests: ["Clara Weiss", "Bram de Groot", "Helle Bruun"],
    },
    { uid: "demo-away", summary: "Away", start: day(next(4, 28)), end: day(next(4, 28) + 2) },
    {
      uid: "demo-private",
      summary: "Doctor Quill",
      ...between(next(4, 1), "17:00", "18:00"),
      rule: "FREQ=WEEKLY;BYDAY=TH",
      isPrivate: true,
    },
  ];
}
