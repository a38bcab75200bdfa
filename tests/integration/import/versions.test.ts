import { describe, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { calendar, confirm, file, preview, takeBack } from "./files";

const at = new Date("2026-11-22T10:00:00Z");

/** A supper, at this hour of 11 December. */
function supper(hour: number, ...more: string[]): string[] {
  const start = `DTSTART:20261211T${String(hour).padStart(2, "0")}0000Z`;
  return ["UID:supper@haddad.test", "SUMMARY:Supper", start, "DURATION:PT2H", ...more];
}

async function hoursOf(actor: Actor): Promise<number[]> {
  const times = must(
    await readAs(actor, (tx) =>
      tx.event.findMany({ where: { removedAt: null }, include: { occurrences: true } }),
    ),
  );
  return times.flatMap(({ occurrences }) => occurrences.map(({ startsAt }) => startsAt.getUTCHours()));
}

describe("The same entry in several versions", () => {
  test.each([
    ["by its sequence", supper(18, "SEQUENCE:2"), supper(17, "SEQUENCE:0")],
    ["by its stamp", supper(18, "DTSTAMP:20261120T090000Z"), supper(17, "DTSTAMP:20261101T090000Z")],
  ])("is the newest one, %s, wherever it stands in the file", async (_, newer, older) => {
    for (const entries of [
      [newer, older],
      [older, newer],
    ]) {
      const { client } = await cast(at);
      const dry = await preview(client, [file("a.ics", calendar(null, ...entries))], at);
      expect(dry.rows.map(({ outcome }) => outcome)).toEqual(
        entries.map((one) => (one === newer ? "make" : "skip")),
      );
      expect(dry.rows.find(({ outcome }) => outcome === "skip")?.why).toBe(
        "A newer version of it comes in the same file.",
      );
      await confirm(client, dry.id, at);
      expect(await hoursOf(client)).toEqual([18]);
    }
  });

  test("that was called off in the same file is not put on the calendar", async () => {
    const { client } = await cast(at);
    const asked = calendar("REQUEST", supper(18, "SEQUENCE:0", "ORGANIZER;CN=Noor:mailto:noor@haddad.test"));
    const off = calendar("CANCEL", supper(18, "SEQUENCE:1", "ORGANIZER;CN=Noor:mailto:noor@haddad.test"));
    const dry = await preview(client, [file("a.ics", asked + off)], at);
    expect(dry.counts).toMatchObject({ events: { make: 0 }, invitations: 0 });
    await confirm(client, dry.id, at);
    expect(await hoursOf(client)).toEqual([]);
  });
});

describe("What comes twice", () => {
  test("stays away with its first line, when Mira leaves that out", async () => {
    const { client } = await cast(at);
    const dry = await preview(client, [file("a.ics", calendar(null, supper(18), supper(18)))], at);
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(["make", "skip"]);
    await confirm(client, dry.id, at, { leaveOut: [0] });
    expect(await hoursOf(client)).toEqual([]);
  });

  test("in two long files is what the dry run said, and goes with its import", async () => {
    const { client } = await cast(at);
    const others = Array.from({ length: 200 }, (_, n) => [`UID:${n}@x.test`, "DTSTART:20270101T100000Z"]);
    const files = [
      file("a.ics", calendar(null, supper(18), ...others)),
      file("b.ics", calendar(null, supper(17))),
    ];
    const dry = await preview(client, files, at);
    const done = await confirm(client, dry.id, at);
    expect(done.counts.events).toEqual(dry.counts.events);
    expect(await hoursOf(client)).toContain(18);
    expect(await hoursOf(client)).not.toContain(17);
    const undone = await takeBack(client, dry.id, at);
    expect(undone.counts.stayed).toBe(0);
    expect(await hoursOf(client)).toEqual([]);
  });
});

describe("An answer to what is not in the calendar", () => {
  test.each(["REPLY", "COUNTER"])("(%s) puts nothing there", async (method) => {
    const { client } = await cast(at);
    const said = supper(
      18,
      "ORGANIZER:mailto:mira@haddad.test",
      "ATTENDEE;PARTSTAT=DECLINED:mailto:noor@haddad.test",
    );
    const dry = await preview(client, [file("reply.ics", calendar(method, said))], at);
    expect(dry.rows.map(({ outcome, why }) => [outcome, why])).toEqual([
      ["skip", "It is said about something that is not in the calendar."],
    ]);
    await confirm(client, dry.id, at);
    expect(await hoursOf(client)).toEqual([]);
  });

  test("leaves the request beside it what it is", async () => {
    const { client } = await cast(at);
    const guest = "ATTENDEE;PARTSTAT=DECLINED:mailto:noor@haddad.test";
    const reply = calendar("REPLY", supper(18, "SEQUENCE:3", "ORGANIZER:mailto:mira@haddad.test", guest));
    const dry = await preview(client, [file("a.ics", reply + calendar("REQUEST", supper(18)))], at);
    expect(dry.rows.map(({ outcome }) => outcome)).toEqual(["skip", "make"]);
  });
});
