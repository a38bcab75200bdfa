import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { keepAll, newEventChange, newOwnEvent } from "../../../support/fence/event-world";
import { as, asJob, really } from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const givesAway = "FH003 fence: only the client gives protected time away";
const elsewhere = "FH008 fence: this belongs to another desk";
const noRight = "42501 permission denied for table events";

type Standing = { held?: boolean; over_protected?: boolean; transparent?: boolean; removed_at?: string };

/** An entry made here at a time that is kept, past every guard. */
async function booked(s: Scene, standing: Standing = {}): Promise<string> {
  await keepAll(s, s.desk);
  const id = await newOwnEvent(s, s.desk, "Supper");
  for (const [column, value] of Object.entries(standing))
    await s.sudo.query(`UPDATE events SET ${column} = $2 WHERE id = $1`, [id, value]);
  return id;
}

/** The assistant, or the agent, changes an entry that stands so. */
function change(title: string, standing: Standing, set: string, no = givesAway, guards?: string[]): Attack[] {
  return (["assistant", "agent"] as const).map((who) => ({
    title: `The ${who} ${title}`,
    no,
    guards,
    run: async (s) => as(s, who, `UPDATE events SET ${set} WHERE id = $1`, [await booked(s, standing)]),
  }));
}

/** The columns of a new entry; `more` are further ones, with their values. */
const making = (s: Scene, id: string, more: Record<string, string> = {}) =>
  `INSERT INTO events (${["workspace_id", "id", "uid", "own", "source", ...Object.keys(more)].join(", ")})
   VALUES (${[`'${s.desk.id}'`, `'${id}'`, `'${id}'`, "true", "'{}'", ...Object.values(more)].join(", ")})`;

/** When it happens, in two days; `on` is what follows the values. */
const happening = (s: Scene, id: string, on = "") =>
  `INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at)
   VALUES ('${s.desk.id}', '${id}', now() + interval '2 days', now() + interval '2 days 1 hour') ${on}`;

/** In one transaction of the assistant's; the last one counts. */
const together = (s: Scene, ...statements: string[]) =>
  during(s.app, s.desk.assistant, s.desk, async () => {
    let touched = 0;
    for (const sql of statements) touched = count(await s.app.query(sql));
    return touched;
  });

