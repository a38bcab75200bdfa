import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { hoursAhead, PhoneCalendar, vcalendar, vevent } from "../../support/dav/phone-calendar";
import { type DavHouse, startRadicale, startXandikos } from "../../support/dav/start-servers";
import { setSettings } from "../../support/settings";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const at = (hours: number) => [`DTSTART:${hoursAhead(hours)}`, `DTEND:${hoursAhead(hours + 1)}`];
const one = (uid: string, summary: string, ...more: string[]) =>
  vcalendar(vevent(uid, summary, ...(more.length > 0 ? more : at(48))));
const weekly = [...at(24), "RRULE:FREQ=WEEKLY;COUNT=5"];

describe("Mira keeps her calendar on a Radicale", () => {
  let house: DavHouse;
  let door: DoorBefore;
  let scene: CalendarScene;
  let phone: PhoneCalendar;
  let id: string;
  const signIn = () => ({ username: house.username, password: house.password });
  beforeAll(async () => {
    house = await startRadicale();
    door = await startDoorBefore(house.url);
    scene = await calendarScene();
    phone = new PhoneCalendar(house, `${house.url}/mira/office/`);
    await phone.make("Work");
    await new PhoneCalendar(house, `${house.url}/mira/todo/`).make("To do", ["VTODO"]);
    await phone.put("board", one("board@phone.test", "Board", ...at(48), "LOCATION:Room 4"));
    await phone.put("choir", one("choir@phone.test", "Choir", ...weekly));
  });
  afterAll(async () => {
    await door.stop();
    await house.stop();
  });

  test("It is found by the server's address alone; what holds only tasks is no calendar", async () => {
    expect(await scene.look(door.url, signIn())).toEqual({
      feed: null,
      calendars: [{ url: `${door.url}/mira/office/`, name: "Work", isWritable: true }],
    });
  });

  test("Its entries come, whole series by series, and nothing is written there", async () => {
    id = await scene.add({
      kind: "caldav",
      address: `${door.url}/mira/office/`,
      ...signIn(),
      name: "Work",
      isPrivate: false,
      takesOurs: false,
    });
    expect(await scene.events()).toMatchObject({
      Board: { location: "Room 4", calendar: "Work", times: { length: 1 } },
      Choir: { times: { length: 5 } },
    });
    const verbs = new Set(door.asked.map((line) => line.split(" ")[0]));
    expect([...verbs].sort()).toEqual(["PROPFIND", "REPORT"]);
  });

  test("One moved time, one left out, and the end of it: what the phone does to a series is done here", async () => {
    const [moved, out] = [hoursAhead(24 + 7 * 24), hoursAhead(24 + 14 * 24)];
    const series = vevent("choir@phone.test", "Choir", ...weekly, `EXDATE:${out}`);
    const other = vevent(
      "choir@phone.test",
      "Choir in the hall",
      `RECURRENCE-ID:${moved}`,
      `DTSTART:${hoursAhead(26 + 7 * 24)}`,
      "DURATION:PT1H",
    );
    await phone.put("choir", vcalendar(series, other));
    await scene.sync(id);
    expect(await scene.events()).toMatchObject({
      Choir: { times: { length: 3 } },
      "Choir in the hall": { times: { length: 1 } },
    });

    await phone.put("choir", one("choir@phone.test", "Choir", ...weekly));
    await scene.sync(id);
    const events = await scene.events();
    expect(events.Choir?.times).toHaveLength(5);
    expect(events["Choir in the hall"]).toBeUndefined();
  });

  test("Moved “from now on”, the later times have the new hour and name", async () => {
    const from = hoursAhead(24 + 14 * 24);
    const series = vevent("choir@phone.test", "Choir", ...weekly);
    const later = vevent(
      "choir@phone.test",
      "Late choir",
      `RECURRENCE-ID;RANGE=THISANDFUTURE:${from}`,
      `DTSTART:${hoursAhead(27 + 14 * 24)}`,
      "DURATION:PT1H",
    );
    await phone.put("choir", vcalendar(series, later));
    await scene.sync(id);
    expect(await scene.events()).toMatchObject({
      Choir: { times: { length: 2 } },
      "Late choir": { times: { length: 3 } },
    });
  });

  test("What is renamed on the server stays the same entry; what is deleted there is off the calendar", async () => {
    const { Board: before } = await scene.events();
    await phone.remove("board");
    await phone.put("board-2", one("board@phone.test", "Board", ...at(48), "LOCATION:Room 4"));
    await phone.remove("choir");
    await scene.sync(id);
    const events = await scene.events();
    expect(Object.keys(events)).toEqual(["Board"]);
    expect(events.Board?.id).toBe(before?.id);
  });

  test("An object that nobody can read is named, and the others come", async () => {
    door.meddle = ({ text }, answer) => {
      if (!text.includes("calendar-multiget")) return false;
      const thing = (name: string, data: string) =>
        `<D:response><D:href>/mira/office/${name}.ics</D:href><D:propstat><D:prop><D:getetag>"9"</D:getetag><C:calendar-data>${data}</C:calendar-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
      answer.writeHead(207, { "content-type": "application/xml" });
      answer.end(
        `<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">${thing("bad", "no calendar at all")}${thing("walk", one("walk@phone.test", "Walk"))}</D:multistatus>`,
      );
      return true;
    };
    await phone.put("bad", one("bad@phone.test", "Bad"));
    await phone.put("walk", one("walk@phone.test", "Walk"));
    await scene.sync(id);
    door.meddle = () => false;
    expect(Object.keys(await scene.events())).toEqual(["Board", "Walk"]);
    const { unreadList } = await scene.calendar(id);
    expect(unreadList).toEqual([{ href: "/mira/office/bad.ics", why: "There is no event in it." }]);
    await scene.sync(id);
    expect(Object.keys(await scene.events())).toEqual(["Bad", "Board", "Walk"]);
  });

  test("A server that has forgotten its token, or knows none, is read from the start, and nothing comes twice", async () => {
    const before = await scene.events();
    for (const isForgotten of [true, false]) {
      door.meddle = ({ text }, answer) => {
        if (!(isForgotten ? /<D:sync-token>[^<]/ : /sync-collection/).test(text)) return false;
        answer.writeHead(isForgotten ? 403 : 501, { "content-type": "application/xml" });
        answer.end('<error xmlns="DAV:"><valid-sync-token/></error>');
        return true;
      };
      await scene.sync(id);
      expect(await scene.events()).toEqual(before);
    }
    door.asked.length = 0;
    await scene.sync(id);
    expect(door.asked.filter((line) => line.startsWith("PROPFIND"))).toHaveLength(1);
    door.meddle = () => false;
  });

  test("A server that sends us elsewhere gets no password there", async () => {
    const other = await startDoorBefore(house.url);
    door.meddle = (_, answer) => {
      answer.writeHead(301, { location: `${other.url}/mira/office/` }).end();
      return true;
    };
    expect((await scene.sync(id)).problem).toContain(`sends us on to ${other.url}`);
    expect(other.asked).toEqual([]);
    door.meddle = () => false;
    await other.stop();
  });

  test("A slow server is given up in words, and a wrong password is said and mended", async () => {
    door.meddle = () => true;
    const done = await scene.sync(id, scene.cast.client, 300);
    expect(done.problem).toContain("did not answer in time");
    door.meddle = () => false;
    expect(await scene.edit(id, { password: "a wrong one" })).toMatchObject({
      code: "invalid",
      fields: { password: expect.stringContaining("does not take this user name and password") },
    });
    await scene.spoilSeal(id);
    expect((await scene.sync(id)).problem).toContain("type them again");
    const again = { address: `${door.url}/mira/office/`, password: house.password };
    expect(await scene.edit(id, again)).toMatchObject({ id });
    expect(await scene.sync(id)).toMatchObject({ problem: null });
    expect(await scene.calendar(id)).toMatchObject({ state: "in-step", lastError: "" });
  });

  test("To Ana it is a name and how it stands; where it is kept is Mira's", async () => {
    const { assistant } = scene.cast;
    expect(await scene.calendarsOf(assistant)).toMatchObject([{ name: "Work", host: null, username: null }]);
    expect(await scene.step(id, true, assistant)).toMatchObject({ refusal: { code: "only-client" } });
    expect(await scene.edit(id, { name: "Mine" }, assistant)).toMatchObject({ code: "only-client" });
    expect(await scene.history(assistant)).not.toMatch(/127\.0\.0\.1|blue-heron/);
    expect(await scene.history()).not.toMatch(/blue-heron|sealed/);
  });

  test("A calendar of 300 entries comes whole, in steps, by a job as well", async () => {
    const many = new PhoneCalendar(house, `${house.url}/mira/many/`);
    await many.make("Many");
    await many.fill([
      vcalendar(
        ...Array.from({ length: 300 }, (_, n) => vevent(`many-${n}@phone.test`, `Entry ${n}`, ...at(n % 90))),
      ),
    ]);
    const made = await scene.tryToAdd({
      kind: "caldav",
      address: `${house.url}/mira/many/`,
      ...signIn(),
      name: "Many",
      isPrivate: false,
      takesOurs: false,
    });
    const { id: manyId } = made as { id: string };
    expect(await scene.sync(manyId, scene.cast.system)).toMatchObject({
      problem: null,
      events: 300,
      waiting: 0,
    });
    expect(Object.keys(await scene.events()).filter((name) => name.startsWith("Entry"))).toHaveLength(300);
    await scene.remove(manyId, "remove");
    expect(Object.keys(await scene.events()).filter((name) => name.startsWith("Entry"))).toEqual([]);
  }, 120_000);
});

