import { setImmediate as turn } from "node:timers/promises";
import { afterAll, expect, test } from "vitest";
import { closeAppDatabase } from "@/lib/data/client";
import type { Actor } from "@/lib/domain/actor";
import { readCheck } from "@/lib/queries/read-check";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { recordCheck } from "@/lib/use-cases/check/record-check";
import { booking, noWord } from "../../../support/book";
import { cast, secondWindow } from "../../../support/cast";
import { evening } from "../../../support/keep";
import { coming } from "../../../support/meet";
import { must } from "../../../support/must";
import { alter, ask, checkOf, confirmed, enter, hours } from "../../check/scene";

afterAll(closeAppDatabase);

const at = new Date("2026-12-01T10:00:00Z");
const supper = booking({ start: "2026-12-04T19:00", end: "2026-12-04T20:00" });

/** Lets so many turns of the process go by first, so that both fall between each other's steps in many ways. */
async function after<T>(turns: number, work: () => Promise<T>): Promise<T> {
  for (let n = 0; n < turns; n++) await turn();
  return work();
}

test("While Mira protects an evening, Ana books it before that or not at all", async () => {
  const ends = [];
  for (let n = 0; n < 12; n++) {
    const { client, assistant } = await cast(at);
    const [kept, booked] = await Promise.all([
      after(n % 4, () => protectTime(client, evening(), at)),
      after((n * 7) % 5, () => createEvent(assistant, { event: supper, ...noWord }, at)),
    ]);
    const { seq } = must(kept);
    if (!booked.ok) expect(booked.refusal.code).toBe("protected");
    ends.push(booked.ok ? booked.value.seq < seq : true);
  }
  expect(ends).not.toContain(false);
});

test("A meeting that moves while two confirm it is confirmed once at most, and never for a time that it has not", async () => {
  for (let n = 0; n < 8; n++) {
    const { client, assistant, system } = await cast(at);
    const noon = hours(at, 30);
    const event = await enter(client, { startsAt: noon, attendees: [coming("priya@raman.example")] }, at);
    await ask(system, hours(noon, -20));
    const { id, version } = await checkOf(client);
    const record = (who: Actor) => recordCheck(who, { id, version, ...confirmed }, at);
    const other = await secondWindow(assistant);
    const [one, two] = await Promise.all([
      after(n % 3, () => record(assistant)),
      after((n * 5) % 4, () => record(other)),
      after((n * 3) % 5, () => alter(client, event, { startsAt: hours(noon, 2) }, at)),
    ]);
    expect([one, two].filter((result) => result.ok).length).toBeLessThanOrEqual(1);
    const seen = must(await readCheck(client, id, at));
    expect(seen.startsAt).toBe(hours(noon, 2).toISOString());
    expect(seen.check).toBeNull();
  }
});
