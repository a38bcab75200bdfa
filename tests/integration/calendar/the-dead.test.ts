import { describe, expect, test } from "vitest";
import { chipSentence, lookOf } from "@/components/calendar/looks";
import type { Actor } from "@/lib/domain/actor";
import { readCalendar } from "@/lib/queries/read-calendar";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { markDied } from "@/lib/use-cases/person/mark-died";
import { newAddress, readAddress } from "../../support/calendar/elsewhere";
import { cast } from "../../support/cast";
import { must } from "../../support/must";

const at = new Date("2026-11-22T10:00:00Z");

/** Somebody born in December, who died in 2022. */
async function bury(client: Actor, name: string, day: number, isRemembered: boolean): Promise<void> {
  const birthday = { kind: "birthday", label: "", month: 12, day, year: 1935, leadDays: 30 } as const;
  const wedding = { ...birthday, kind: "anniversary", label: "Wedding", day: day + 10, year: 1960 } as const;
  const { id } = must(await addPerson(client, { name, dates: [birthday, wedding] }, at));
  must(await markDied(client, { id, version: 1 }, { diedOn: "2022-11-07", isRemembered }, at));
}

async function decemberOf(actor: Actor, year: number) {
  const { entries } = must(await readCalendar(actor, `${year}-12-01`, `${year + 1}-01-01`, at));
  return entries;
}

describe("Whoever has died", () => {
  test("is congratulated by no calendar; where it is wished, their birthday is a quiet line without an age", async () => {
    const { client, assistant } = await cast(at);
    await bury(client, "Edith Holt", 4, true);
    await bury(client, "Arne Lind", 5, false);

    for (const actor of [client, assistant]) {
      const [line, ...more] = await decemberOf(actor, 2026);
      expect(more).toEqual([]);
      expect(line).toMatchObject({ type: "day", kind: "remembrance", firstDay: "2026-12-04", years: null });
      expect(line && [lookOf(line), chipSentence(line)]).toEqual([
        "remembered",
        expect.stringMatching(/^Remembrance: the birthday of Edith Holt/),
      ]);
    }
    expect(await decemberOf(client, 2021), "they lived then").toEqual([]);
    expect(await decemberOf(client, 2022)).toHaveLength(1);
  });

  test("is told by no feed as if they lived", async () => {
    const { client } = await cast(at);
    await bury(client, "Edith Holt", 4, true);
    await bury(client, "Arne Lind", 5, false);
    const text = await readAddress(await newAddress(client, "birthdays"));
    const said = text.split("\r\n").filter((line) => /^(SUMMARY|DTSTART|RRULE|DESCRIPTION)/.test(line));
    expect(said).toEqual([
      "DTSTART;VALUE=DATE:20221204",
      "RRULE:FREQ=YEARLY;BYMONTHDAY=4;BYMONTH=12",
      "SUMMARY:Remembrance: the birthday of Edith Holt",
    ]);
  });
});
