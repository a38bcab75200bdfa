import { randomUUID } from "node:crypto";
import type { Scene } from "./attack";
import { lent, pressing, set, type Words, written } from "./words";
import { during } from "./world";

/** An answer to an invitation for tomorrow at this time, in the desk's own shape; `with` changes it. */
export function answerJson(uid: string, more: Record<string, unknown> = {}): string {
  const startsAt = new Date(Date.now() + 24 * 3_600_000).toISOString();
  const endsAt = new Date(Date.now() + 25 * 3_600_000).toISOString();
  return JSON.stringify({
    method: "REPLY",
    partstat: "ACCEPTED",
    uid,
    recurrenceId: null,
    sequence: 0,
    summary: "Concert",
    organiser: { name: "Noor", address: "noor@test.invalid" },
    attendee: { name: "Mira Holt", address: "mira@test.invalid" },
    startsAt,
    endsAt,
    allDay: false,
    firstDay: null,
    endDay: null,
    zone: null,
    place: "",
    ...more,
  });
}

/** An answer without a word, past every guard: to the organiser alone, from an account whose leave is to answer, not to send. */
export async function answering(
  s: Scene,
  task: "strict" | "loose" = "loose",
  uid: string = randomUUID(),
): Promise<Words> {
  const w = task === "loose" ? await lent(s) : await written(s);
  await s.sudo.query(
    "UPDATE tasks SET kind = 'event-invite', fields = jsonb_build_object('eventUid', $2::text) WHERE id = $1",
    [w.task, uid],
  );
  await s.sudo.query(
    "UPDATE accounts SET voice = 'personal', assistants_send = false, assistants_answer = true WHERE id = $1",
    [w.account],
  );
  await s.sudo.query("UPDATE draft_attachments SET removed_at = now() WHERE draft_id = $1", [w.draft]);
  await s.sudo.query("UPDATE draft_versions SET body = '' WHERE draft_id = $1", [w.draft]);
  await s.sudo.query(
    `UPDATE drafts SET answer = $2, attachments_sum = '', subject = 'Accepted: Concert',
       recipients = '[{"name": "Noor", "address": "noor@test.invalid", "field": "to"}]' WHERE id = $1`,
    [w.draft, answerJson(uid)],
  );
  return w;
}

/** The assistant lets an answer go by leave: it waits its thirty seconds. */
export async function answered(s: Scene): Promise<Words> {
  const w = await answering(s);
  await during(s.app, s.desk.assistant, s.desk, async () => {
    await s.app.query(set(w, "released"));
    await s.app.query(pressing(s, w, null));
  });
  return w;
}

/** The client keeps time, past every guard: tomorrow, or so many days from now. */
export async function keep({ sudo, desk }: Scene, days = 1): Promise<void> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO days_off (workspace_id, id, from_on, to_on) VALUES ($1, $2, current_date, current_date)",
    [desk.id, id],
  );
  await sudo.query(
    `INSERT INTO kept_spans (workspace_id, day_off_id, starts_at, ends_at)
     VALUES ($1, $2, now() + make_interval(days => $3 - 1, hours => 12), now() + make_interval(days => $3, hours => 12))`,
    [desk.id, id, days],
  );
}

/** An entry of a series on the desk that happens tomorrow and in a week, past every guard. */
export async function series({ sudo, desk }: Scene): Promise<string> {
  const [id, uid] = [randomUUID(), randomUUID()];
  await sudo.query("INSERT INTO events (workspace_id, id, uid, summary) VALUES ($1, $2, $3, 'Concert')", [
    desk.id,
    id,
    uid,
  ]);
  await sudo.query(
    `INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at)
     SELECT $1, $2, now() + make_interval(days => n), now() + make_interval(days => n, hours => 1) FROM unnest(ARRAY[1, 8]) n`,
    [desk.id, id],
  );
  return uid;
}

/** A day of a series that was moved to so many days from now, past every guard: a row of its own; `status` may call it off. */
export async function movedDay({ sudo, desk }: Scene, uid: string, days: number, status = ""): Promise<void> {
  const id = randomUUID();
  await sudo.query(
    `INSERT INTO events (workspace_id, id, uid, recurrence_id, summary, status) VALUES ($1, $2, $3, '2026-12-10T09:00:00', 'Concert', $4)`,
    [desk.id, id, uid, status],
  );
  await sudo.query(
    `INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at)
     VALUES ($1, $2, now() + make_interval(days => $3), now() + make_interval(days => $3, hours => 1))`,
    [desk.id, id, days],
  );
}
