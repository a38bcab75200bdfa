import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { EventInput } from "@/lib/domain/calendar/event";
import { readEvent } from "@/lib/queries/read-event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";
import { editEvent } from "@/lib/use-cases/calendar/edit-event";
import { removeEvent } from "@/lib/use-cases/calendar/remove-event";
import { claimDueCalendar } from "@/lib/use-cases/calendar-source/claim-due-calendar";
import { resolveItem } from "@/lib/use-cases/calendar-source/resolve-item";
import { booking, noWord, targetOf } from "../../support/book";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { TwoWayPhone } from "../../support/dav/two-way-phone";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const at = () => new Date();
/** Ten days ahead, whatever the day the test is run. */
const day = (days = 10) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const lunch = (said: Partial<EventInput> = {}) =>
  booking({ start: `${day()}T12:00`, end: `${day()}T13:00`, ...said });

describe("What is made here stands in Mira’s calendar too, and what she does there is done here", () => {
  let house: DavHouse;
  let door: DoorBefore;
  let scene: CalendarScene;
  let phone: TwoWayPhone;
  let id: string;
  const add = (path: string, more: { takesOurs?: boolean; isPrivate?: boolean } = {}) =>
    scene.add({
      kind: "caldav",
      address: `${door.url}${path}`,
      username: house.username,
      password: house.password,
      name: path,
      isPrivate: false,
      takesOurs: true,
      ...more,
    });
  const uids = new Map<string, string>();
  const make = async (said: Partial<EventInput> = {}) => {
    const made = must(await createEvent(scene.cast.client, { event: lunch(said), ...noWord }, at()));
    uids.set(made.id, (await seen(made.id)).uid);
    return made.id;
  };
  const seen = async (eventId: string) => {
    const event = await readEvent(scene.cast.client, eventId, null, at());
    if (event === null) throw new Error("it is not there");
    return event;
  };
  const change = async (eventId: string, said: Partial<EventInput>) => {
    const event = await seen(eventId);
    const input = { ...targetOf(event), event: { ...booking(event), ...said }, ...noWord };
    must(await editEvent(scene.cast.client, input, at()));
  };
  const remove = async (eventId: string) =>
    must(await removeEvent(scene.cast.client, targetOf(await seen(eventId)), at()));
  const uidOf = (eventId: string) => uids.get(eventId) ?? "";
  const conflicts = async () => (await scene.calendar(id)).conflictList;
  const resolve = async (side: "here" | "there") => {
    const [first] = await conflicts();
    must(await resolveItem(scene.cast.client, id, { href: first?.href ?? "", side }, at()));
    await scene.sync(id);
  };

  beforeAll(async () => {
    house = await startRadicale();
    door = await startDoorBefore(house.url);
    scene = await calendarScene();
    phone = new TwoWayPhone(house, `${house.url}/mira/office/`);
    await phone.make("Work");
    id = await add("/mira/office/");
  });
  afterAll(async () => {
    await door.stop();
    await house.stop();
  });

  test("Lunch is written there, with nobody named, and a second reading changes nothing", async () => {
    const guests = [{ name: "Noor Haddad", email: "noor@haddad.test", personId: null }];
    const lunchId = await make({ place: "Café, north", note: "One\nTwo", guests });
    expect(await scene.sync(id)).toMatchObject({ problem: null });
    const { href, text } = await phone.one(uidOf(lunchId));
    expect(href).toContain(encodeURIComponent(uidOf(lunchId)));
    expect(text).toContain("LOCATION:Café\\, north");
    expect(text).toContain("BEGIN:VTIMEZONE");
    expect(text).not.toMatch(/ATTENDEE|Noor/);

    door.asked.length = 0;
    await scene.sync(id);
    expect(door.asked.filter((line) => /^(PUT|DELETE)/.test(line))).toEqual([]);
    expect(Object.keys(await scene.events())).toEqual(["Lunch"]);
  });

  test("Nothing new is no reason to ask again; what is made here is written within a minute or so", async () => {
    const soon = new Date(Date.now() + 60_000);
    expect(must(await claimDueCalendar(scene.cast.system, soon))).toBeNull();
    await make({ summary: "Soon" });
    expect(must(await claimDueCalendar(scene.cast.system, soon))).toBe(id);
    expect(must(await claimDueCalendar(scene.cast.system, soon))).toBeNull();
  });

  test("Her phone’s alarm and colour stay on it when it is moved here; what she renames there is renamed here", async () => {
    const lunchId = await make({ summary: "Dentist" });
    await scene.sync(id);
    await phone.change(uidOf(lunchId), (text) =>
      text.replace(
        "END:VEVENT",
        "COLOR:teal\r\nX-PHONE-MOOD:calm\r\nBEGIN:VALARM\r\nACTION:DISPLAY\r\nTRIGGER:-PT10M\r\nDESCRIPTION:Go\r\nEND:VALARM\r\nEND:VEVENT",
      ),
    );
    await scene.sync(id);
    await change(lunchId, { start: `${day()}T15:00`, end: `${day()}T16:00` });
    await scene.sync(id);
    const { text } = await phone.one(uidOf(lunchId));
    for (const line of ["COLOR:teal", "X-PHONE-MOOD:calm", "TRIGGER:-PT10M"]) expect(text).toContain(line);
    expect(text).toMatch(/DTSTART;TZID=Europe\/Berlin:\d{8}T150000/);

    await phone.change(uidOf(lunchId), (one) => one.replace("SUMMARY:Dentist", "SUMMARY:The dentist"));
    await scene.sync(id);
    expect(await seen(lunchId)).toMatchObject({ summary: "The dentist", own: true });
  });

  test("What was changed on both sides comes together; changed twice, both stay and Mira chooses", async () => {
    const lunchId = await make({ summary: "Review" });
    await scene.sync(id);
    await change(lunchId, { place: "Room 4" });
    await phone.change(uidOf(lunchId), (text) => text.replace("SUMMARY:Review", "SUMMARY:Big review"));
    await scene.sync(id);
    expect(await seen(lunchId)).toMatchObject({ summary: "Big review", place: "Room 4" });
    expect((await phone.one(uidOf(lunchId))).text).toMatch(/LOCATION:Room 4/);

    for (const [side, summary] of [
      ["there", "Theirs"],
      ["here", "Ours"],
    ] as const) {
      await change(lunchId, { summary: "Ours" });
      await phone.change(uidOf(lunchId), (text) => text.replace(/SUMMARY:.*/, "SUMMARY:Theirs\r"));
      await scene.sync(id);
      expect(await conflicts()).toMatchObject([
        { fields: [{ label: "Name", here: "Ours", there: "Theirs" }] },
      ]);
      await resolve(side);
      expect(await conflicts()).toEqual([]);
      expect((await seen(lunchId)).summary).toBe(summary);
      expect((await phone.one(uidOf(lunchId))).text).toContain(`SUMMARY:${summary}`);
      await change(lunchId, { summary: "Review" });
      await scene.sync(id);
    }
  });

  test("Deleted on one side it goes on the other; deleted here and changed there, Mira is asked", async () => {
    const [mine, theirs, both] = [await make(), await make(), await make({ summary: "Kept" })];
    await scene.sync(id);
    await remove(mine);
    await phone.drop((await phone.one(uidOf(theirs))).href);
    await remove(both);
    await phone.change(uidOf(both), (text) => text.replace("SUMMARY:Kept", "SUMMARY:Kept after all"));
    await scene.sync(id);
    const uids = (await phone.lying()).map(({ uid }) => uid);
    expect(uids).not.toContain(uidOf(mine));
    await expect(seen(theirs)).rejects.toThrow("not there");
    expect(await conflicts()).toMatchObject([{ summary: "Kept after all" }]);
    await resolve("there");
    expect(Object.keys(await scene.events())).toContain("Kept after all");
  });

  test("Cut off after writing, before it was noted: it is not written twice, and nobody is asked anything", async () => {
    const before = (await phone.lying()).length;
    const lunchId = await make({ summary: "Cut off" });
    door.meddle = (asked, answer) => {
      if (asked.method !== "PUT") return false;
      void phone.save(asked.url ?? "", asked.text).then(() => answer.destroy());
      return true;
    };
    expect((await scene.sync(id)).problem).not.toBeNull();
    door.meddle = () => false;
    await change(lunchId, { summary: "Cut off and changed" });
    expect(await scene.sync(id)).toMatchObject({ problem: null });
    expect(await conflicts()).toEqual([]);
    expect((await phone.lying()).length).toBe(before + 1);
    expect((await phone.one(uidOf(lunchId))).text).toContain("SUMMARY:Cut off and changed");
  });

  test("What is private is not brought into an open calendar", async () => {
    const secret = await make({ summary: "Secret", isPrivate: true });
    await scene.sync(id);
    expect((await phone.lying()).map(({ uid }) => uid)).not.toContain(uidOf(secret));
  });

  test("Another calendar takes what is made here: it goes there, and is here once", async () => {
    const other = new TwoWayPhone(house, `${house.url}/mira/other/`);
    await other.make("Other");
    await scene.sync(id);
    const before = (await phone.lying()).map(({ uid }) => uid).sort();
    const events = await scene.events();
    const otherId = await add("/mira/other/");
    await scene.sync(id);
    expect((await other.lying()).map(({ uid }) => uid).sort()).toEqual(before);
    expect(await phone.lying()).toEqual([]);
    expect(await scene.events()).toEqual(events);

    await scene.edit(otherId, { takesOurs: false });
    await scene.sync(otherId);
    expect(await other.lying()).toHaveLength(before.length);
  });
});
