import { describe, expect, test } from "vitest";
import { readItip } from "@/lib/adapters/calendar/itip/read-itip";
import { type ReplyParts, writeReply } from "@/lib/adapters/calendar/itip/write-reply";
import { readCalendar } from "@/lib/adapters/calendar/read-calendar";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import type { Asked } from "../../support/invitations/asked";
import { googleInvite, googleMail } from "../../support/invitations/google";

const window = { from: "2026-01-01", to: "2027-12-31", zone: "Europe/Berlin" };
const asked: Asked = {
  uid: "one@haddad.test",
  summary: "Budget review",
  startsAt: "2026-12-03T09:00:00Z",
  endsAt: "2026-12-03T09:30:00Z",
  stamp: "2026-11-24T08:00:00Z",
  organiser: { name: "Noor Haddad", address: "noor@haddad.test" },
  invitee: "mira@holt.test",
};
const read = (text: string) => readItip(new TextEncoder().encode(text), window);

describe("A message about an event", () => {
  test("that the mail carries twice is one", async () => {
    const found = await read(googleMail(asked));
    expect(found?.events.map(({ uid, method }) => [uid, method])).toEqual([["one@haddad.test", "REQUEST"]]);
    expect(found?.occurrences).toHaveLength(1);
    expect(found?.mail?.from).toEqual({ name: "Noor Haddad", address: "noor@haddad.test" });
  });

  test("has the METHOD of its calendar; else that of its part, and never one that stands inside an entry", async () => {
    const without = googleInvite(asked).replace("METHOD:REQUEST\r\n", "");
    expect((await read(googleMail(asked, without)))?.events[0]?.method).toBe("REQUEST");
    const inside = without.replace("BEGIN:VEVENT\r\n", "BEGIN:VEVENT\r\nMETHOD:CANCEL\r\n");
    expect((await read(inside))?.events[0]?.method).toBeNull();
    expect(
      (
        await read(
          googleMail(asked, googleInvite({ ...asked, method: "CANCEL" })).replace(
            "method=CANCEL",
            "method=REQUEST",
          ),
        )
      )?.events[0]?.method,
    ).toBe("CANCEL");
  });

  test("with HTML or a script in its words keeps them as words", async () => {
    const found = await read(
      googleInvite({ ...asked, summary: "<script>alert(1)</script>", description: "<b>now</b>" }),
    );
    expect(found?.events[0]).toMatchObject({
      summary: "<script>alert(1)</script>",
      description: "<b>now</b>",
    });
  });

  test("among more entries than any invitation has is not read, nor in a mail of thousands of parts", async () => {
    const entry = googleInvite(asked)
      .slice(googleInvite(asked).indexOf("BEGIN:VEVENT"))
      .replace("END:VCALENDAR\r\n", "");
    const many = Array.from({ length: 201 }, (_, n) => entry.replace("SEQUENCE:0", `SEQUENCE:${n}`)).join("");
    await expect(read(`BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${many}END:VCALENDAR\r\n`)).rejects.toThrow();
    const invitations = Array.from({ length: 21 }, (_, n) => entry.replace("UID:one", `UID:${n}`)).join("");
    await expect(
      read(`BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\n${invitations}END:VCALENDAR\r\n`),
    ).rejects.toThrow("20 invitations at once");
    const parts = "--x\r\nContent-Type: text/plain\r\n\r\nhello\r\n".repeat(1_100);
    await expect(
      read(`From: a@b.test\r\nContent-Type: multipart/mixed; boundary=x\r\n\r\n${parts}`),
    ).rejects.toThrow();
  });

  test.each(["", "Dear Mira,\n\nwill you come?", "\u0000\u0001\u0002"])(
    "is not in what is none: %j",
    async (text) => {
      const found = await read(text);
      expect(found?.events ?? []).toEqual([]);
    },
  );
});

describe("An answer that is written", () => {
  const answer: CalendarAnswer = {
    method: "REPLY",
    partstat: "ACCEPTED",
    uid: "one@haddad.test",
    recurrenceId: null,
    sequence: 3,
    summary: "Budget review",
    organiser: { name: "Noor Haddad", address: "noor@haddad.test" },
    attendee: { name: "Mira Holt", address: "mira@holt.test" },
    startsAt: "2026-12-03T09:00:00.000Z",
    endsAt: "2026-12-03T09:30:00.000Z",
    allDay: false,
    firstDay: null,
    endDay: null,
    zone: "Europe/Berlin",
    place: "Room 4",
  };
  const parts: ReplyParts = { stamp: new Date("2026-11-24T10:00:00Z"), words: "", sentBy: null };
  const written = (more: Partial<CalendarAnswer>, with_: Partial<ReplyParts> = {}) =>
    writeReply({ ...answer, ...more }, { ...parts, ...with_ });

  test.each([
    [
      "its day, of whole days",
      { local: "2026-12-10", zone: null, isDay: true },
      "RECURRENCE-ID;VALUE=DATE:20261210",
    ],
    ["UTC", { local: "2026-12-10T09:00:00", zone: "UTC", isDay: false }, "RECURRENCE-ID:20261210T090000Z"],
    [
      "its zone",
      { local: "2026-12-10T10:00:00", zone: "Europe/Berlin", isDay: false },
      "RECURRENCE-ID;TZID=Europe/Berlin:20261210T100000",
    ],
    [
      "no zone at all",
      { local: "2026-12-10T10:00:00", zone: null, isDay: false },
      "RECURRENCE-ID:20261210T100000\r\n",
    ],
  ])("names one day of a series as it was asked: by %s", (_, recurrenceId, line) => {
    expect(written({ recurrenceId })).toContain(line);
  });

  test("of whole days ends with the day after the last", () => {
    const text = written({ allDay: true, firstDay: "2026-12-03", endDay: "2026-12-05" });
    expect(text).toContain("DTSTART;VALUE=DATE:20261203\r\nDTEND;VALUE=DATE:20261205");
  });

  test("holds no line that somebody's name, address or words have begun", () => {
    const evil = 'Mira";X=1\r\nATTENDEE:mailto:evil@else.test\r\nEND:VEVENT';
    const text = written(
      { attendee: { name: evil, address: `mira@holt.test\r\n${evil}` }, summary: evil, place: evil },
      { words: evil, sentBy: `ana@holt.test\r\n${evil}` },
    );
    const lines = text.replace(/\r\n /g, "").split("\r\n");
    expect(lines.filter((line) => line.startsWith("ATTENDEE"))).toHaveLength(1);
    expect(lines.filter((line) => line === "END:VEVENT")).toHaveLength(1);
    const { events } = readCalendar(new TextEncoder().encode(text));
    expect(events).toHaveLength(1);
    expect(events[0]?.attendees).toHaveLength(1);
  });
});
