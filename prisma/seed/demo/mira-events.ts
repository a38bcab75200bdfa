import type { EventToMake } from "../make/make-event";
import type { DemoClock } from "./demo-clock";

/** What stands in Mira Holt's calendar. */
export function miraEvents({ day, next }: DemoClock): EventToMake[] {
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
      uid: "demo-supper",
      summary: "Makers’ Supper",
      ...between(next(5, 14), "19:00", "23:00"),
      location: "The old rope walk, Aarhus",
      organiser: "Elin Sørensen",
      asks: "mira@demo.firsthand.invalid",
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
      uid: "demo-hanging",
      summary: "The spring wall",
      ...between(1, "11:00", "12:00"),
      location: "Gallery Weiss & Tochter, the back room",
      organiser: "Clara Weiss",
      guests: ["Clara Weiss", "Bram de Groot", "Helle Bruun"],
    },
    {
      uid: "demo-private",
      summary: "Doctor Quill",
      ...between(next(4, 1), "17:00", "18:00"),
      rule: "FREQ=WEEKLY;BYDAY=TH",
      isPrivate: true,
    },
  ];
}
