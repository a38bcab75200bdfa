import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { newView } from "../../../support/fence/view-world";
import { count, during, enter, inTransaction, newPerson, type Someone } from "../../../support/fence/world";
import { plant } from "./furnish";

const elsewhere = "FH008 fence: this belongs to another desk";
const othersSettings = "FH008 fence: these settings are somebody else's";
const onlyClient = "FH003 fence: only the client changes this";
const private_ = "FH007 fence: only the client makes things private, or open";

/** Everything about people that has come since the first tables. */
const tables = [
  "circles",
  "person_facts",
  "person_relations",
  "contacts",
  "promises",
  "days_off",
  "person_pictures",
  "fact_sources",
  "person_merges",
  "distinct_people",
  "csv_layouts",
  "address_books",
  "address_book_cards",
  "address_book_turns",
  "member_settings",
  "saved_views",
  "sent_notices",
  "weekly_notes",
];

/** Held a second time by the restrictive policies: with own_desk alone gone, these still show no other desk. */
const heldTwice = ["member_settings", "saved_views"];

/** Rows of people, by the column that says whose. */
const ofPeople: Record<string, string> = {
  person_facts: "of_people_one_sees",
  person_relations: "of_people_one_sees",
  contacts: "of_people_one_sees",
  promises: "of_people_one_sees",
  person_pictures: "of_people_one_sees",
  fact_sources: "of_people_one_sees",
  person_merges: "of_people_one_sees",
  distinct_people: "of_people_one_sees",
};

/** What somebody enters about somebody, and what a writer of another desk would plant there. */
const entered: Record<string, string> = {
  person_facts:
    "(workspace_id, id, person_id, kind, value) VALUES ($1, gen_random_uuid(), $2, 'like', 'Tea')",
  person_relations:
    "(workspace_id, id, person_id, other_name, kind) VALUES ($1, gen_random_uuid(), $2, 'Tom', 'brother')",
  contacts: "(workspace_id, id, person_id, at, how) VALUES ($1, gen_random_uuid(), $2, now(), 'call')",
  promises:
    "(workspace_id, id, person_id, whose, text) VALUES ($1, gen_random_uuid(), $2, 'client', 'A book')",
  person_merges: "(workspace_id, id, kept_id, merged_id, undo) VALUES ($1, gen_random_uuid(), $2, $3, '{}')",
};
const plain: Record<string, string> = {
  person_pictures: "(workspace_id, id, media_type, bytes, sum) VALUES ($1, $2, 'image/png', '\\x00', '')",
  days_off: "(workspace_id, id, from_on, to_on) VALUES ($1, $2, '2026-01-01', '2026-01-02')",
  circles: "(workspace_id, key, name) SELECT $1, 'mine', 'Mine' WHERE $2::uuid IS NOT NULL",
  address_books:
    "(workspace_id, id, name, url, username, sealed) VALUES ($1, $2, 'Mine', 'https://x.test', 'ana', '\\x00')",
  member_settings: "(workspace_id, user_id) SELECT $1, fence.acting_user() WHERE $2::uuid IS NOT NULL",
  saved_views: "(workspace_id, id, user_id, name, filter) SELECT $1, $2, fence.acting_user(), 'Mine', '{}'",
  weekly_notes: "(workspace_id, id, text) VALUES ($1, $2, 'Buy this')",
};
const unguarded: Record<string, string> = {
  distinct_people:
    "(workspace_id, one_id, other_id) VALUES ($1, least($2, $3::uuid), greatest($2, $3::uuid))",
  csv_layouts: "(workspace_id, heading_sum, mapping) SELECT $1, 'sum', '{}' WHERE $2::uuid IS NOT NULL",
  address_book_cards: "(workspace_id, book_id, href) VALUES ($1, $2, '/planted')",
  address_book_turns: "(workspace_id, book_id) SELECT $1, $3 WHERE $2::uuid IS NOT NULL",
  sent_notices: "(workspace_id, user_id, key) SELECT $1, fence.acting_user(), 'x' WHERE $2::uuid IS NOT NULL",
};