/** I8, B7: time that the client keeps is nobody else's to book, in whatever words. */
export const booking: Attack[] = [
  ...change("lets an entry stand that waits for the client", { held: true }, "held = false"),
  ...change("says the client's word for it", {}, "over_protected = true"),
  ...change("says the client's word for what waits", { held: true }, "held = false, over_protected = true"),
  ...change("has what left one free take time that is kept", { transparent: true }, "transparent = false"),
  ...change(
    "brings back over kept time what was taken away",
    { removed_at: "2026-01-01" },
    "removed_at = NULL",
  ),
  ...change("makes it theirs that it was made here", {}, "own = false", noRight),
  ...change("gives an entry to another series", {}, "uid = 'another'", noRight),
  ...change("moves an entry to another desk", {}, "workspace_id = gen_random_uuid()", noRight),
  ...change("says who made it", {}, "made_by = gen_random_uuid()", noRight),
  ...change(
    "opens what the client made private",
    {},
    "is_private = true",
    "FH007 fence: only the client makes things private, or open",
  ),
  ...change(
    "says that another calendar holds it",
    {},
    "calendar_id = gen_random_uuid()",
    "FH003 fence: what a calendar holds is read from it",
  ),
  {
    title:
      "The assistant lets a waiting entry go by taking it away first, and bringing it back as it was not",
    no: givesAway,
    run: async (s) => {
      const id = await booked(s, { held: true });
      await as(s, "assistant", "UPDATE events SET removed_at = now(), held = false WHERE id = $1", [id]);
      return as(s, "assistant", "UPDATE events SET removed_at = NULL WHERE id = $1", [id]);
    },
  },
  {
    title: "The assistant takes a waiting entry's times away, lets it go, and writes them again",
    no: givesAway,
    run: async (s) => {
      const id = await booked(s, { held: true });
      const out = `DELETE FROM event_occurrences WHERE event_id = '${id}'`;
      return together(s, out, `UPDATE events SET held = false WHERE id = '${id}'`, happening(s, id));
    },
  },
  {
    title: "The assistant makes an entry with the client's word in it",
    no: givesAway,
    run: async (s) => as(s, "assistant", making(s, randomUUID(), { over_protected: "true" })),
  },
  {
    title: "The assistant makes an entry in private",
    no: "FH007 fence: only the client makes things private",
    run: async (s) => as(s, "assistant", making(s, randomUUID(), { is_private: "true" })),
  },
  {
    title: "The assistant makes an entry that another calendar holds",
    no: "FH003 fence: what a calendar holds is read from it",
    run: async (s) => as(s, "assistant", making(s, randomUUID(), { calendar_id: "gen_random_uuid()" })),
  },
  {
    title: "The assistant makes an entry as if the client had",
    no: "nothing",
    guards: ["trigger events.a_guard", "line who made an entry is written from proof"],
    run: async (s) => {
      const made = making(s, randomUUID(), { made_by: `'${s.desk.client.id}'`, made_role: "'client'" });
      await as(s, "assistant", made);
      return really(s, "SELECT FROM events WHERE workspace_id = $1 AND made_role = 'client'", [s.desk.id]);
    },
  },
  {
    title: "The assistant moves what stands with the client's word, and keeps the word",
    no: "nothing",
    guards: ["line a word is for the time it was given for"],
    run: async (s) => {
      const id = await booked(s, { over_protected: true });
      await as(s, "assistant", `UPDATE events SET source = '{"start": 1}' WHERE id = $1`, [id]);
      return really(s, "SELECT FROM events WHERE id = $1 AND over_protected", [id]);
    },
  },
  ...(["another", "a longer"] as const).map(
    (which): Attack => ({
      title: `The assistant writes ${which} time of what stands with the client's word`,
      no: givesAway,
      guards: ["line a word for one entry is for its own time"],
      run: async (s) => {
        const id = await booked(s, { over_protected: true });
        const taken = `DELETE FROM event_occurrences WHERE event_id = '${id}'`;
        if (which === "another") return together(s, taken, happening(s, id));
        const longer = `INSERT INTO event_occurrences (workspace_id, event_id, starts_at, ends_at)
          SELECT workspace_id, id, x, x + interval '5 hours' FROM events, LATERAL (SELECT (source #>> '{start,utc}')::timestamptz AS x) y WHERE id = '${id}'`;
        return together(s, taken, longer);
      },
    }),
  ),
  {
    title: "The assistant lets a time be again that was left out of a series, and keeps the client's word",
    no: "nothing",
    guards: ["line a word is for the time it was given for"],
    run: async (s) => {
      const id = await booked(s, { over_protected: true });
      await s.sudo.query(`UPDATE events SET source = source || '{"exdates": [1, 2]}' WHERE id = $1`, [id]);
      await as(s, "assistant", `UPDATE events SET source = source || '{"exdates": [1]}' WHERE id = $1`, [id]);
      return really(s, "SELECT FROM events WHERE id = $1 AND over_protected", [id]);
    },
  },
  ...[
    ["", ""],
    [" with a conflict that does nothing", "ON CONFLICT DO NOTHING"],
    [
      " by a conflict",
      "ON CONFLICT (workspace_id, event_id, starts_at) DO UPDATE SET ends_at = excluded.ends_at",
    ],
  ].map(
    ([how = "", on]): Attack => ({
      title: `The assistant writes a time of an entry over kept time${how}`,
      no: how === " by a conflict" ? "42501 permission denied for table event_occurrences" : givesAway,
      run: async (s) => as(s, "assistant", happening(s, await booked(s), on)),
    }),
  ),
  {
    title: "The assistant writes a time of an entry over kept time with MERGE",
    no: givesAway,
    run: async (s) =>
      as(
        s,
        "assistant",
        `MERGE INTO event_occurrences o USING (SELECT '${await booked(s)}'::uuid AS id, now() + interval '3 days' AS at) x ON o.event_id = x.id AND o.starts_at = x.at
         WHEN NOT MATCHED THEN INSERT (workspace_id, event_id, starts_at, ends_at) VALUES ('${s.desk.id}', x.id, x.at, x.at + interval '1 hour')`,
      ),
  },
  {
    title: "The assistant copies times of an entry over kept time",
    no: "0A000 COPY FROM not supported with row-level security",
    run: async (s) => {
      await booked(s);
      return as(
        s,
        "assistant",
        "COPY event_occurrences (workspace_id, event_id, starts_at, ends_at) FROM STDIN",
      );
    },
  },
  {
    title: "The assistant moves a time of an entry",
    no: "42501 permission denied for table event_occurrences",
    run: async (s) =>
      as(s, "assistant", "UPDATE event_occurrences SET starts_at = now() WHERE event_id = $1", [
        await booked(s),
      ]),
  },
  {
    title: "The client of one desk makes an entry on another",
    no: elsewhere,
    run: (s) =>
      during(s.app, s.stranger.client, s.stranger, async () =>
        count(await s.app.query(making(s, randomUUID()))),
      ),
  },
  {
    title: "What waits for the client stands with their word as well",
    no: "23514 held_is_of_ours",
    run: async (s) =>
      as(s, "client", "UPDATE events SET over_protected = true WHERE id = $1", [
        await booked(s, { held: true }),
      ]),
  },
  {
    title: "A background job lets stand what waits for the client, with a word of its own",
    no: givesAway,
    run: async (s) =>
      asJob(
        s,
        `UPDATE events SET held = false, over_protected = true WHERE id = '${await booked(s, { held: true })}'`,
      ),
  },
  {
    title: "The assistant reads what the client's changes were, to take them back",
    no: "nothing",
    guards: ["policy event_undos.ones_own"],
    run: async (s) => {
      await newEventChange(s, s.desk, { by: s.desk.client, isPrivate: true });
      return as(s, "assistant", "SELECT FROM event_undos");
    },
  },
  {
    title: "The client remembers a change as if the assistant had made it",
    no: "nothing",
    guards: ["line who made a change is written from proof"],
    run: async (s) => {
      const remember =
        "INSERT INTO event_undos (workspace_id, id, uid, before, made_by) VALUES ($1, gen_random_uuid(), 'x', '{}', $2)";
      await as(s, "client", remember, [s.desk.id, s.desk.assistant.id]);
      return really(s, "SELECT FROM event_undos WHERE workspace_id = $1 AND made_by = $2", [
        s.desk.id,
        s.desk.assistant.id,
      ]);
    },
  },
  {
    title: "The client of one desk reads event_undos of another",
    no: "nothing",
    guards: ["policy event_undos.own_desk"],
    run: async (s) => {
      await newEventChange(s, s.stranger, { by: s.stranger.client });
      return as(s, "client", "SELECT FROM event_undos");
    },
  },
  {
    title: "A reader's context forgets what was changed",
    no: "nothing",
    guards: ["policy event_undos.by_writers"],
    run: async (s) => {
      await newEventChange(s, s.desk, { by: s.desk.client });
      return as(s, "client", "DELETE FROM event_undos", [], { write: false });
    },
  },
  {
    title: "The client of one desk remembers a change on another",
    no: elsewhere,
    run: (s) =>
      during(s.app, s.stranger.client, s.stranger, async () =>
        count(
          await s.app.query(
            "INSERT INTO event_undos (workspace_id, id, uid, before, made_by) VALUES ($1, gen_random_uuid(), 'x', '{}', $2)",
            [s.desk.id, s.stranger.client.id],
          ),
        ),
      ),
  },
  {
    title: "The client's own session changes what a change was",
    no: "42501 permission denied for table event_undos",
    run: async (s) => {
      await newEventChange(s, s.desk, { by: s.desk.client });
      return as(s, "client", "UPDATE event_undos SET before = '{}'");
    },
  },
];
