import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { count, during, inTransaction, newPerson, type Someone } from "../../../support/fence/world";

const out = "FH003 fence: only the client takes somebody out of a strict circle";
const onlyClient = "FH003 fence: only the client changes this";
const notThere = "FH006 fence: somebody is put into circles that there are";
const stays = "FH006 fence: a circle with people in it stays";

async function strictCircle(s: Scene): Promise<void> {
  await s.sudo.query(
    "INSERT INTO circles (workspace_id, key, name, default_tag) VALUES ($1, 'family', 'Family', 'must-be-you')",
    [s.desk.id],
  );
}

function as(who: "client" | "assistant" | "agent", s: Scene, sql: string, values: unknown[] = []) {
  return during(s.app, s.desk[who] as Someone, s.desk, async () => count(await s.app.query(sql, values)));
}

/** Moves somebody who is in some circles, as somebody, by a change of their row. */
function move(title: string, no: string, who: "assistant" | "agent", from: string[], set: string): Attack {
  return {
    title,
    no,
    run: async (s) => {
      await strictCircle(s);
      const id = await newPerson(s, s.desk, "Noor", false, from);
      return as(who, s, `UPDATE persons SET ${set} WHERE id = $1`, [id]);
    },
  };
}

/** Lets somebody have come with an import of `whose`, and takes them off the desk as the assistant. */
async function takeImported(s: Scene, whose: Someone, id: string): Promise<number> {
  await s.sudo.query(
    `WITH i AS (INSERT INTO imports (workspace_id, id, kind, file_name, created_by, state) VALUES ($1, $2, 'vcard', 'm.vcf', $3, 'done'))
     UPDATE persons SET import_id = $2 WHERE id = $2`,
    [s.desk.id, id, whose.id],
  );
  return as("assistant", s, "UPDATE persons SET removed_at = now() WHERE id = $1", [id]);
}

/** Two people and the record of their merge, as the one who merges writes it. */
async function merge(s: Scene, who: "client" | "assistant" | "system", one: string, into: string) {
  const work = async () => {
    await s.app.query(
      "INSERT INTO person_merges (workspace_id, id, kept_id, merged_id, undo) VALUES ($1, gen_random_uuid(), $2, $3, '{}')",
      [s.desk.id, into, one],
    );
    return count(
      await s.app.query("UPDATE persons SET merged_into_id = $2, removed_at = now() WHERE id = $1", [
        one,
        into,
      ]),
    );
  };
  if (who !== "system") return during(s.app, s.desk[who], s.desk, work);
  return inTransaction(s.app, async () => {
    await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
    return work();
  });
}

