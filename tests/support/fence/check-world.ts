import { randomUUID } from "node:crypto";
import type { DraftScene } from "./draft-world";
import { type Desk, newTask, type World } from "./world";

type Where = Pick<World, "sudo">;
const startsAt = "2036-12-03T12:00:00.000Z";
const endsAt = "2036-12-03T13:00:00.000Z";

/** Has a task check a meeting that is far ahead; gives the meeting's id. */
export async function checking(
  { sudo }: Where,
  desk: Desk,
  task: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `WITH e AS (INSERT INTO events (workspace_id, id, uid, summary, location, is_private) VALUES ($1, $2::uuid, $2::text, $3, 'Quay 4', $4))
     INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at, is_private) VALUES ($1, $2::uuid, $5, $6, $4)`,
    [desk.id, id, isPrivate ? "Xylophone lunch" : "Lunch", isPrivate, startsAt, endsAt],
  );
  const fields = { eventId: id, eventUid: id, startsAt, endsAt, zone: "Europe/Berlin", place: "Quay 4" };
  await sudo.query("UPDATE tasks SET kind = 'meeting-check', fields = $2 WHERE id = $1", [
    task,
    JSON.stringify(fields),
  ]);
  return id;
}

/** A check that the client recorded, past every guard; `other` is its task, done with it. */
export async function newCheck(
  world: Where,
  desk: Desk,
  { task = {}, isPrivate = false }: DraftScene = {},
): Promise<{ id: string; version: number; other: string }> {
  const done = await newTask(world, desk, { ...task, state: "done", isPrivate });
  const event = await checking(world, desk, done, isPrivate);
  const id = randomUUID();
  await world.sudo.query(
    `INSERT INTO event_checks (workspace_id, id, event_id, task_id, starts_at, ends_at, place, confirmed, with_whom, how, checked_by, checked_role, checked_at)
     VALUES ($1, $2, $3, $4, $5, $6, 'Quay 4', '{date,time}', 'Noor Haddad', 'call', $7, 'client', now())`,
    [desk.id, id, event, done, startsAt, endsAt, desk.client.id],
  );
  return { id, version: 1, other: done };
}
