import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { addDaysOff } from "@/lib/use-cases/away/add-days-off";
import { makeFeed } from "@/lib/use-cases/calendar/make-feed";
import { protectTime } from "@/lib/use-cases/calendar/protect-time";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { makeDesk } from "@/prisma/seed/make/make-desk";
import { signIn } from "@/prisma/seed/make/make-session";
import { makeTask } from "@/prisma/seed/make/make-task";
import { makeUser } from "@/prisma/seed/make/make-user";
import { askFeed, onOurScreen, serveFeeds, startsOnly, yearsAround } from "../../support/calendar/elsewhere";
import { ENTRIES, TWELVE_ZONES, weeklyIn } from "../../support/calendar/many-entries";
import { readWithPython, withReaders } from "../../support/calendar/readers";
import { cast } from "../../support/cast";
import { must } from "../../support/must";
import { confirm, file, preview } from "../import/files";

const at = new Date("2026-11-25T09:00:00Z");
let elsewhere: Awaited<ReturnType<typeof serveFeeds>>;
beforeAll(async () => {
  elsewhere = await serveFeeds();
});
afterAll(() => elsewhere.stop());

async function bring(actor: Actor, ics: string): Promise<void> {
  await confirm(actor, (await preview(actor, [file("calendar.ics", ics)], at)).id, at);
}

/** A desk with a bit of everything, in which the client has things that are nobody else's. */
async function fullDesk(client: Actor): Promise<void> {
  await bring(client, ENTRIES);
  const day = (
    name: string,
    month: number,
    day: number,
    year: number | null,
    kind: "birthday" | "other" = "birthday",
  ) =>
    addPerson(
      client,
      { name, dates: [{ kind, label: kind === "other" ? "Concert" : "", month, day, year, leadDays: 7 }] },
      at,
    );
  must(await day("Noor Haddad", 12, 6, 1986));
  must(await day("Ida Lind", 2, 29, 1992));
  must(await day("Joon Park", 3, 31, null, "other"));
  must(await day("Baby Weber", 8, 1, 2028));
  const hours = {
    title: "Evenings",
    allDay: false,
    from: "18:00",
    minutes: 300,
    zone: "Europe/Berlin",
    exceptOn: ["2026-12-04"],
  };
  must(
    await protectTime(
      client,
      { ...hours, firstOn: "2026-11-02", rule: "FREQ=WEEKLY;BYDAY=TU,FR;UNTIL=20280630" },
      at,
    ),
  );
  must(
    await protectTime(
      client,
      {
        ...hours,
        title: "",
        allDay: true,
        from: "00:00",
        minutes: 2880,
        firstOn: "2027-07-03",
        rule: "",
        exceptOn: [],
      },
      at,
    ),
  );
  must(await addDaysOff(client, { fromOn: "2027-05-01", toOn: "2027-05-09", label: "Island" }));
  const post = {
    kind: "scheduled-post",
    title: "Post: the book is out",
    dueAt: new Date("2026-12-10T08:00:00Z"),
  } as const;
  await makeTask(client, post, at);
  await makeTask(
    client,
    { kind: "other", title: "Call the bank", dueAt: new Date("2026-12-01T23:30:00Z") },
    at,
  );
}

describe("A calendar that is read elsewhere shows what our own screen shows", () => {
  test("over five years, by python3-icalendar, vdirsyncer and khal, without a word of complaint", {
    timeout: 300_000,
  }, async () => {
    const { client, assistant } = await cast(at);
    const { zone } = client.workspace;
    await fullDesk(client);
    const { secret } = must(await makeFeed(client, { name: "My phone", scope: "all", forUser: null }));
    const { from, to } = yearsAround(at, zone, 1, 4);
    const ours = (await onOurScreen(assistant, from, to, at)).sort();
    expect(ours.length).toBeGreaterThan(2500);

    const text = await (await askFeed(secret)).text();
    expect((await readWithPython(text, from, to, zone)).sort()).toEqual(ours);

    await withReaders(zone, async (home) => {
      await home.fetch(`${elsewhere.url}/${secret}.ics`);
      expect(startsOnly(await home.list(from, to))).toEqual(startsOnly(ours));
    });
  });

  test.each(TWELVE_ZONES)("on a desk in %s, across both clock changes", async (zone) => {
    const slug = zone.toLowerCase().replace(/[^a-z]/g, "-");
    const mira = await makeUser("Mira Holt", `${slug}@test.invalid`, at);
    const desk = await makeDesk({
      slug,
      name: "Mira’s desk",
      founder: mira,
      zone,
    });
    const client = await signIn(mira.id, desk.slug, new Date());
    await bring(client, weeklyIn(zone));
    must(
      await addPerson(
        client,
        {
          name: "Ida Lind",
          dates: [{ kind: "birthday", label: "", month: 2, day: 29, year: 1992, leadDays: 7 }],
        },
        at,
      ),
    );
    const { secret } = must(await makeFeed(client, { name: "My phone", scope: "all", forUser: null }));
    const { from, to } = yearsAround(at, zone, 1, 4);
    const text = await (await askFeed(secret)).text();
    expect((await readWithPython(text, from, to, zone)).sort()).toEqual(
      (await onOurScreen(client, from, to, at)).sort(),
    );
  });
});
