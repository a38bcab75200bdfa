import { randomUUID } from "node:crypto";
import type { Desk, World } from "./world";

/** A calendar on another machine, whose address nobody can read any more. */
export async function newCalendar(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  name: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `WITH k AS (INSERT INTO calendars (workspace_id, id, name, kind, is_private) VALUES ($1, $2, $3, 'feed', $4))
     INSERT INTO calendar_places (workspace_id, calendar_id, host, sealed, place_sum) VALUES ($1, $2, '127.0.0.1:9', decode('00', 'hex'), $2::text)`,
    [desk.id, id, name, isPrivate],
  );
  return id;
}

/** An entry in it that was changed here, and deleted there. */
export async function newConflict(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  calendar: string,
  href: string,
): Promise<void> {
  await sudo.query(
    `INSERT INTO calendar_items (workspace_id, calendar_id, href, uid, ours, state, theirs) VALUES ($1, $2, $3, 'lunch@firsthand', true, 'conflict', '')`,
    [desk.id, calendar, href],
  );
}
