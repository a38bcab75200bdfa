import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { makePerson } from "@/prisma/seed/make/make-person";
import { makeTask } from "@/prisma/seed/make/make-task";
import { booking, noWord } from "../../support/book";
import { newAddress, readAddress } from "../../support/calendar/elsewhere";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date();
const soon = (days: number) => new Date(at.getTime() + days * 86_400_000).toISOString().slice(0, 10);

async function lunch(actor: Actor, said: Parameters<typeof booking>[0] = {}, word = noWord) {
  const [start, end] = [`${soon(3)}T12:00`, `${soon(3)}T13:00`];
  return must(await createEvent(actor, { event: booking({ start, end, ...said }), ...word }, at));
}

describe("Whoever reads a feed", () => {
  test("sees what is private as busy and not a word of it, whoever made the feed and whatever it is of", async () => {
    const { client, assistant } = await cast(at);
    const secretWord = "Cardamom";
    const hidden = await makePerson(
      client,
      {
        name: `${secretWord} Person`,
        isPrivate: true,
        dates: [{ kind: "birthday", label: secretWord, month: 12, day: 6, year: 1986, leadDays: 3 }],
      },
      at,
    );
    await makeTask(
      client,
      { title: `${secretWord} task`, isPrivate: true, dueAt: new Date(`${soon(2)}T09:00:00Z`) },
      at,
    );
    await makeTask(
      client,
      { title: `${secretWord} gift`, personId: hidden, dueAt: new Date(`${soon(2)}T09:00:00Z`) },
      at,
    );
    await makeTask(
      client,
      {
        kind: "scheduled-post",
        title: `${secretWord} post`,
        isPrivate: true,
        dueAt: new Date(`${soon(4)}T08:00:00Z`),
      },
      at,
    );
    const mail = `${secretWord.toLowerCase()}@example.org`;
    await lunch(client, {
      summary: `${secretWord} doctor`,
      place: secretWord,
      note: secretWord,
      link: `https://${mail.replace("@", ".")}/`,
      isPrivate: true,
    });
    await lunch(client, {
      summary: "Lunch",
      note: `Ask ${secretWord}`,
      guests: [{ name: `${secretWord} Guest`, email: mail, personId: null }],
    });

    const feeds = [
      await newAddress(client),
      await newAddress(client, "birthdays"),
      await newAddress(client, "assistant", assistant.userId),
      await newAddress(assistant, "assistant"),
    ];
    const texts = await Promise.all(feeds.map(readAddress));
    for (const text of texts) expect(text).not.toMatch(/cardamom|ATTENDEE|ORGANIZER|mailto/i);
    expect(texts.map((text) => text.split("SUMMARY:Busy").length - 1)).toEqual([2, 0, 2, 2]);
    const busy =
      /BEGIN:VEVENT\r\nUID:busy-[0-9a-f]{32}@firsthand\r\nDTSTAMP:\d{8}T\d{6}Z\r\nSEQUENCE:0\r\nDTSTART;TZID=Europe\/Berlin:\d{8}T\d{6}\r\nDTEND;TZID=Europe\/Berlin:\d{8}T\d{6}\r\nSUMMARY:Busy\r\nEND:VEVENT/;
    expect(texts[0]).toMatch(busy);
    const uids = texts.map((text) => /UID:(busy-\w+)/.exec(text)?.[1]).filter(Boolean);
    expect(new Set(uids).size, "two feeds cannot be laid side by side").toBe(uids.length);
  });

  test("of birthdays sees those, every year, and nothing else", async () => {
    const { client } = await cast(at);
    await lunch(client);
    const day = (
      kind: "birthday" | "other",
      label: string,
      month: number,
      day: number,
      year: number | null,
    ) => [{ kind, label, month, day, year, leadDays: 3 }];
    await makePerson(client, { name: "Noor Haddad", dates: day("birthday", "", 12, 6, 1986) }, at);
    await makePerson(client, { name: "Ida Lind", dates: day("birthday", "", 2, 29, null) }, at);
    await makePerson(client, { name: "Joon Park", dates: day("other", "Concert", 3, 31, 2031) }, at);
    const text = await readAddress(await newAddress(client, "birthdays"));
    const said = text.split("\r\n").filter((line) => /^(SUMMARY|DTSTART|RRULE|DESCRIPTION)/.test(line));
    expect(said).toEqual([
      "DTSTART;VALUE=DATE:20000229",
      "RRULE:FREQ=YEARLY;BYMONTHDAY=-1;BYMONTH=2",
      "SUMMARY:Birthday: Ida Lind",
      "DTSTART;VALUE=DATE:20310331",
      "RRULE:FREQ=YEARLY;BYMONTHDAY=31;BYMONTH=3",
      "SUMMARY:Concert: Joon Park",
      "DESCRIPTION:Since 2031.",
      "DTSTART;VALUE=DATE:20001206",
      "RRULE:FREQ=YEARLY;BYMONTHDAY=6;BYMONTH=12",
      "SUMMARY:Birthday: Noor Haddad",
      "DESCRIPTION:Born in 1986.",
    ]);
  });

  test("sees what waits for the client as tentative, what leaves one free as free, and nothing of what is done with it", async () => {
    const { client, assistant } = await cast(at);
    const hours = {
      title: "Evening",
      firstOn: soon(3),
      allDay: false,
      from: "18:00",
      minutes: 240,
      zone: "Europe/Berlin",
      rule: "",
      exceptOn: [],
    };
    must(await protectTime(client, hours, at));
    await lunch(
      assistant,
      { summary: "Supper", start: `${soon(3)}T19:00`, end: `${soon(3)}T20:00`, note: "Bring a book" },
      { overProtected: false, hold: true },
    );
    await lunch(client, {
      summary: "Maybe",
      isFree: true,
      place: "Quay 4; harbour",
      link: "https://meet.example.org/a,b",
    });
    const text = await readAddress(await newAddress(client));
    const entry = (title: string) =>
      text.split("BEGIN:VEVENT").find((one) => one.includes(`SUMMARY:${title}`)) ?? "";
    expect(entry("Supper")).toContain("STATUS:TENTATIVE");
    expect(entry("Supper")).not.toContain("book");
    expect(entry("Maybe")).toContain("TRANSP:TRANSPARENT");
    expect(entry("Maybe")).toContain("LOCATION:Quay 4\\; harbour\r\nURL:https://meet.example.org/a,b\r\n");
    expect(entry("Evening")).not.toContain("TRANSP");
  });
});
