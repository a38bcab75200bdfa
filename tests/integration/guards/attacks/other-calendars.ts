import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newCalendar } from "../../../support/fence/calendar-world";
import { count, during, inTransaction, newEvent } from "../../../support/fence/world";

const elsewhere = "FH008 fence: this belongs to another desk";
const onlyClient = "FH003 fence: only the client changes this";
type Who = "client" | "assistant" | "job";

function as(who: Who, s: Scene, sql: string, values: unknown[] = [], write = true): Promise<number> {
  const work = async () => count(await s.app.query(sql, values));
  if (who !== "job") return during(s.app, s.desk[who], s.desk, work, { write });
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return work();
  });
}

/** A calendar of a desk with one object in it, past every guard. */
async function furnished(s: Scene, desk = s.desk, isPrivate = false): Promise<string> {
  const id = await newCalendar(s, desk, "Work", isPrivate);
  await s.sudo.query(
    "INSERT INTO calendar_items (workspace_id, calendar_id, href, uid, said) VALUES ($1, $2, '/one.ics', 'Board', 'BEGIN:VCALENDAR')",
    [desk.id, id],
  );
  return id;
}

async function rowsOf(s: Scene, sql: string, values: unknown[] = []): Promise<number> {
  return count(await s.sudo.query(sql, values));
}

const tables = ["calendars", "calendar_places", "calendar_items"];
const kept = ["calendar_places", "calendar_items"];
const made = "calendars (workspace_id, id, name, kind) VALUES ($1, gen_random_uuid(), 'Mine', 'feed')";
const placed =
  "calendar_places (workspace_id, calendar_id, host, sealed, place_sum) VALUES ($1, $2, 'x.test', '\\x00', '')";

