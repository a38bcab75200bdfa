import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { readCalendar } from "@/lib/queries/read-calendar";
import { searchDesk } from "@/lib/queries/search-desk";
import { declineTask } from "@/lib/use-cases/task/decline-task";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type FileHouse, startFileHouse } from "../../support/dav/file-house";
import { hoursAhead, vcalendar, vevent } from "../../support/dav/phone-calendar";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const at = (hours: number) => [`DTSTART:${hoursAhead(hours)}`, `DTEND:${hoursAhead(hours + 1)}`];
const lunch = (name = "Lunch with Noor") => vevent("lunch@elsewhere.test", name, ...at(48));
const walk = vevent("walk@elsewhere.test", "Walk", ...at(60));

let scene: CalendarScene;
let [work, home]: FileHouse[] = [];
beforeAll(async () => {
  work = await startFileHouse("");
  home = await startFileHouse("");
});
beforeEach(async () => {
  scene = await calendarScene();
});
afterAll(async () => {
  await work?.stop();
  await home?.stop();
});
const houses = () => ({ work: work as FileHouse, home: home as FileHouse });

/** What Ana's calendar shows of the next days, as one text. */
async function seenByAna(): Promise<string> {
  const { assistant } = scene.cast;
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const view = must(await readCalendar(assistant, day(-1), day(30), new Date()));
  return JSON.stringify(view.entries);
}

describe("Two calendars have the same entry", () => {
  test("It stands on the desk once, as the first of them says; when that one drops it, the other keeps it", async () => {
    const { work, home } = houses();
    work.text = vcalendar(lunch());
    home.text = vcalendar(lunch("Lunch, at home"), walk);
    const first = await scene.addFeed(work.url, "Work");
    const second = await scene.addFeed(home.url, "Home");
    expect(await scene.events()).toMatchObject({
      "Lunch with Noor": { calendar: "Work" },
      Walk: { calendar: "Home" },
    });
    expect(Object.keys(await scene.events())).toHaveLength(2);

    work.text = vcalendar(vevent("other@elsewhere.test", "Other", ...at(20)));
    await scene.sync(first);
    await scene.sync(second);
    expect(await scene.events()).toMatchObject({ "Lunch, at home": { calendar: "Home" }, Other: {} });
    expect(Object.keys(await scene.events())).toHaveLength(3);
  });

  test("In a private one as well, it is private, whichever came first, and Ana sees no trace of the second", async () => {
    const { work, home } = houses();
    work.text = vcalendar(lunch(), walk);
    home.text = vcalendar(lunch());
    const open = await scene.addFeed(work.url, "Work");
    expect(await seenByAna()).toContain("Noor");
    await scene.addFeed(home.url, "Doctor", true);
    expect(await scene.events()).toMatchObject({
      "Lunch with Noor": { isPrivate: true, calendar: "Work" },
      Walk: { isPrivate: false },
    });
    expect(await seenByAna()).not.toContain("Noor");
    expect(await seenByAna()).toContain("Walk");
    expect(await scene.calendarsOf(scene.cast.assistant)).toMatchObject([{ id: open, events: 1 }]);
    expect(await scene.history(scene.cast.assistant)).not.toMatch(/Doctor|Noor/);
  });

  test("A private one first, an open one later: the open one keeps it, and it stays private", async () => {
    const { work, home } = houses();
    home.text = vcalendar(lunch());
    work.text = vcalendar(lunch("Lunch with somebody"), walk);
    await scene.addFeed(home.url, "Doctor", true);
    await scene.addFeed(work.url, "Work");
    expect(await scene.events()).toMatchObject({
      "Lunch with somebody": { isPrivate: true, calendar: "Work" },
      Walk: { isPrivate: false },
    });
    expect(await seenByAna()).not.toMatch(/Lunch|Noor|Doctor/);
  });
});

