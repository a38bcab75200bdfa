import { randomUUID } from "node:crypto";
import type { Attack, Scene } from "../../../support/fence/attack";
import { checking as checkedBy, newCheck } from "../../../support/fence/check-world";
import { as, asJob, really } from "../../../support/fence/words";
import { count, during } from "../../../support/fence/world";

const onlyClient = "FH001 fence: only the client checks this";
const noJob = "FH003 fence: a job confirms nothing";
const stays = "FH008 fence: a check stays as it was recorded";
const forGood = "FH003 fence: a check is lost once, and never comes back";
const recorded = "FH006 fence: a meeting is checked when that is recorded";

/** A check in plain SQL; what is not said stands as somebody honest would have it. */
function checkOf(s: Scene, event: string, task: string | null, more: Record<string, string> = {}): string {
  const columns: Record<string, string> = {
    workspace_id: `'${s.desk.id}'`,
    id: `'${randomUUID()}'`,
    event_id: `'${event}'`,
    task_id: task === null ? "NULL" : `'${task}'`,
    starts_at: "'2036-12-03T12:00:00Z'",
    ends_at: "'2036-12-03T13:00:00Z'",
    place: "'Quay 4'",
    confirmed: "'{date,time}'",
    with_whom: "'Noor Haddad'",
    how: "'call'",
    ...more,
  };
  return `INSERT INTO event_checks (${Object.keys(columns).join(", ")}) VALUES (${Object.values(columns).join(", ")})`;
}

