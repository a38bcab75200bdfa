import type { DemoClock } from "./demo-clock";
import { type DemoTask, message } from "./demo-task";
import type { DemoPerson } from "./mira-people";

/** The people in Jonas Weber's life: a second client of Ana's, so that the switcher has something to switch to. */
export function jonasPeople({ yearly }: DemoClock): DemoPerson[] {
  return [
    {
      name: "Marlene Weber",
      circle: "inner",
      born: yearly(5, 71),
      howMet: "Mother.",
      careful: "Sunday at six, or she worries.",
    },
    { name: "Arvid Nilsson", circle: "friends", born: yearly(50, 55), howMet: "Climbing, Dolomites 2003." },
    {
      name: "Teresa Klein",
      circle: "professional",
      organization: "Klein & Partner",
      howMet: "Read his first contract.",
    },
    { name: "Hugo Maas", circle: "wider", howMet: "Trains the same evening." },
  ];
}

export function jonasTasks({ on, allDay, hoursAgo, next }: DemoClock): DemoTask[] {
  return [
    {
      key: "arvid",
      by: "assistant",
      kind: "personal-reply",
      title: "Reply to Arvid Nilsson",
      person: "Arvid Nilsson",
      receivedAt: hoursAgo(8),
      message: message(
        "Knee says yes, head says maybe. The north face in June?",
        "Arvid Nilsson",
        "WhatsApp",
      ),
    },
    {
      key: "klein",
      by: "assistant",
      kind: "meeting-check",
      title: "Double-check · Teresa Klein, contract",
      person: "Teresa Klein",
      dueAt: on(next(2, 2), "11:00"),
      fields: {
        startsAt: on(next(2, 2), "11:00").toISOString(),
        otherSide: "Teresa Klein",
        place: "Her office, third floor",
      },
      acts: [{ do: "move", by: "assistant", to: "assistant" }],
    },
    {
      key: "mother",
      by: "client",
      kind: "keep-in-touch",
      title: "Call Marlene on Sunday",
      person: "Marlene Weber",
      dueAt: on(next(7), "18:00"),
      fields: { everyDays: 7 },
      repeat: { rule: "FREQ=WEEKLY;BYDAY=SU", from: "calendar" },
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "maas",
      by: "assistant",
      kind: "follow-request",
      title: "Follow request · Hugo Maas",
      person: "Hugo Maas",
      receivedAt: hoursAgo(40),
      fields: { service: "LinkedIn", handle: "@hugo.maas" },
    },
    {
      key: "hut",
      by: "client",
      kind: "other",
      title: "Book the hut for June",
      tag: "delegable",
      dueAt: allDay(20),
      dueAllDay: true,
      acts: [{ do: "move", by: "assistant", to: "waiting" }],
    },
    {
      key: "club",
      by: "assistant",
      kind: "event-invite",
      title: "Invitation · Evening of the alpine club",
      receivedAt: hoursAgo(60),
      acts: [{ do: "decline", by: "assistant", note: "Jonas is away that week." }],
    },
  ];
}
