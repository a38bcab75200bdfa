import { randomUUID } from "node:crypto";
import type { Desk, Someone, World } from "./world";

/** The days ahead on which an entry of a scene happens, at noon in UTC for an hour. */
const DAYS_AHEAD = 7;

/** What an entry's times are worked out from, as the app keeps it; made in SQL, so that it lies ahead of the database's clock. */
const plan = (days: number) =>
  `(SELECT jsonb_build_object('uid', $3::text, 'start', jsonb_build_object('kind', 'utc', 'local', d || 'T12:00:00', 'zone', 'UTC', 'writtenZone', NULL, 'utc', d || 'T12:00:00Z'),
    'end', jsonb_build_object('kind', 'utc', 'local', d || 'T13:00:00', 'zone', 'UTC', 'writtenZone', NULL, 'utc', d || 'T13:00:00Z'),
    'duration', NULL, 'rules', '[]'::jsonb, 'excludedRules', '[]'::jsonb, 'rdates', '[]'::jsonb, 'exdates', '[]'::jsonb, 'recurrenceId', NULL, 'replacesFollowing', false)
    FROM to_char(now() AT TIME ZONE 'UTC' + interval '${days} days', 'YYYY-MM-DD') AS d)`;

/** An entry that was made here, past every guard: a week from now, at noon in UTC, for an hour. */
export async function newOwnEvent(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  summary: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    `WITH e AS (INSERT INTO events (workspace_id, id, uid, summary, is_private, own, zone, source, made_by, made_role, expanded_until)
       VALUES ($1, $2, $3, $4, $5, true, 'UTC', ${plan(DAYS_AHEAD)}, $6, 'assistant', now() + interval '5 years'))
     INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at, is_private)
     SELECT $1, $2, d + interval '12 hours', d + interval '13 hours', $5
     FROM (SELECT date_trunc('day', now() AT TIME ZONE 'UTC' + interval '${DAYS_AHEAD} days') AT TIME ZONE 'UTC' AS d) x`,
    [desk.id, id, `${id}@firsthand`, summary, isPrivate, desk.assistant.id],
  );
  return id;
}

/** Everything from now on for two months is kept, past every guard. */
export async function keepAll({ sudo }: Pick<World, "sudo">, desk: Desk): Promise<void> {
  await sudo.query(
    `WITH p AS (INSERT INTO protected_times (workspace_id, id, first_on, minutes, zone) VALUES ($1, $2, current_date, 60, 'UTC'))
     INSERT INTO kept_spans (workspace_id, protected_id, starts_at, ends_at) VALUES ($1, $2, now() - interval '1 hour', now() + interval '60 days')`,
    [desk.id, randomUUID()],
  );
}

/** A change that somebody made and may take back: they put an entry on the calendar. */
export async function newEventChange(
  world: Pick<World, "sudo">,
  desk: Desk,
  { by, isPrivate = false }: { by: Someone; isPrivate?: boolean },
): Promise<{ id: string; version: number }> {
  const id = randomUUID();
  const event = await newOwnEvent(world, desk, "Noor Haddad", isPrivate);
  await world.sudo.query(
    `INSERT INTO event_undos (workspace_id, id, uid, made_by, before)
     SELECT $1, $2, e.uid, $4, jsonb_build_object('before', '[]'::jsonb, 'after', jsonb_build_array(jsonb_build_object('id', e.id, 'uid', e.uid, 'recurrenceId', e.recurrence_id,
       'sequence', e.sequence, 'summary', e.summary, 'description', e.description, 'location', e.location, 'link', e.link, 'status', e.status, 'organiser', e.organiser,
       'organiserAddress', e.organiser_address, 'transparent', e.transparent, 'answer', e.answer, 'stamp', e.stamp, 'attendees', e.attendees, 'allDay', e.all_day, 'zone', e.zone,
       'rule', e.rule, 'source', e.source, 'own', e.own, 'held', e.held, 'overProtected', e.over_protected, 'travelMinutes', e.travel_minutes, 'wantsCheck', e.wants_check,
       'isPrivate', e.is_private, 'removedAt', NULL)))
     FROM events e WHERE e.workspace_id = $1 AND e.id = $3`,
    [desk.id, id, event, by.id],
  );
  return { id, version: 1 };
}
