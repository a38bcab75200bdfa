import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { syncCalendarsJob } from "@/lib/jobs/sync-calendars";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type FileHouse, startFileHouse } from "../../support/dav/file-house";
import { hoursAhead, vcalendar, vevent } from "../../support/dav/phone-calendar";
import { setSettings } from "../../support/settings";
import { asSuperuser } from "../../support/superuser";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const board = vevent(
  "board@elsewhere.test",
  "Board",
  `DTSTART:${hoursAhead(48)}`,
  `DTEND:${hoursAhead(49)}`,
  "LOCATION:Room 4",
);
const choir = vevent(
  "choir@elsewhere.test",
  "Choir",
  `DTSTART:${hoursAhead(24)}`,
  "DURATION:PT2H",
  "RRULE:FREQ=WEEKLY;COUNT=4",
);
const dentist = vevent("dentist@elsewhere.test", "Dentist", "DTSTART:20150301T090000Z", "DURATION:PT30M");

let house: FileHouse;
let scene: CalendarScene;
beforeAll(async () => {
  house = await startFileHouse(vcalendar(board, choir, dentist));
  scene = await calendarScene();
});
afterAll(() => house.stop());

describe("Mira has a calendar read at its address", () => {
  let id: string;

  test("She is told what is there before anything is kept, and then it comes", async () => {
    expect(await scene.look(house.url)).toEqual({
      calendars: [],
      feed: { url: house.url, name: expect.stringContaining("127.0.0.1"), events: 3 },
    });
    id = await scene.addFeed(house.url);

    expect(await scene.events()).toMatchObject({
      Board: { location: "Room 4", calendar: "Work", times: [expect.any(String)] },
      Choir: { times: { length: 4 } },
      Dentist: { times: [] },
    });
    expect(await scene.calendar(id)).toMatchObject({ state: "in-step", events: 3, waiting: 0, unread: 0 });
  });

  test("Unchanged, it is not sent again", async () => {
    house.asked.length = 0;
    expect(await scene.sync(id)).toMatchObject({ finished: true, problem: null });
    expect(house.asked).toMatchObject([{ ifNoneMatch: expect.stringMatching(/"/) }]);
  });

  test("What moves there moves here, what goes there goes here, and an old entry keeps its time", async () => {
    const before = await scene.events();
    const moved = board.replace(hoursAhead(48), hoursAhead(72)).replace(hoursAhead(49), hoursAhead(73));
    house.text = vcalendar(moved.replace("Room 4", "Room 5"), dentist);
    await scene.sync(id);

    const events = await scene.events();
    expect(Object.keys(events)).toEqual(["Board", "Dentist"]);
    expect(events.Board).toMatchObject({ id: before.Board?.id, location: "Room 5", times: { length: 1 } });
    expect(events.Board?.times).not.toEqual(before.Board?.times);
  });

  test("A server that stamps everything anew with each answer changes nothing", async () => {
    const before = await scene.events();
    house.text = house.text.replaceAll("DTSTAMP:20261101T080000Z", "DTSTAMP:20261120T080000Z");
    await scene.sync(id);
    expect(await scene.events()).toEqual(before);
    expect(await scene.calendar(id)).toMatchObject({ waiting: 0, state: "in-step" });
  });

  test("One entry that nobody can read is named, and the others come", async () => {
    const bad = vevent("bad@elsewhere.test", "No day", "DTSTART:soon");
    const walk = vevent("walk@elsewhere.test", "Walk", `DTSTART:${hoursAhead(30)}`);
    house.text = vcalendar(board, bad, walk);
    await scene.sync(id);

    expect(Object.keys(await scene.events())).toEqual(["Board", "Walk"]);
    const { unreadList } = await scene.calendar(id);
    expect(unreadList).toEqual([{ href: "bad@elsewhere.test", why: expect.stringMatching(/./) }]);
  });

  test("An entry that cannot be read any more stays as it was last read", async () => {
    house.text = vcalendar(board, vevent("walk@elsewhere.test", "Walk", "DTSTART:soon"));
    await scene.sync(id);
    expect(Object.keys(await scene.events())).toEqual(["Board", "Walk"]);
    house.text = vcalendar(board, vevent("walk@elsewhere.test", "Long walk", `DTSTART:${hoursAhead(30)}`));
    await scene.sync(id);
    expect(Object.keys(await scene.events())).toEqual(["Board", "Long walk"]);
    expect((await scene.calendar(id)).unreadList).toEqual([]);
  });

  test.each([
    ["a page", "<html>Sign in</html>", "is no calendar"],
    ["nothing", "", "is no calendar"],
    ["half of it", vcalendar(board, choir).slice(0, 250), "breaks off in the middle"],
    [
      "a rule that never ends",
      vcalendar(
        ...Array.from({ length: 3000 }, (_, n) =>
          vevent(
            `rule-${n}`,
            "Rule",
            "DTSTART:19700101T000000Z",
            // Many times what is given to a file, so that no machine is quick enough for it.
            ...Array<string>(20).fill("RRULE:FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=29;BYDAY=MO"),
          ),
        ),
      ),
      "asks for more than",
    ],
  ])("Where its server gives %s, Mira is told, and everything stays as it was", async (_, text, sentence) => {
    const before = await scene.events();
    house.text = text;
    const done = await scene.sync(id);
    expect(done.problem).toContain(sentence);
    expect(await scene.calendar(id)).toMatchObject({ state: "failing", lastError: done.problem });
    expect(await scene.events()).toEqual(before);
  });

  test("A server that fails is asked later and later, and again every half hour when it is well", async () => {
    house.meddle = (_, answer) => {
      answer.writeHead(503).end();
      return true;
    };
    const before = await scene.nextTurn(id);
    await scene.sync(id);
    expect(await scene.nextTurn(id)).toBeGreaterThan(Math.min(before, 700));
    house.meddle = () => false;
    house.text = vcalendar(board);
    await scene.sync(id);
    expect(await scene.nextTurn(id)).toBe(30);
  });

  test("A day of a series that Mira made her own stays so when its server writes it in another zone", async () => {
    const day = (recurrenceId: string, hours: number) =>
      vevent("choir@elsewhere.test", "Hall", recurrenceId, `DTSTART:${hoursAhead(hours)}`, "DURATION:PT1H");
    house.text = vcalendar(board, choir, day(`RECURRENCE-ID:${hoursAhead(192)}`, 194));
    await scene.sync(id);
    const { Hall: before } = await scene.events();
    await asSuperuser("UPDATE events SET is_private = true WHERE id = $1", [before?.id]);

    const inKolkata = hoursAhead(192 + 5.5).replace("Z", "");
    house.text = vcalendar(board, choir, day(`RECURRENCE-ID;TZID=Asia/Kolkata:${inKolkata}`, 195));
    await scene.sync(id);
    const events = await scene.events();
    expect(events.Hall).toMatchObject({ id: before?.id, isPrivate: true, times: { length: 1 } });
    expect(events.Hall?.times).not.toEqual(before?.times);
    expect(events.Choir?.times).toHaveLength(3);
    house.text = vcalendar(board);
    await scene.sync(id);
  });

  test("When the server's own secret has changed, Mira is asked for the address again", async () => {
    await scene.spoilSeal(id);
    expect((await scene.sync(id)).problem).toContain("type it again");
    expect(await scene.edit(id, { address: house.url })).toMatchObject({ id });
    expect(await scene.sync(id)).toMatchObject({ problem: null });
  });

  test("What changes again while it is being read is read again, not lost", async () => {
    house.text = vcalendar(board.replace("Room 4", "Room 7"));
    await scene.step(id, true);
    house.text = vcalendar(board.replace("Room 4", "Room 8"));
    // Another process hears of it while this one still holds what it had heard before.
    await Promise.all([scene.step(id, false), scene.step(id, true)]);
    await scene.sync(id);
    expect(await scene.events()).toMatchObject({ Board: { location: "Room 8" } });
    expect(await scene.calendar(id)).toMatchObject({ waiting: 0 });
  });

  test("The clock reads it when it is its turn, and only then", async () => {
    house.text = vcalendar(board, choir);
    house.asked.length = 0;
    await syncCalendarsJob.run(new Date());
    expect(house.asked).toEqual([]);
    await scene.isDue(id);
    await syncCalendarsJob.run(new Date());
    expect(Object.keys(await scene.events())).toEqual(["Board", "Choir"]);
    expect(await scene.history()).toContain("Firsthand");
    house.text = vcalendar(board);
    await scene.sync(id);
  });

  test("Paused, it is not read", async () => {
    await scene.pause(id, true);
    house.asked.length = 0;
    expect(await scene.sync(id)).toMatchObject({ finished: true, problem: "It is paused." });
    expect(house.asked).toEqual([]);
    await scene.pause(id, false);
    expect(await scene.sync(id)).toMatchObject({ problem: null });
  });

  test("The same calendar is not added twice", async () => {
    const again = { kind: "feed", address: house.url, name: "Again", isPrivate: false } as const;
    expect(await scene.tryToAdd(again)).toMatchObject({
      code: "invalid",
      fields: { address: "This calendar is here already." },
    });
  });

  test("Its address is a key: it is shown to nobody, not even in the history", async () => {
    const { client, assistant } = scene.cast;
    expect(await scene.history()).not.toContain("mira.ics");
    expect(JSON.stringify(await scene.calendarsOf(client))).not.toContain("mira.ics");
    expect(await scene.calendar(id)).toMatchObject({ host: new URL(house.url).host });
    expect(await scene.calendarsOf(assistant)).toMatchObject([
      { name: "Work", host: null, username: null, lastError: "", waiting: null, events: 1 },
    ]);
    expect(await scene.history(assistant)).not.toContain("127.0.0.1");
  });

  test("Taken away, what came from it stays, or goes", async () => {
    await scene.remove(id, "keep");
    expect(await scene.events()).toMatchObject({ Board: { calendar: null } });
    const again = await scene.addFeed(house.url);
    expect(await scene.events()).toMatchObject({ Board: { calendar: "Work" } });
    await scene.remove(again, "remove");
    expect(await scene.events()).toEqual({});
  });
});

describe("What is typed as an address", () => {
  const typed = { kind: "feed", name: "Work", isPrivate: false } as const;

  test.each([
    ["https://mira:secret@calendar.test/mira.ics", "user name or password"],
    ["ftp://calendar.test/mira.ics", "begin with https:// or webcal://"],
    ["file:///etc/passwd", "begin with https:// or webcal://"],
    ["https://10.0.0.1/mira.ics", "private network"],
    ["webcal://[::1]/mira.ics", "private network"],
    ["https://169.254.169.254/latest.ics", "private network"],
    ["http://calendar.example/mira.ics", "without https"],
    ["no address at all", "not the address of a calendar"],
  ])("%s is refused with a sentence", async (address, sentence) => {
    expect(await scene.tryToAdd({ ...typed, address })).toMatchObject({
      code: "invalid",
      fields: { address: expect.stringContaining(sentence) },
    });
  });

  test("A server cannot send us on into a private network, or round in circles", async () => {
    for (const location of ["https://10.0.0.1/", "https://[::1]/x.ics", house.url]) {
      house.meddle = (_, answer) => {
        answer.writeHead(302, { location }).end();
        return true;
      };
      expect(await scene.tryToAdd({ ...typed, address: house.url })).toMatchObject({
        code: "invalid",
        fields: { address: expect.stringMatching(/private network|round in circles/) },
      });
    }
    house.meddle = () => false;
  });

  test("A server that asks who one is, is named as such", async () => {
    house.meddle = (_, answer) => {
      answer.writeHead(401).end();
      return true;
    };
    expect(await scene.look(house.url)).toMatchObject({
      code: "invalid",
      fields: { username: expect.stringContaining("user name and password") },
    });
    house.meddle = () => false;
    expect(await scene.look("mira@calendar.test")).toMatchObject({
      code: "invalid",
      fields: { username: expect.any(String) },
    });
  });

  test("More than ten megabytes are not taken", async () => {
    house.meddle = (_, answer) => {
      answer.writeHead(200, { "content-type": "text/calendar" });
      answer.end(Buffer.alloc(11 * 1024 * 1024, "BEGIN:VCALENDAR\r\n"));
      return true;
    };
    expect(await scene.tryToAdd({ ...typed, address: house.url })).toMatchObject({
      code: "invalid",
      fields: { address: expect.stringContaining("more than we take") },
    });
    house.meddle = () => false;
  });

  test("Only Mira adds a calendar", async () => {
    const { assistant } = scene.cast;
    expect(await scene.look(house.url, {}, assistant)).toMatchObject({ code: "only-client" });
    expect(await scene.tryToAdd({ ...typed, address: house.url }, assistant)).toMatchObject({
      code: "only-client",
    });
  });
});