describe("A private calendar", () => {
  test("Made private, everything in it is at once; opened again, nothing is opened by that", async () => {
    const { work } = houses();
    work.text = vcalendar(lunch(), walk);
    const id = await scene.addFeed(work.url, "Work");
    expect(await seenByAna()).toContain("Noor");
    await scene.edit(id, { isPrivate: true });
    expect(await seenByAna()).not.toMatch(/Noor|Walk/);
    expect(await scene.calendarsOf(scene.cast.assistant)).toEqual([]);
    await scene.edit(id, { isPrivate: false });
    expect(await seenByAna()).not.toMatch(/Noor|Walk/);
    work.text = vcalendar(
      lunch("Lunch with Noor and Ilse"),
      walk,
      vevent("new@elsewhere.test", "News", ...at(9)),
    );
    await scene.sync(id, scene.cast.system);
    expect(await seenByAna()).not.toMatch(/Noor|Walk/);
    expect(await seenByAna()).toContain("News");
  });

  test("An entry that is marked private in an open calendar is Mira's alone, also when a job reads it", async () => {
    const { work } = houses();
    work.text = vcalendar(walk);
    const id = await scene.addFeed(work.url, "Work");
    work.text = vcalendar(
      walk,
      vevent("lunch@elsewhere.test", "Lunch with Noor", ...at(48), "CLASS:PRIVATE"),
    );
    await scene.sync(id, scene.cast.system);
    expect(await scene.events()).toMatchObject({ "Lunch with Noor": { isPrivate: true } });
    expect(await seenByAna()).not.toContain("Noor");
    work.text = vcalendar(vevent("walk@elsewhere.test", "Walk with Noor", ...at(60), "CLASS:CONFIDENTIAL"));
    await scene.sync(id, scene.cast.system);
    expect(await seenByAna()).not.toContain("Noor");
  });
});

describe("An invitation in a calendar", () => {
  const invite = (more: string[] = [], when = at(50)) =>
    vevent(
      "invite@elsewhere.test",
      "Supper",
      ...when,
      "ORGANIZER;CN=Noor Haddad:mailto:noor@haddad.example",
      `ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:${miras()}`,
      ...more,
    );
  const miras = () => `mira-${scene.cast.desk.slug.split("-")[1]}@test.invalid`;

  test("It makes one task to answer it, however often it is read and wherever else it stands", async () => {
    const { work, home } = houses();
    work.text = vcalendar(invite());
    home.text = vcalendar(invite());
    const id = await scene.addFeed(work.url, "Work");
    await scene.addFeed(home.url, "Home");
    work.text = vcalendar(invite(["LOCATION:Room 4"]));
    await scene.sync(id);
    expect(await scene.invitations()).toEqual([
      { title: expect.stringContaining("Invitation · Supper"), isPrivate: false },
    ]);
    expect(await scene.events()).toMatchObject({ Supper: { answer: "needs-action", location: "Room 4" } });
  });

  test("In a private calendar the task is private, too; made private later, it becomes so", async () => {
    const { work, home } = houses();
    home.text = vcalendar(invite());
    await scene.addFeed(home.url, "Doctor", true);
    expect(await scene.invitations()).toMatchObject([{ isPrivate: true }]);

    scene = await calendarScene();
    work.text = vcalendar(invite());
    const id = await scene.addFeed(work.url, "Work");
    expect(await scene.invitations()).toMatchObject([{ isPrivate: false }]);
    await scene.edit(id, { isPrivate: true });
    expect(await scene.invitations()).toMatchObject([{ isPrivate: true }]);
  });

  test("Made private after it was declined, the calendar is so all the same", async () => {
    const { work } = houses();
    work.text = vcalendar(invite());
    const id = await scene.addFeed(work.url, "Work");
    const { client } = scene.cast;
    const { tasks } = must(await searchDesk(client, "Supper"));
    const asked = tasks.find(({ kind }) => kind === "event-invite");
    const target = { id: asked?.id ?? "", version: asked?.version ?? 0, note: "Not this time." };
    must(await declineTask(client, target, new Date()));

    await scene.edit(id, { isPrivate: true });
    expect(await seenByAna()).not.toContain("Supper");
  });

  test("What is past, answered, Mira's own or only for others asks nothing", async () => {
    const { work } = houses();
    const mine = vevent(
      "mine@elsewhere.test",
      "Mine",
      ...at(51),
      `ORGANIZER:mailto:${miras()}`,
      `ATTENDEE:mailto:${miras()}`,
    );
    const others = vevent(
      "others@elsewhere.test",
      "Others",
      ...at(52),
      "ORGANIZER:mailto:noor@haddad.example",
      "ATTENDEE:mailto:elin@haddad.example",
    );
    const past = invite([], at(-50)).replace("invite@", "past@");
    const answered = invite().replace("invite@", "answered@").replace("NEEDS-ACTION", "ACCEPTED");
    work.text = vcalendar(mine, others, past, answered);
    await scene.addFeed(work.url, "Work");
    expect(await scene.invitations()).toEqual([]);
  });
});
