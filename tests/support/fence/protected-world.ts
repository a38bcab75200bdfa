import { randomUUID } from "node:crypto";
import type { Desk, World } from "./world";

/** Every Friday evening, protected, and kept this Friday and the next; past every guard. */
export async function newProtected({ sudo }: Pick<World, "sudo">, desk: Desk): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `INSERT INTO protected_times (workspace_id, id, title, first_on, from_time, minutes, zone, rule)
     VALUES ($1, $2, 'Evenings', '2026-12-04', '18:00', 300, 'Europe/Berlin', 'FREQ=WEEKLY;BYDAY=FR')`,
    [desk.id, id],
  );
  await sudo.query(
    `INSERT INTO kept_spans (workspace_id, protected_id, starts_at, ends_at)
     SELECT $1, $2, t, t + interval '5 hours' FROM unnest(ARRAY['2026-12-04T17:00Z', '2026-12-11T17:00Z']::timestamptz[]) AS t`,
    [desk.id, id],
  );
  return id;
}