/** What is written into the log when it is made and when it is changed, and by whom that may be done. */
const logged: Record<string, [made: string, changed: string, who: "client" | "assistant"]> = {
  person_facts: [entered.person_facts ?? "", "label = 'x'", "assistant"],
  person_relations: [entered.person_relations ?? "", "note = 'x'", "assistant"],
  contacts: [entered.contacts ?? "", "note = 'x'", "assistant"],
  promises: [entered.promises ?? "", "text = 'x'", "assistant"],
  person_merges: [entered.person_merges ?? "", "undone_at = now()", "assistant"],
  person_pictures: [plain.person_pictures ?? "", "from_where = 'x'", "assistant"],
  days_off: [plain.days_off ?? "", "label = 'x'", "client"],
  circles: [plain.circles ?? "", "name = 'x'", "client"],
  address_books: [plain.address_books ?? "", "name = 'x'", "client"],
  weekly_notes: [plain.weekly_notes ?? "", "text = 'x'", "assistant"],
};

async function linesOf(s: Scene): Promise<number> {
  const { rows } = await s.sudo.query("SELECT FROM log_entries WHERE workspace_id = $1", [s.desk.id]);
  return rows.length;
}

function as(who: "client" | "assistant" | "agent", s: Scene, sql: string, values: unknown[] = []) {
  return during(s.app, s.desk[who] as Someone, s.desk, async () => count(await s.app.query(sql, values)));
}

/** Parameters beyond those that a statement uses are not allowed: as many as it names. */
function used(sql: string, values: unknown[]): unknown[] {
  return values.slice(0, Math.max(...[...sql.matchAll(/\$(\d)/g)].map((match) => Number(match[1]))));
}