/** Around fence 2, 3 and 6, one step before the tag: how near somebody is, and two who become one. */
export const circles: Attack[] = [
  move(
    "The assistant moves somebody out of the inner circle",
    out,
    "assistant",
    ["inner"],
    "circles = '{wider}'",
  ),
  move("The agent moves somebody out by the nearest alone", out, "agent", ["inner"], "circle = 'wider'"),
  move(
    "The assistant drops the strict one of two circles",
    out,
    "assistant",
    ["family", "friends"],
    "circles = '{friends}'",
  ),
  move(
    "The assistant moves somebody from everything to greetings",
    out,
    "assistant",
    ["family"],
    "circles = '{inner}'",
  ),
  move(
    "The assistant takes somebody near off the desk",
    out,
    "assistant",
    ["inner"],
    "removed_at = now(), note = 'gone'",
  ),
  {
    title: "The assistant takes somebody near off the desk whom the client brought from a file",
    no: out,
    guards: ["line somebody near goes with one's own import alone"],
    run: async (s) => takeImported(s, s.desk.client, await newPerson(s, s.desk, "Noor", false, ["inner"])),
  },
  {
    title:
      "The assistant takes somebody near off the desk whom the client has touched since the assistant's import",
    no: out,
    guards: ["line somebody near goes untouched alone"],
    run: async (s) => {
      const id = await newPerson(s, s.desk, "Noor", false, ["inner"]);
      await as("client", s, "UPDATE persons SET note = 'Likes tea' WHERE id = $1", [id]);
      return takeImported(s, s.desk.assistant, id);
    },
  },
  move(
    "The agent moves and removes in one stroke",
    out,
    "agent",
    ["inner"],
    "circles = '{wider}', removed_at = now()",
  ),
  move(
    "The assistant puts somebody into a circle that there is not",
    notThere,
    "assistant",
    ["wider"],
    "circles = '{club}'",
  ),
  move(
    "The assistant puts somebody into no circle",
    '23502 null value in column "circle" of relation "persons" violates not-null constraint',
    "assistant",
    ["wider"],
    "circles = '{}'",
  ),
  {
    title: "The assistant writes somebody down in a circle that was removed",
    no: notThere,
    run: async (s) => {
      await strictCircle(s);
      await s.sudo.query("UPDATE circles SET removed_at = now() WHERE key = 'family' AND workspace_id = $1", [
        s.desk.id,
      ]);
      return as(
        "assistant",
        s,
        "INSERT INTO persons (workspace_id, id, name, sort_name, circles) VALUES ($1, $2, 'New', 'new', '{family}')",
        [s.desk.id, randomUUID()],
      );
    },
  },
  {
    title: "The client brings somebody back into a circle that was removed",
    no: notThere,
    guards: ["line somebody comes back into circles that there are"],
    run: async (s) => {
      await strictCircle(s);
      const id = await newPerson(s, s.desk, "Noor", false, ["family"]);
      await s.sudo.query("UPDATE persons SET removed_at = now() WHERE id = $1", [id]);
      await as("client", s, "UPDATE circles SET removed_at = now() WHERE key = 'family'");
      return as("client", s, "UPDATE persons SET removed_at = NULL WHERE id = $1", [id]);
    },
  },
  {
    title: "A background job moves somebody out of the inner circle",
    no: out,
    run: async (s) => {
      const id = await newPerson(s, s.desk, "Noor", false, ["inner"]);
      return inTransaction(s.app, async () => {
        await s.app.query("SELECT fence.enter_job($1, $2, 'try')", [s.jobSecret, s.desk.id]);
        return count(await s.app.query("UPDATE persons SET circles = '{wider}' WHERE id = $1", [id]));
      });
    },
  },
  {
    title: "The assistant asks less of a circle",
    no: onlyClient,
    run: (s) => as("assistant", s, "UPDATE circles SET greet_in_person = false, default_tag = NULL"),
  },
  {
    title: "The client gives a circle another key, and its people another strictness",
    no: "42501 permission denied for table circles",
    guards: ["grant UPDATE (key) ON circles"],
    run: (s) => as("client", s, "UPDATE circles SET key = 'far' WHERE key = 'inner'"),
  },
  {
    title: "The owner's own hand gives a circle another key",
    no: "FH008 fence: a circle stays what it is",
    run: (s) =>
      during(s.owner, s.desk.client, s.desk, async () =>
        count(
          await s.owner.query("UPDATE circles SET key = 'far' WHERE key = 'inner' AND workspace_id = $1", [
            s.desk.id,
          ]),
        ),
      ),
  },
  {
    title: "The client removes a circle that every desk has",
    no: stays,
    run: (s) => as("client", s, "UPDATE circles SET removed_at = now() WHERE key = 'inner'"),
  },
  {
    title: "The client removes a circle from under its people",
    no: stays,
    run: async (s) => {
      await strictCircle(s);
      await newPerson(s, s.desk, "Noor", true, ["wider", "family"]);
      return as("client", s, "UPDATE circles SET removed_at = now() WHERE key = 'family'");
    },
  },
  {
    title: "The assistant writes somebody down as merged",
    no: "FH006 fence: nobody is written down as merged",
    run: async (s) => {
      const noor = await newPerson(s, s.desk, "Noor");
      return as(
        "assistant",
        s,
        "INSERT INTO persons (workspace_id, id, name, sort_name, merged_into_id, removed_at) VALUES ($1, gen_random_uuid(), 'N', 'n', $2, now())",
        [s.desk.id, noor],
      );
    },
  },
  {
    title: "A background job merges two people",
    no: "FH001 fence: a job merges nobody",
    run: async (s) =>
      merge(s, "system", await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")),
  },
  {
    title: "The assistant merges somebody into one who is private",
    no: "FH006 fence: somebody who is there is merged into somebody who is there",
    run: async (s) => {
      const [noor, secret] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Secret", true)];
      return as("assistant", s, "UPDATE persons SET merged_into_id = $2, removed_at = now() WHERE id = $1", [
        noor,
        secret,
      ]);
    },
  },
  {
    title: "The client merges somebody private into one whom everybody sees",
    no: "FH007 fence: what is private stays private when it is merged",
    run: async (s) =>
      merge(s, "client", await newPerson(s, s.desk, "Secret", true), await newPerson(s, s.desk, "Noor")),
  },
  {
    title: "The client merges somebody near into one who is far",
    no: "FH006 fence: somebody is merged into one of circles as strict",
    run: async (s) =>
      merge(
        s,
        "client",
        await newPerson(s, s.desk, "Noor", false, ["inner"]),
        await newPerson(s, s.desk, "Nor"),
      ),
  },
  {
    title: "A merge is taken back, and then once more",
    no: "FH006 fence: a merge is taken back once",
    run: async (s) => {
      await merge(s, "client", await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor"));
      await as("client", s, "UPDATE person_merges SET undone_at = now()");
      return as("client", s, "UPDATE person_merges SET undone_at = NULL");
    },
  },
  {
    title: "The assistant gives somebody's birthday to somebody else",
    no: "FH006 fence: a day stays whose it is, but for a merge",
    run: async (s) => {
      const noor = await newPerson(s, s.desk, "Noor");
      await s.sudo.query(
        "INSERT INTO person_dates (workspace_id, id, person_id, kind, month, day) VALUES ($1, gen_random_uuid(), $2, 'birthday', 5, 3)",
        [s.desk.id, noor],
      );
      return as("assistant", s, "UPDATE person_dates SET person_id = $1", [
        await newPerson(s, s.desk, "Tom"),
      ]);
    },
  },
  {
    title: "What is private about somebody stays behind when the assistant merges them",
    no: "nothing",
    guards: ["trigger persons.d_follow"],
    run: async (s) => {
      const [noor, nor] = [await newPerson(s, s.desk, "Noor"), await newPerson(s, s.desk, "Nor")];
      await s.sudo.query(
        `INSERT INTO person_facts (workspace_id, id, person_id, kind, value, is_private, entered_role, entered_at)
         VALUES ($1, gen_random_uuid(), $2, 'like', 'Tea', true, 'client', now())`,
        [s.desk.id, noor],
      );
      await merge(s, "assistant", noor, nor);
      const { rows } = await s.sudo.query("SELECT FROM person_facts WHERE person_id = $1", [noor]);
      return rows.length;
    },
  },
];
