import { describe, expect, test } from "vitest";
import { answerAgain, answerOf, type Invited, proposedFor } from "@/lib/domain/calendar/answer-of";
import { answeredRows, isAnswerTo, timeToPropose } from "@/lib/domain/calendar/answered-rows";
import { sayAnswer, sayWhich } from "@/lib/domain/calendar/say-answer";

const invited: Invited = {
  uid: "one@haddad.test",
  recurrenceId: { local: "2026-12-03T10:00:00", zone: "Europe/Berlin", isDay: false },
  sequence: 1,
  summary: "Weekly",
  organiser: { name: "Noor Haddad", address: "noor@haddad.test" },
  attendee: { name: "Mira Okafor", address: "mira@okafor.test" },
  startsAt: "2026-12-03T09:00:00.000Z",
  endsAt: "2026-12-03T09:30:00.000Z",
  allDay: false,
  firstDay: null,
  endDay: null,
  zone: "Europe/Berlin",
  place: "",
};
const slot = { startsAt: "2026-12-04T13:00:00.000Z", endsAt: "2026-12-04T13:30:00.000Z" };
const days = { startsAt: "2026-12-07T23:00:00.000Z", endsAt: "2026-12-09T23:00:00.000Z" };

describe("Another time of a series is proposed for", () => {
  const at = new Date("2026-12-03T09:10:00Z");
  const going = { name: "going on", startsAt: new Date("2026-12-03T09:00:00Z") };
  const next = { name: "next", startsAt: new Date("2026-12-10T09:00:00Z") };
  const later = { name: "later", startsAt: new Date("2026-12-17T09:00:00Z") };
  test.each([
    ["the next time", [next, later], "next"],
    ["the next, while one is going on", [going, next], "next"],
    ["what is going on, where it is the last", [going], "going on"],
    ["nothing, where nothing comes", [], undefined],
  ])("%s", (_, coming, name) => {
    expect(timeToPropose(coming, at)?.name).toBe(name);
  });

  test("no day that is called off or was answered by itself", () => {
    const row = (recurrenceId: string, status: string, answer: "needs-action" | "declined") => ({
      recurrenceId,
      status,
      answer,
    });
    const series = [
      row("", "", "needs-action"),
      row("moved", "", "needs-action"),
      row("declined", "", "declined"),
      row("off", "CANCELLED", "needs-action"),
    ];
    expect(answeredRows(series).map(({ recurrenceId }) => recurrenceId)).toEqual(["", "moved"]);
  });
});

describe("Which time is meant", () => {
  test.each([
    ["in the zone of the series", "2026-12-03T10:00:00", "Europe/Berlin", false, "Thu 3 Dec, 10:00"],
    ["in UTC", "2026-12-03T09:00:00", "UTC", false, "Thu 3 Dec, 10:00"],
    ["in a zone of elsewhere", "2026-12-03T19:00:00", "America/New_York", false, "Fri 4 Dec, 01:00"],
    ["on nobody’s clock", "2026-12-03T09:00:00", null, false, "Thu 3 Dec, 09:00"],
    ["as a day", "2026-12-03", null, true, "Thu 3 Dec"],
  ])("%s is said on the wall of here", (_, local, zone, isDay, said) => {
    expect(sayWhich({ local, zone, isDay }, "Europe/Berlin")).toBe(said);
  });

  test("is said of a proposal alone, and not of what happens once", () => {
    const who = { client: "Mira Okafor", answeredBy: null, zone: "UTC" };
    expect(sayAnswer(answerOf(invited, "counter", slot), who)).toBe(
      "Mira Okafor proposes another time for “Weekly” on Thu 3 Dec, 10:00, for that one time only: Fri 4 Dec, 14:00–14:30 (Europe/Berlin)",
    );
    expect(sayAnswer(answerOf({ ...invited, recurrenceId: null }, "counter", slot), who)).toBe(
      "Mira Okafor proposes another time for “Weekly”: Fri 4 Dec, 14:00–14:30 (Europe/Berlin)",
    );
    expect(sayAnswer(answerOf(invited, "accepted", null), who)).toBe(
      "Mira Okafor accepts “Weekly”, Thu 3 Dec, 10:00–10:30 (Europe/Berlin)",
    );
  });
});

describe("What is proposed", () => {
  test.each([
    ["is a time for a time", false, slot, null],
    ["is a time for a time, though it goes from midnight to midnight", false, days, null],
    ["is whole days for whole days", true, days, "2026-12-08 2026-12-10"],
    ["is a time for whole days, where one is chosen", true, slot, null],
  ])("%s", (_, allDay, chosen, said) => {
    const answer = answerOf(invited, "counter", proposedFor({ allDay }, chosen, "Europe/Berlin"));
    expect(answer.allDay).toBe(said !== null);
    expect(answer.firstDay && `${answer.firstDay} ${answer.endDay}`).toBe(said);
    expect(answerAgain(answer, { ...invited, sequence: 2 })).toEqual({ ...answer, sequence: 2 });
  });
});

describe("An answer is to what was asked when it was given, whatever came while it was on its way:", () => {
  const reply = answerOf(invited, "accepted", null);
  const counter = answerOf(invited, "counter", slot);
  const time = { startsAt: "2026-12-03T09:00:00Z", endsAt: "2026-12-03T09:30:00Z" };
  const asked = { sequence: 1, isRepeating: false, time };
  test.each([
    ["what is as it was", reply, asked, true],
    ["what has changed its words alone", reply, { ...asked, sequence: 2 }, true],
    ["what moved", reply, { ...asked, sequence: 2, time: slot }, false],
    ["what moved under the number it had", reply, { ...asked, time: slot }, false],
    ["what is longer now", reply, { ...asked, time: { ...time, endsAt: "2026-12-03T10:30:00Z" } }, false],
    ["what has no time any more", reply, { ...asked, time: null }, false],
    ["a series as it was, whenever it is next", reply, { ...asked, isRepeating: true, time: slot }, true],
    ["a series that changed", reply, { ...asked, isRepeating: true, sequence: 2 }, false],
    ["what another time is proposed for", counter, asked, true],
    ["what changed before the proposal was there", counter, { ...asked, sequence: 2 }, false],
  ])("%s", (_, answer, entry, isIt) => {
    expect(isAnswerTo(answer, entry)).toBe(isIt);
  });
});
