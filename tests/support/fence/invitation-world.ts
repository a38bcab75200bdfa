import { randomUUID } from "node:crypto";
import type { Desk, World } from "./world";

/** How an invitation lies on its task: whether assistants may answer it, and whether it is over a day that the client keeps. */
export type InvitationScene = {
  hasLeave?: boolean;
  isOverKept?: boolean;
};

/** Makes a task ask about an invitation for tomorrow, past every guard, with an account that the answer leaves from. */
export async function invited(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  task: string,
  { hasLeave = false, isOverKept = false }: InvitationScene = {},
): Promise<string> {
  const [event, uid] = [randomUUID(), `${randomUUID()}@test.invalid`];
  await sudo.query(
    `UPDATE tasks SET kind = 'event-invite', source_key = 'invite:' || $2::text || ':', fields = jsonb_build_object('eventUid', $2::text) WHERE id = $1`,
    [task, uid],
  );
  await sudo.query(
    `INSERT INTO events (workspace_id, id, uid, summary, status, organiser, organiser_address, answer, is_private, sequence)
     SELECT $1, $2, $3, CASE WHEN t.is_private THEN 'Xylophone concert' ELSE 'Concert' END, 'CONFIRMED', 'Noor Haddad', 'noor@test.invalid', 'needs-action', t.is_private, 0
     FROM tasks t WHERE t.id = $4`,
    [desk.id, event, uid, task],
  );
  await sudo.query(
    `INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at) VALUES ($1, $2, now() + interval '1 day', now() + interval '25 hours')`,
    [desk.id, event],
  );
  await sudo.query(
    `INSERT INTO accounts (workspace_id, id, name, service, voice, address, assistants_answer, sends_mail)
       VALUES ($1, $2, 'Mira Holt', 'E-mail', 'personal', 'mira@test.invalid', $3, true)`,
    [desk.id, randomUUID(), hasLeave],
  );
  if (isOverKept) {
    const day = randomUUID();
    await sudo.query(
      "INSERT INTO days_off (workspace_id, id, from_on, to_on, label) VALUES ($1, $2, current_date, current_date + 3, 'Porto')",
      [desk.id, day],
    );
    await sudo.query(
      "INSERT INTO kept_spans (workspace_id, day_off_id, starts_at, ends_at) VALUES ($1, $2, now(), now() + interval '3 days')",
      [desk.id, day],
    );
  }
  return event;
}