/** Around E4: who confirmed a meeting is told by proof, and what must be the client is confirmed by the client. */
export const checking: Attack[] = [
  ...(["assistant", "agent"] as const).flatMap((who): Attack[] => [
    {
      title: `The ${who} records the check of what must be the client`,
      no: onlyClient,
      run: async (s) => as(s, who, checkOf(s, await checkedBy(s, s.desk, s.strict), s.strict)),
    },
    {
      title: `The ${who} records the check of what must be the client by another task, or by none`,
      no: onlyClient,
      guards: ["line a second task about a meeting is not a way around its check"],
      run: async (s) => {
        const event = await checkedBy(s, s.desk, s.strict);
        await s.sudo.query("UPDATE tasks SET kind = 'meeting-check' WHERE id = $1", [s.loose]);
        const byNone = await as(s, who, checkOf(s, event, null));
        return byNone + (await as(s, who, checkOf(s, event, s.loose, { place: "'Quay 5'" })));
      },
    },
    {
      title: `The ${who} records the check of what must be the client at a time that cannot be read`,
      no: onlyClient,
      guards: ["line a second task about a meeting is not a way around its check"],
      run: async (s) => {
        const event = await checkedBy(s, s.desk, s.strict);
        await s.sudo.query('UPDATE tasks SET fields = fields || \'{"startsAt": "soon"}\' WHERE id = $1', [
          s.strict,
        ]);
        return as(s, who, checkOf(s, event, s.loose));
      },
    },
    {
      title: `The ${who} records a check in the client's name, a year ago`,
      no: "nothing",
      guards: ["trigger event_checks.a_guard", "line who confirmed is written from proof"],
      run: async (s) => {
        const { client } = s.desk;
        const event = await checkedBy(s, s.desk, s.loose);
        const forged = { checked_by: `'${client.id}'`, checked_role: "'client'", checked_at: "'2020-01-01'" };
        await as(s, who, checkOf(s, event, s.loose, forged));
        return really(
          s,
          "SELECT FROM event_checks WHERE workspace_id = $1 AND (checked_by = $2 OR checked_role = 'client' OR checked_at < '2021-01-01')",
          [s.desk.id, client.id],
        );
      },
    },
    {
      title: `The ${who} changes what was confirmed`,
      no: "42501 permission denied for table event_checks",
      guards: ["grant UPDATE (with_whom) ON event_checks"],
      run: async (s) => {
        const { id } = await newCheck(s, s.desk, { task: { tag: "delegable" } });
        return as(s, who, "UPDATE event_checks SET with_whom = 'Nobody' WHERE id = $1", [id]);
      },
    },
    {
      title: `The ${who} brings a lost check back`,
      no: forGood,
      run: async (s) => {
        const { id } = await newCheck(s, s.desk, { task: { tag: "delegable" } });
        await s.sudo.query("UPDATE event_checks SET voided_at = now(), void_why = 'moved' WHERE id = $1", [
          id,
        ]);
        return as(s, who, "UPDATE event_checks SET voided_at = NULL, void_why = NULL WHERE id = $1", [id]);
      },
    },
    {
      title: `The ${who} takes back what the client confirmed of a private meeting`,
      no: "nothing",
      guards: ["policy event_checks.of_events_one_sees"],
      run: async (s) => {
        await newCheck(s, s.desk, { isPrivate: true });
        const seen = await as(s, who, "SELECT FROM event_checks");
        return seen + (await as(s, who, "UPDATE event_checks SET voided_at = now(), void_why = 'undone'"));
      },
    },
    {
      title: `The ${who} records a check of a private meeting`,
      no: stays,
      guards: ["line what one may not see is not confirmed"],
      run: async (s) => as(s, who, checkOf(s, await checkedBy(s, s.desk, s.loose, true), null)),
    },
  ]),
  {
    title: "The assistant records a check of a must-be-you task by a conflict, or with MERGE",
    no: onlyClient,
    run: async (s) => {
      const event = await checkedBy(s, s.desk, s.strict);
      const merge = checkOf(s, event, s.strict).replace(
        /^INSERT INTO event_checks (\(.*\)) VALUES (\(.*\))$/,
        "MERGE INTO event_checks k USING (SELECT 1) x ON false WHEN NOT MATCHED THEN INSERT $1 VALUES $2",
      );
      return as(s, "assistant", merge);
    },
  },
  {
    title: "A job confirms a meeting",
    no: noJob,
    run: async (s) => asJob(s, checkOf(s, await checkedBy(s, s.desk, s.loose), s.loose)),
  },
  {
    title: "A job takes a check back as if somebody had",
    no: forGood,
    guards: ["line a job only says that a meeting moved"],
    run: async (s) => {
      const { id } = await newCheck(s, s.desk, { task: { tag: "delegable" } });
      return asJob(s, `UPDATE event_checks SET voided_at = now(), void_why = 'undone' WHERE id = '${id}'`);
    },
  },
  {
    title: "The client brings a lost check back, too",
    no: forGood,
    run: async (s) => {
      const { id } = await newCheck(s, s.desk);
      await as(s, "client", "UPDATE event_checks SET voided_at = now(), void_why = 'undone' WHERE id = $1", [
        id,
      ]);
      return as(s, "client", "UPDATE event_checks SET voided_at = now(), void_why = 'moved' WHERE id = $1", [
        id,
      ]);
    },
  },
  {
    title: "A check begins as one that was lost long ago",
    no: "nothing",
    guards: ["trigger event_checks.a_guard", "line a check begins as one that stands"],
    run: async (s) => {
      const event = await checkedBy(s, s.desk, s.loose);
      const lost = { voided_at: "'2020-01-01'", void_why: "'moved'" };
      await as(s, "assistant", checkOf(s, event, s.loose, lost));
      return really(s, "SELECT FROM event_checks WHERE workspace_id = $1 AND voided_at IS NOT NULL", [
        s.desk.id,
      ]);
    },
  },
  {
    title: "A check is recorded twice for the same time",
    no: "23505 event_checks_one_standing",
    run: async (s) => {
      const event = await checkedBy(s, s.desk, s.loose);
      await as(s, "assistant", checkOf(s, event, s.loose));
      return as(s, "assistant", checkOf(s, event, s.loose));
    },
  },
  {
    title: "The assistant completes a check without recording one",
    no: recorded,
    run: async (s) => {
      await checkedBy(s, s.desk, s.loose);
      return as(s, "assistant", "UPDATE tasks SET state = 'done' WHERE id = $1", [s.loose]);
    },
  },
  {
    title: "The client completes a check whose record was lost",
    no: recorded,
    run: async (s) => {
      const event = await checkedBy(s, s.desk, s.strict);
      await as(s, "client", checkOf(s, event, s.strict));
      await as(s, "client", "UPDATE event_checks SET voided_at = now(), void_why = 'moved'");
      return as(s, "client", "UPDATE tasks SET state = 'done' WHERE id = $1", [s.strict]);
    },
  },
  {
    title: "A check of this desk is recorded from another",
    no: stays,
    run: async (s) => {
      const event = await checkedBy(s, s.desk, s.loose);
      return during(s.app, s.stranger.client, s.stranger, async () =>
        count(await s.app.query(checkOf(s, event, s.loose))),
      );
    },
  },
  {
    title: "The client of another desk reads what was confirmed here, and takes it back",
    no: "nothing",
    run: async (s) => {
      await newCheck(s, s.desk);
      return during(s.app, s.stranger.client, s.stranger, async () => {
        const seen = count(await s.app.query("SELECT FROM event_checks"));
        return (
          seen + count(await s.app.query("UPDATE event_checks SET voided_at = now(), void_why = 'undone'"))
        );
      });
    },
  },
  ...(["inserted", "updated"] as const).map(
    (how): Attack => ({
      title: `A check is ${how}, and nobody can read of it later`,
      no: "nothing",
      guards: [`trigger event_checks.z_log_${how}`],
      run: async (s) => {
        const event = await checkedBy(s, s.desk, s.loose);
        await as(s, "assistant", checkOf(s, event, s.loose));
        if (how === "updated")
          await as(s, "assistant", "UPDATE event_checks SET voided_at = now(), void_why = 'undone'");
        const logged = await really(
          s,
          `SELECT FROM log_entries WHERE workspace_id = $1 AND subject = 'event-check' AND (before IS NULL) = ${how === "inserted"}`,
          [s.desk.id],
        );
        return logged === 0 ? 1 : 0;
      },
    }),
  ),
];