describe("Mira keeps her calendar on a Xandikos", () => {
  let house: DavHouse;
  let scene: CalendarScene;
  beforeAll(async () => {
    house = await startXandikos();
    scene = await calendarScene();
  });
  afterAll(() => house.stop());

  test("It is found, read, changed, and what is deleted there is off the calendar", async () => {
    const phone = new PhoneCalendar(house, `${house.url}/user/calendars/calendar/`);
    await phone.put("board", one("board@phone.test", "Board"));
    await phone.put("choir", one("choir@phone.test", "Choir", ...weekly));
    const { username, password } = house;
    expect(await scene.look(house.url, { username, password })).toMatchObject({
      calendars: [{ url: phone.url }],
    });
    const id = await scene.add({
      kind: "caldav",
      address: phone.url,
      username,
      password,
      name: "Work",
      isPrivate: false,
      takesOurs: true,
    });
    expect(await scene.events()).toMatchObject({ Board: {}, Choir: { times: { length: 5 } } });

    await phone.put("board", one("board@phone.test", "The board", ...at(72)));
    await phone.remove("choir");
    await scene.sync(id);
    expect(Object.keys(await scene.events())).toEqual(["The board"]);
    expect(await scene.calendar(id)).toMatchObject({ takesOurs: true, state: "in-step" });
  });
});
