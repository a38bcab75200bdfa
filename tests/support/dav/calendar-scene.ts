import type { Actor } from "@/lib/domain/actor";
import type { Result } from "@/lib/domain/result";
import { readCalendarSource, readCalendars } from "@/lib/queries/read-calendars";
import type { AddCalendarInput, EditCalendarInput } from "@/lib/schemas/calendar-settings";
import { addCalendar } from "@/lib/use-cases/calendar-source/add-calendar";
import { editCalendar } from "@/lib/use-cases/calendar-source/edit-calendar";
import { lookForCalendars } from "@/lib/use-cases/calendar-source/look-for-calendars";
import { pauseCalendar } from "@/lib/use-cases/calendar-source/pause-calendar";
import { removeCalendar } from "@/lib/use-cases/calendar-source/remove-calendar";
import { type CalendarStep, syncCalendar } from "@/lib/use-cases/calendar-source/sync-calendar";
import { type Cast, cast } from "../cast";
import { must } from "../must";
import { asSuperuser } from "../superuser";
import { flat, historyOf } from "./scene-tools";

/** An entry as a test looks at it. `times` are its starts within the next hundred days, as "2026-12-03T10:00Z". */
export type SeenEvent = {
  id: string;
  uid: string;
  summary: string;
  location: string;
  calendar: string | null;
  isPrivate: boolean;
  answer: string;
  times: string[];
};

/** Mira's desk with calendars of hers that are kept elsewhere. */
export class CalendarScene {
  constructor(readonly cast: Cast) {}

  async look(
    address: string,
    signIn: { username?: string; password?: string } = {},
    actor = this.cast.client,
  ) {
    const typed = { address, username: "", password: "", ...signIn };
    return flat(await lookForCalendars(actor, typed, new Date()));
  }

  /** Adds a calendar and reads it to the end; gives its id. */
  async add(typed: AddCalendarInput): Promise<string> {
    const { id } = must(await addCalendar(this.cast.client, typed, new Date()));
    await this.sync(id);
    return id;
  }

  addFeed(url: string, name = "Work", isPrivate = false): Promise<string> {
    return this.add({ kind: "feed", address: url, name, isPrivate });
  }

  async tryToAdd(typed: AddCalendarInput, actor: Actor = this.cast.client): Promise<unknown> {
    return flat(await addCalendar(actor, typed, new Date()));
  }

  /** Reads a calendar to the end. */
  async sync(id: string, actor: Actor = this.cast.client, mostMs?: number): Promise<CalendarStep> {
    for (let begin = true; ; begin = false) {
      const step = must(await this.step(id, begin, actor, mostMs));
      if (step.finished) return step;
    }
  }

  step(
    id: string,
    begin: boolean,
    actor: Actor = this.cast.client,
    mostMs?: number,
  ): Promise<Result<CalendarStep>> {
    const limits = mostMs === undefined ? {} : { mostMs };
    return syncCalendar(actor, id, { begin, at: new Date(), random: 0.5, ...limits });
  }

  async calendar(id: string, actor: Actor = this.cast.client) {
    return must(await readCalendarSource(actor, id));
  }

  async calendarsOf(actor: Actor) {
    return must(await readCalendars(actor)).calendars;
  }

  async edit(id: string, input: Omit<EditCalendarInput, "version">, actor: Actor = this.cast.client) {
    const { version } = await this.calendar(id);
    return flat(await editCalendar(actor, id, { ...input, version }, new Date()));
  }

  async pause(id: string, paused: boolean): Promise<void> {
    must(await pauseCalendar(this.cast.client, id, paused, new Date()));
  }

  async remove(id: string, events: "keep" | "remove"): Promise<void> {
    must(await removeCalendar(this.cast.client, id, events, new Date()));
  }

  /** Everything on the desk's calendar, by name: of a series whose happenings go by several names, under each. */
  async events(): Promise<Record<string, SeenEvent>> {
    const rows = await asSuperuser<SeenEvent>(
      `SELECT e.id, e.uid, e.summary, e.location, k.name AS calendar, e.is_private AS "isPrivate", e.answer,
         ARRAY(SELECT to_char(o.starts_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI"Z"') FROM event_occurrences o WHERE o.workspace_id = e.workspace_id
           AND o.event_id = e.id AND o.starts_at BETWEEN now() AND now() + interval '100 days' ORDER BY o.starts_at) AS times
       FROM events e LEFT JOIN calendars k ON k.workspace_id = e.workspace_id AND k.id = e.calendar_id
       WHERE e.workspace_id = $1 AND e.removed_at IS NULL AND upper(e.status) <> 'CANCELLED' ORDER BY e.summary, e.id`,
      [this.cast.desk.id],
    );
    return Object.fromEntries(rows.map((row) => [row.summary, row]));
  }

  /** The tasks that ask for an answer to an invitation, by title; with whether they are private. */
  async invitations(): Promise<{ title: string; isPrivate: boolean }[]> {
    return asSuperuser(
      `SELECT title, is_private AS "isPrivate" FROM tasks WHERE workspace_id = $1 AND kind = 'event-invite' AND state <> 'withdrawn' ORDER BY title`,
      [this.cast.desk.id],
    );
  }

  /** As if half an hour had passed: it is its turn. */
  async isDue(id: string): Promise<void> {
    await asSuperuser("UPDATE calendar_places SET next_at = now() WHERE calendar_id = $1", [id]);
  }

  /** In how many whole minutes a calendar is read next by a job. */
  async nextTurn(id: string): Promise<number> {
    const [row] = await asSuperuser<{ minutes: number }>(
      "SELECT round(extract(epoch FROM next_at - now()) / 60)::int AS minutes FROM calendar_places WHERE calendar_id = $1",
      [id],
    );
    return row?.minutes ?? 0;
  }

  history(actor: Actor = this.cast.client): Promise<string> {
    return historyOf(actor);
  }

  /** As if FIRSTHAND_SECRET had been another one when the place was sealed. */
  async spoilSeal(id: string): Promise<void> {
    await asSuperuser(
      "UPDATE calendar_places SET sealed = set_byte(sealed, 20, (get_byte(sealed, 20) + 1) % 256) WHERE calendar_id = $1",
      [id],
    );
  }
}

export async function calendarScene(): Promise<CalendarScene> {
  return new CalendarScene(await cast());
}