/** Calendars that are kept elsewhere: whose they are to add and to hide, and who may know where they are. */
export const otherCalendars: Attack[] = [
  ...tables.map(
    (table): Attack => ({
      title: `The client of one desk reads ${table} of another`,
      no: "nothing",
      guards: [`policy ${table}.own_desk`],
      run: async (s) => {
        await furnished(s, s.stranger);
        return as("client", s, `SELECT FROM ${table} WHERE workspace_id <> $1`, [s.desk.id]);
      },
    }),
  ),
  ...kept.map(
    (table): Attack => ({
      title: `The assistant reads ${table}, with where calendars are and what stands in them`,
      no: "nothing",
      guards: [`policy ${table}.for_client_and_jobs`],
      run: async (s) => {
        await furnished(s);
        return as("assistant", s, `SELECT FROM ${table}`);
      },
    }),
  ),
  {
    title: "The assistant reads that the client has a private calendar",
    no: "nothing",
    guards: ["policy calendars.own_desk"],
    run: async (s) => {
      await furnished(s, s.desk, true);
      return as("assistant", s, "SELECT FROM calendars");
    },
  },
  {
    title: "The history tells the assistant of a calendar that is private by now",
    no: "nothing",
    guards: ["line a calendar is hidden in the history"],
    run: async (s) => {
      await furnished(s);
      await as("client", s, "UPDATE calendars SET name = 'Doctor'");
      await s.sudo.query("UPDATE calendars SET is_private = true");
      return as("assistant", s, "SELECT FROM log_entries WHERE subject = 'calendar'");
    },
  },
  {
    title: "The client adds a calendar to a stranger's desk",
    no: elsewhere,
    run: (s) => as("client", s, `INSERT INTO ${made}`, [s.stranger.id]),
  },
  {
    title: "The client says where a stranger's calendar is",
    no: elsewhere,
    run: async (s) => {
      const id = randomUUID();
      await s.sudo.query(
        "INSERT INTO calendars (workspace_id, id, name, kind) VALUES ($1, $2, 'Work', 'feed')",
        [s.stranger.id, id],
      );
      return as("client", s, `INSERT INTO ${placed}`, [s.stranger.id, id]);
    },
  },
  {
    title: "The client puts something into a stranger's calendar",
    no: '42501 new row violates row-level security policy for table "calendar_items"',
    guards: ["check of policy calendar_items.own_desk"],
    run: async (s) => {
      const id = await furnished(s, s.stranger);
      const sql = "INSERT INTO calendar_items (workspace_id, calendar_id, href) VALUES ($1, $2, '/planted')";
      return as("client", s, sql, [s.stranger.id, id]);
    },
  },
  ...(["assistant", "job"] as const).flatMap((who): Attack[] => [
    {
      title: `The ${who} adds a calendar`,
      no: onlyClient,
      run: (s) => as(who, s, `INSERT INTO ${made}`, [s.desk.id]),
    },
    ...["name = 'Mine'", "is_private = true", "removed_at = now()"].map(
      (change): Attack => ({
        title: `The ${who} changes the client's calendar: ${change}`,
        no: onlyClient,
        run: async (s) => {
          await furnished(s);
          return as(who, s, `UPDATE calendars SET ${change}`);
        },
      }),
    ),
    {
      title: `The ${who} says where a calendar is`,
      no: onlyClient,
      run: async (s) => {
        const id = await furnished(s);
        await s.sudo.query("DELETE FROM calendar_places WHERE calendar_id = $1", [id]);
        return as(who, s, `INSERT INTO ${placed}`, [s.desk.id, id]);
      },
    },
  ]),
  {
    title: "A job has a private calendar written where it is open",
    no: onlyClient,
    run: async (s) => {
      await furnished(s, s.desk, true);
      return as("job", s, "UPDATE calendars SET is_private = false");
    },
  },
  {
    title: "A job sends what opens a calendar somewhere else",
    no: onlyClient,
    run: async (s) => {
      await furnished(s);
      return as("job", s, "UPDATE calendar_places SET host = 'elsewhere.test', sealed = '\\x01'");
    },
  },
  {
    title: "An assistant says how a calendar fares",
    no: onlyClient,
    run: async (s) => {
      await furnished(s);
      return as("assistant", s, "UPDATE calendars SET state = 'failing'");
    },
  },
  {
    title: "A calendar is made private, and what is in it stays open",
    no: "nothing",
    guards: ["trigger calendars.b_hide_events"],
    run: async (s) => {
      const id = await furnished(s);
      const event = await newEvent(s, s.desk, "Board");
      await s.sudo.query("UPDATE events SET calendar_id = $1, uid = 'other' WHERE id = $2", [id, event]);
      await as("client", s, "UPDATE calendars SET is_private = true");
      return rowsOf(s, "SELECT FROM events WHERE id = $1 AND NOT is_private", [event]);
    },
  },
  {
    title: "A calendar is made private, and what another one keeps of it stays open",
    no: "nothing",
    guards: ["line what another calendar has as well is hidden with it"],
    run: async (s) => {
      await furnished(s);
      const event = await newEvent(s, s.desk, "Board");
      await as("client", s, "UPDATE calendars SET is_private = true");
      return rowsOf(s, "SELECT FROM events WHERE id = $1 AND NOT is_private", [event]);
    },
  },
  {
    title: "A job puts what a private calendar holds in the open",
    no: "nothing",
    guards: ["line what comes from a private calendar is private"],
    run: async (s) => {
      const id = await furnished(s, s.desk, true);
      const sql =
        "INSERT INTO events (workspace_id, id, uid, calendar_id) VALUES ($1, gen_random_uuid(), 'news', $2)";
      await as("job", s, sql, [s.desk.id, id]);
      return rowsOf(s, "SELECT FROM events WHERE calendar_id = $1 AND NOT is_private", [id]);
    },
  },
  {
    title: "Somebody who only reads takes what stands in a calendar away",
    no: "nothing",
    guards: ["policy calendar_items.by_writers"],
    run: async (s) => {
      await furnished(s);
      return as("client", s, "DELETE FROM calendar_items", [], false);
    },
  },
  {
    title: "Adding a calendar leaves nothing in the log",
    no: "nothing",
    guards: ["trigger calendars.z_log_inserted"],
    run: async (s) => {
      await as("client", s, `INSERT INTO ${made}`, [s.desk.id]);
      return 1 - (await rowsOf(s, "SELECT FROM log_entries WHERE workspace_id = $1", [s.desk.id]));
    },
  },
  {
    title: "A change of a calendar leaves nothing in the log",
    no: "nothing",
    guards: ["trigger calendars.z_log_updated"],
    run: async (s) => {
      await furnished(s);
      await as("client", s, "UPDATE calendars SET name = 'Home'");
      return 1 - (await rowsOf(s, "SELECT FROM log_entries WHERE workspace_id = $1", [s.desk.id]));
    },
  },
  {
    title: "Somebody without the jobs' secret asks which desks have calendars",
    no: "FH001 fence: this job has not proved itself",
    run: async ({ app }) => count(await app.query("SELECT FROM fence.desks_with_due_calendars('guessed')")),
  },
  {
    title: "Somebody without the jobs' secret asks which desks have meetings soon",
    no: "FH001 fence: this job has not proved itself",
    run: async ({ app }) => count(await app.query("SELECT FROM fence.desks_with_meetings('guessed', 48)")),
  },
];
