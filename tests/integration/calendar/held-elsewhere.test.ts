import { afterAll, beforeAll, expect, test } from "vitest";
import { type CalendarScene, calendarScene } from "../../support/dav/calendar-scene";
import { type FileHouse, startFileHouse } from "../../support/dav/file-house";
import { hoursAhead, vcalendar, vevent } from "../../support/dav/phone-calendar";
import { setSettings } from "../../support/settings";
import { asSuperuser } from "../../support/superuser";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const entry = (uid: string, from: number) =>
  vevent(uid, uid, `DTSTART:${hoursAhead(from)}`, `DTEND:${hoursAhead(from + 1)}`, "LOCATION:Room 4");
const [held, coming] = [entry("held@elsewhere.test", -30), entry("coming@elsewhere.test", 30)];

let house: FileHouse;
let scene: CalendarScene;
beforeAll(async () => {
  house = await startFileHouse(vcalendar(held, coming));
  scene = await calendarScene();
});
afterAll(() => house.stop());

/** Whose double-checks stand. */
async function standing(): Promise<string[]> {
  const rows = await asSuperuser<{ uid: string }>(
    `SELECT e.uid FROM event_checks k JOIN events e ON e.workspace_id = k.workspace_id AND e.id = k.event_id
     WHERE e.uid LIKE '%@elsewhere.test' AND k.voided_at IS NULL ORDER BY e.uid`,
    [],
  );
  return rows.map(({ uid }) => uid);
}

test("A meeting of a calendar read elsewhere that was confirmed and held stays confirmed, whatever is done there afterwards", async () => {
  const id = await scene.addFeed(house.url);
  await asSuperuser(
    `INSERT INTO event_checks (workspace_id, id, event_id, starts_at, ends_at, place, link, confirmed, with_whom, how, checked_by, checked_role, checked_at)
     SELECT e.workspace_id, gen_random_uuid(), e.id, o.starts_at, o.ends_at, e.location, e.link, '{date,time,place}', 'Priya', 'call', m.user_id, 'client', now()
     FROM events e JOIN event_occurrences o ON o.workspace_id = e.workspace_id AND o.event_id = e.id
     JOIN memberships m ON m.workspace_id = e.workspace_id AND m.role = 'client' WHERE e.uid LIKE '%@elsewhere.test'`,
    [],
  );
  expect(await standing()).toEqual(["coming@elsewhere.test", "held@elsewhere.test"]);

  house.text = vcalendar(held.replace("Room 4", "Room 5"), coming.replace("Room 4", "Room 5"));
  await scene.sync(id);
  expect(await standing()).toEqual(["held@elsewhere.test"]);

  house.text = vcalendar(coming);
  await scene.sync(id);
  expect(await standing()).toEqual(["held@elsewhere.test"]);
});