/** Around fence 3, 7 and 8: circles, facts, relations, contacts, promises, address books, and what each member asked for. */
export const known: Attack[] = [
  ...tables.map(
    (table): Attack => ({
      title: `The client of one desk reads ${table} of another`,
      no: "nothing",
      guards: heldTwice.includes(table) ? [] : [`policy ${table}.own_desk`],
      run: async (s) => {
        await plant(s, s.stranger, await newPerson(s, s.stranger, "Stranger"), { by: s.stranger.client.id });
        return as("client", s, `SELECT FROM ${table} WHERE workspace_id <> $1`, [s.desk.id]);
      },
    }),
  ),
  ...Object.entries({ ...entered, ...plain }).map(
    ([table, sql]): Attack => ({
      title: `The client writes into the ${table} of a stranger's desk`,
      no: heldTwice.includes(table) ? othersSettings : elsewhere,
      run: async (s) => {
        const values = [
          s.stranger.id,
          await newPerson(s, s.stranger, "A"),
          await newPerson(s, s.stranger, "B"),
        ];
        return as("client", s, `INSERT INTO ${table} ${sql}`, used(sql, values));
      },
    }),
  ),
  ...Object.entries(unguarded).map(
    ([table, sql]): Attack => ({
      title: `The client writes into the ${table} of a stranger's desk`,
      no: `42501 new row violates row-level security policy for table "${table}"`,
      guards: [`check of policy ${table}.own_desk`],
      run: async (s) => {
        const person = await newPerson(s, s.stranger, "A");
        await plant(s, s.stranger, person);
        const another = await newPerson(s, s.stranger, "B");
        await s.sudo.query(
          "INSERT INTO address_books (workspace_id, id, name, url, username, sealed) VALUES ($1, $2, '', '', '', '\\x00')",
          [s.stranger.id, another],
        );
        return as("client", s, `INSERT INTO ${table} ${sql}`, used(sql, [s.stranger.id, person, another]));
      },
    }),
  ),
  ...Object.entries(ofPeople).map(
    ([table, policy]): Attack => ({
      title: `The assistant reads ${table} of somebody private`,
      no: "nothing",
      guards: [`policy ${table}.${policy}`],
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "Dr Secret", true));
        return as("assistant", s, `SELECT FROM ${table}`);
      },
    }),
  ),
  ...["person_facts", "person_relations", "contacts", "promises"].map(
    (table): Attack => ({
      title: `The assistant reads private ${table} of somebody who is not`,
      no: "nothing",
      guards: [`policy ${table}.own_desk`],
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "Noor"), { isPrivate: true });
        return as("assistant", s, `SELECT FROM ${table}`);
      },
    }),
  ),
  {
    title: "The assistant reads a merge that is private",
    no: "nothing",
    guards: ["policy person_merges.of_people_one_sees"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"), { isPrivate: true });
      return as("assistant", s, "SELECT FROM person_merges");
    },
  },
  {
    title: "The assistant reads that somebody is related to somebody private",
    no: "nothing",
    guards: ["policy person_relations.of_others_one_sees"],
    run: async (s) => {
      const noor = await newPerson(s, s.desk, "Noor");
      const other = await plant(s, s.desk, noor);
      await s.sudo.query("UPDATE persons SET is_private = true WHERE id = $1", [other]);
      return as("assistant", s, "SELECT FROM person_relations");
    },
  },
  ...Object.keys(entered).map(
    (table): Attack => ({
      title: `The assistant enters private ${table}`,
      no: private_,
      run: async (s) => {
        const sql = (entered[table] ?? "")
          .replace("(workspace_id", "(is_private, workspace_id")
          .replace("VALUES (", "VALUES (true, ");
        const values = [s.desk.id, await newPerson(s, s.desk, "A"), await newPerson(s, s.desk, "B")];
        return as("assistant", s, `INSERT INTO ${table} ${sql}`, used(sql, values));
      },
    }),
  ),
  {
    title: "The assistant makes a fact private",
    no: private_,
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("assistant", s, "UPDATE person_facts SET is_private = true");
    },
  },
  ...Object.keys(entered).map(
    (table): Attack => ({
      title: `The assistant signs ${table} as the client`,
      no: "nothing",
      guards: [`trigger ${table}.a_guard`, "line who entered is written from proof"],
      run: async (s) => {
        const sql = (entered[table] ?? "")
          .replace("(workspace_id", "(entered_by, entered_role, entered_at, workspace_id")
          .replace("VALUES (", `VALUES ('${s.desk.client.id}', 'client', now(), `);
        const values = [s.desk.id, await newPerson(s, s.desk, "A"), await newPerson(s, s.desk, "B")];
        await as("assistant", s, `INSERT INTO ${table} ${sql}`, used(sql, values));
        const { rows } = await s.sudo.query(
          `SELECT FROM ${table} WHERE entered_by = $1 AND workspace_id = $2`,
          [s.desk.client.id, s.desk.id],
        );
        return rows.length;
      },
    }),
  ),
  {
    title: "The assistant says that the client has checked a fact",
    no: "nothing",
    guards: ["trigger person_facts.b_checked", "line who checked a fact is written from proof"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await s.sudo.query("UPDATE person_facts SET checked_by = $1, checked_at = now()", [s.desk.client.id]);
      await as("assistant", s, "UPDATE person_facts SET checked_at = '2020-01-01'");
      const { rows } = await s.sudo.query(
        "SELECT FROM person_facts WHERE workspace_id = $1 AND (checked_by = $2 OR checked_at < '2021-01-01')",
        [s.desk.id, s.desk.client.id],
      );
      return rows.length;
    },
  },
  {
    title: "The assistant dates a check of a source back",
    no: "nothing",
    guards: ["trigger fact_sources.a_guard", "line who checked a source is written from proof"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await as("assistant", s, "UPDATE fact_sources SET checked_at = '2020-01-01'");
      const { rows } = await s.sudo.query(
        "SELECT FROM fact_sources WHERE workspace_id = $1 AND field = 'note' AND (checked_at < '2021-01-01' OR checked_by IS DISTINCT FROM $2)",
        [s.desk.id, s.desk.assistant.id],
      );
      return rows.length;
    },
  },
  {
    title: "The assistant re-writes where a fact comes from",
    no: "42501 permission denied for table fact_sources",
    guards: ["grant UPDATE (by_user) ON fact_sources"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("assistant", s, "UPDATE fact_sources SET by_user = $1", [s.desk.client.id]);
    },
  },
  ...(["INSERT", "UPDATE"] as const).map(
    (how): Attack => ({
      title: `What somebody writes by ${how} is noted with nobody's name`,
      no: "nothing",
      guards: [`trigger persons.y_sources_${how === "INSERT" ? "inserted" : "updated"}`],
      run: async (s) => {
        const id = how === "INSERT" ? randomUUID() : await newPerson(s, s.desk, "Noor");
        const sql =
          how === "INSERT"
            ? "INSERT INTO persons (workspace_id, id, name, sort_name, how_met) VALUES ($1, $2, 'Noor', 'noor', 'In Porto')"
            : "UPDATE persons SET how_met = 'In Porto' WHERE workspace_id = $1 AND id = $2";
        await as("assistant", s, sql, [s.desk.id, id]);
        const { rows } = await s.sudo.query(
          "SELECT FROM fact_sources WHERE person_id = $1 AND field = 'howMet' AND by_user = $2",
          [id, s.desk.assistant.id],
        );
        return 1 - rows.length;
      },
    }),
  ),
  ...(["INSERT", "UPDATE"] as const).map(
    (how): Attack => ({
      title: `Where a yearly day comes from is not noted, by ${how}`,
      no: "nothing",
      guards: [`trigger person_dates.y_sources_${how === "INSERT" ? "inserted" : "updated"}`],
      run: async (s) => {
        const person = await newPerson(s, s.desk, "Noor");
        const id = randomUUID();
        const insert =
          "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, $2, $3, 'birthday', 5, 3)";
        if (how === "INSERT") await as("assistant", s, insert, [s.desk.id, id, person]);
        else {
          await s.sudo.query(insert, [s.desk.id, id, person]);
          await as("assistant", s, "UPDATE person_dates SET day = 4 WHERE id = $1", [id]);
        }
        const { rows } = await s.sudo.query("SELECT FROM fact_sources WHERE field = $1 AND by_user = $2", [
          `day:${id}`,
          s.desk.assistant.id,
        ]);
        return 1 - rows.length;
      },
    }),
  ),
  ...Object.entries(logged).flatMap(([table, [made, changed, who]]): Attack[] => [
    {
      title: `Making ${table} leaves nothing in the log`,
      no: "nothing",
      guards: [`trigger ${table}.z_log_inserted`],
      run: async (s) => {
        const values = [s.desk.id, await newPerson(s, s.desk, "A"), await newPerson(s, s.desk, "B")];
        await as(who, s, `INSERT INTO ${table} ${made}`, used(made, values));
        return (await linesOf(s)) === 1 ? 0 : 1;
      },
    },
    {
      title: `A change of ${table} leaves nothing in the log`,
      no: "nothing",
      guards: [`trigger ${table}.z_log_updated`],
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "A"), { by: s.desk[who].id });
        const key = table === "circles" ? " WHERE key = 'wider'" : "";
        await as(who, s, `UPDATE ${table} SET ${changed}${key}`);
        return (await linesOf(s)) === 1 ? 0 : 1;
      },
    },
  ]),
  {
    title: "That somebody checked a source is not written into the log",
    no: "nothing",
    guards: ["trigger fact_sources.z_log_checked"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await as("assistant", s, "UPDATE fact_sources SET checked_at = now()");
      const { rows } = await s.sudo.query("SELECT FROM log_entries WHERE workspace_id = $1", [s.desk.id]);
      return rows.length > 0 ? 0 : 1;
    },
  },
  {
    title: "The exact words of a closing stay when it is taken back",
    no: "nothing",
    guards: ["trigger tasks.c_closing_words"],
    run: async (s) => {
      const close = "UPDATE tasks SET state = 'done', closing_words = 'Dear Noor' WHERE id = $1";
      await as("client", s, close, [s.loose]);
      await as("client", s, "UPDATE tasks SET state = 'inbox' WHERE id = $1", [s.loose]);
      const { rows } = await s.sudo.query("SELECT FROM tasks WHERE id = $1 AND closing_words <> ''", [
        s.loose,
      ]);
      return rows.length;
    },
  },
  ...["days_off", "circles"].flatMap((table): Attack[] => [
    {
      title: `The assistant adds ${table}`,
      no: onlyClient,
      run: (s) => {
        const sql = plain[table] ?? "";
        return as("assistant", s, `INSERT INTO ${table} ${sql}`, used(sql, [s.desk.id, randomUUID()]));
      },
    },
  ]),
  {
    title: "The assistant changes the client's days off",
    no: onlyClient,
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("agent", s, "UPDATE days_off SET to_on = '2030-01-01'");
    },
  },
  {
    title: "A change of days off leaves their version as it was",
    no: "nothing",
    guards: ["trigger days_off.b_guard"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await as("client", s, "UPDATE days_off SET label = 'Sea'");
      const { rows } = await s.sudo.query("SELECT FROM days_off WHERE workspace_id = $1 AND version < 2", [
        s.desk.id,
      ]);
      return rows.length;
    },
  },
  {
    title: "A background job takes the client's days off away",
    no: onlyClient,
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return count(await s.app.query("UPDATE days_off SET removed_at = now()"));
      });
    },
  },
  ...["address_books", "address_book_cards", "address_book_turns"].map(
    (table): Attack => ({
      title: `The assistant reads ${table}, with what is sealed in them`,
      no: "nothing",
      guards: [`policy ${table}.for_client_and_jobs`],
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
        return as("assistant", s, `SELECT FROM ${table}`);
      },
    }),
  ),
  {
    title: "The assistant adds an address book of their own",
    no: onlyClient,
    run: (s) => {
      const sql = plain.address_books ?? "";
      return as("assistant", s, `INSERT INTO address_books ${sql}`, [s.desk.id, randomUUID()]);
    },
  },
  {
    title: "A background job sends the client's password somewhere else",
    no: onlyClient,
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return count(await s.app.query("UPDATE address_books SET url = 'https://elsewhere.test'"));
      });
    },
  },
  {
    title: "The assistant reads what the client asked to be mailed",
    no: "nothing",
    guards: ["policy member_settings.own_or_job"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      return as("assistant", s, "SELECT FROM member_settings");
    },
  },
  {
    title: "The assistant asks for mail in the client's name",
    no: othersSettings,
    guards: ["trigger member_settings.a_guard"],
    run: (s) =>
      as(
        "assistant",
        s,
        "INSERT INTO member_settings (workspace_id, user_id, weekly_on) VALUES ($1, $2, true)",
        [s.desk.id, s.desk.client.id],
      ),
  },
  {
    title: "The assistant reads by what the client likes to look at her queue",
    no: "nothing",
    guards: ["policy saved_views.ones_own"],
    run: async (s) => {
      await newView(s, s.desk);
      return as("assistant", s, "SELECT FROM saved_views");
    },
  },
  {
    title: "The assistant saves a view in the client's name",
    no: othersSettings,
    guards: ["trigger saved_views.a_guard"],
    run: (s) =>
      as(
        "assistant",
        s,
        "INSERT INTO saved_views (workspace_id, id, user_id, name, filter) VALUES ($1, gen_random_uuid(), $2, 'Hers', '{}')",
        [s.desk.id, s.desk.client.id],
      ),
  },
  {
    title: "The assistant changes a view of the client's blindly",
    no: othersSettings,
    guards: ["trigger saved_views.a_guard"],
    run: async (s) => {
      await newView(s, s.desk);
      return as("assistant", s, "UPDATE saved_views SET name = 'Mine'");
    },
  },
  {
    title: "The assistant says that the client has had her list already",
    no: '42501 new row violates row-level security policy "own_or_job" for table "sent_notices"',
    guards: ["check of policy sent_notices.own_or_job"],
    run: (s) =>
      as(
        "assistant",
        s,
        "INSERT INTO sent_notices (workspace_id, user_id, key) VALUES ($1, $2, 'weekly:2026-01-01')",
        [s.desk.id, s.desk.client.id],
      ),
  },
  {
    title: "The client writes another line under the assistant's name",
    no: "FH003 fence: a note is its writer's",
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"), { by: s.desk.assistant.id });
      return as("client", s, "UPDATE weekly_notes SET text = 'Something else'");
    },
  },
  ...["distinct_people", "address_book_cards"].map(
    (table): Attack => ({
      title: `Somebody who only reads takes ${table} away`,
      no: "nothing",
      guards: [`policy ${table}.by_writers`],
      run: async (s) => {
        await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
        const reading = { write: false };
        const work = async () => count(await s.app.query(`DELETE FROM ${table}`));
        return during(s.app, s.desk.client, s.desk, work, reading);
      },
    }),
  ),
  {
    title: "The history tells the assistant of an address book",
    no: "nothing",
    guards: ["policy log_entries.of_books_one_sees"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Noor"));
      await as("client", s, "UPDATE address_books SET name = 'Another'");
      return as("assistant", s, "SELECT FROM log_entries WHERE subject = 'address-book'");
    },
  },
  {
    title: "The history tells the assistant that somebody private was merged",
    no: "nothing",
    guards: ["policy log_entries.of_merges_one_sees"],
    run: async (s) => {
      await plant(s, s.desk, await newPerson(s, s.desk, "Dr Secret", true));
      await as("client", s, "UPDATE person_merges SET undone_at = now()");
      return as("assistant", s, "SELECT FROM log_entries WHERE subject = 'merge'");
    },
  },
  {
    title: "Somebody without the jobs' secret asks for whom there are mails and books",
    no: "FH001 fence: this job has not proved itself",
    run: async ({ app, desk }) => {
      await enter(app, desk.assistant, desk);
      return count(await app.query("SELECT FROM fence.mail_wishes('guessed')"));
    },
  },
  {
    title: "Somebody without the jobs' secret reads with the client's eyes",
    no: "FH001 fence: this job has not proved itself",
    run: async ({ app, desk }) =>
      count(
        await app.query("SELECT FROM fence.enter_reader('guessed', $1, $2, 'try')", [
          desk.id,
          desk.client.id,
        ]),
      ),
  },
  {
    title: "Somebody without the jobs' secret asks which desks have books",
    no: "FH001 fence: this job has not proved itself",
    run: async ({ app }) => count(await app.query("SELECT FROM fence.desks_with_due_books('guessed')")),
  },
];
