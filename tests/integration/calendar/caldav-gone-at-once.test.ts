import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readEvent } from "@/lib/queries/read-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { booking, noWord, targetOf } from "../../support/book";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { type DavHouse, startRadicale, startXandikos } from "../../support/dav/start-servers";
import { TwoWayPhone } from "../../support/dav/two-way-phone";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

describe.each([
  { server: "Radicale", start: startRadicale, path: "/mira/office/" },
  { server: "Xandikos", start: startXandikos, path: "/user/calendars/calendar/" },
])("What Mira deletes on her phone before $server was asked for news of it", ({ server, start, path }) => {
  let house: DavHouse;
  let door: DoorBefore;
  let phone: TwoWayPhone;
  let scene: CalendarScene;
  let id: string;
  const make = async (summary: string) => {
    const day = new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10);
    const event = booking({ summary, start: `${day}T12:00`, end: `${day}T13:00` });
    must(await createEvent(scene.cast.client, { event, ...noWord }, new Date()));
  };
  const rename = async (summary: string, to: string) => {
    const { client } = scene.cast;
    const seen = await readEvent(client, (await scene.events())[summary]?.id ?? "", null, new Date());
    if (!seen) throw new Error(`${summary} is not here`);
    const event = booking({ ...seen, summary: to });
    must(await editEvent(client, { ...targetOf(seen), event, ...noWord }, new Date()));
  };
  const there = async (summary: string) => {
    const found = (await phone.lying()).find(({ text }) => text.includes(`SUMMARY:${summary}`));
    if (!found) throw new Error(`${summary} does not lie there`);
    return found.href;
  };
  const here = async () => Object.keys(await scene.events()).sort();

  beforeAll(async () => {
    house = await start();
    door = await startDoorBefore(house.url);
    phone = new TwoWayPhone(house, `${house.url}${path}`);
    if (server === "Radicale") await phone.make("Work");
    scene = await calendarScene();
    const { username, password } = house;
    const how = { kind: "caldav", name: "Work", isPrivate: false, takesOurs: true } as const;
    id = await scene.add({ ...how, address: `${door.url}${path}`, username, password });
  });
  afterAll(async () => {
    await door.stop();
    await house.stop();
  });

  test("is gone here too, and what she leaves there stays on both sides", async () => {
    await make("Lunch");
    await make("Dinner");
    expect(await scene.sync(id)).toMatchObject({ problem: null });

    await phone.drop(await there("Lunch"));
    await scene.sync(id);

    expect(await here()).toEqual(["Dinner"]);
    expect(await there("Dinner")).toBeTruthy();
  });

  test("is gone here too when the whole calendar is as it was before, and is asked for once", async () => {
    await scene.sync(id);
    await make("Tea");
    await scene.sync(id);

    await phone.drop(await there("Tea"));
    await scene.sync(id);

    expect(await here()).toEqual(["Dinner"]);
    const asked: string[] = [];
    door.meddle = ({ text }) => asked.push(text) < 0;
    await scene.sync(id);
    expect(asked.join()).toContain("sync-collection");
    expect(asked.join()).not.toContain("calendar-multiget");
  });

  test("and is changed here meanwhile, is asked about", async () => {
    await make("Supper");
    await scene.sync(id);

    await phone.drop(await there("Supper"));
    await rename("Supper", "Late supper");
    await scene.sync(id);

    expect((await scene.calendar(id)).conflictList).toHaveLength(1);
  });

  test("but only was not named by its server, stays on both sides and can be changed", async () => {
    await make("Breakfast");
    await scene.sync(id);
    door.meddle = ({ text }, answer) => {
      if (!text.includes("sync-collection")) return false;
      const token = /sync-token>([^<]*)</.exec(text)?.[1] ?? "";
      answer.writeHead(207, { "content-type": "application/xml" });
      answer.end(`<multistatus xmlns="DAV:"><sync-token>${token}</sync-token></multistatus>`);
      return true;
    };
    expect(await scene.sync(id)).toMatchObject({ problem: null });
    expect(await here()).toContain("Breakfast");

    await rename("Breakfast", "Late breakfast");
    expect(await scene.sync(id)).toMatchObject({ problem: null });

    expect(await there("Late breakfast")).toBeTruthy();
    expect(await here()).toContain("Late breakfast");
  });
});
