import { Client } from "pg";
import { describe, expect, test } from "vitest";
import { sayLogReport, verifyLogs } from "@/lib/runtime/verify-log";
import { createTask } from "@/lib/use-cases/task/create-task";
import { moveTask } from "@/lib/use-cases/task/move-task";
import { type Cast, cast } from "../../support/cast";
import { must } from "../../support/must";
import { ownDatabase } from "../../support/own-database";

const at = new Date("2026-11-22T10:00:00Z");

/** Does something to a desk's log that no role of ours may do: past every trigger, as the superuser. */
async function tamper(sql: string, deskId: string): Promise<number> {
  const client = new Client({ connectionString: ownDatabase().superuserUrl });
  await client.connect();
  try {
    await client.query("SET session_replication_role = replica");
    return (await client.query(sql, [deskId])).rowCount ?? 0;
  } finally {
    await client.end();
  }
}

async function aWorkedDesk(): Promise<Cast> {
  const people = await cast(at);
  for (const title of ["Write to Tomas", "Call Noor", "Answer Priya"]) {
    const { task } = must(await createTask(people.assistant, { kind: "personal-reply", title }, at));
    must(await moveTask(people.assistant, { id: task.id, version: task.version, to: "client" }));
  }
  return people;
}

describe("Whoever rewrites the history is found", () => {
  test("a desk that nobody tampered with is whole, and says how much was looked at", async () => {
    const { desk } = await aWorkedDesk();
    const report = await verifyLogs(ownDatabase().ownerUrl);
    expect(report.breaks.filter((one) => one.desk === desk.slug)).toEqual([]);
    expect(report.entries).toBeGreaterThan(6);
    expect(sayLogReport({ entries: 1234, desks: 1, breaks: [] })).toBe(
      "1,234 entries on 1 desk, the chain is whole.",
    );
  });

  const attacks: [string, string, string][] = [
    [
      "changes what an entry says",
      `UPDATE log_entries SET after = '{"state": "done"}' WHERE workspace_id = $1 AND seq = 5`,
      "what the entry says was changed",
    ],
    [
      "puts another name to a deed",
      "UPDATE log_entries SET by_role = CASE by_role WHEN 'client' THEN 'assistant' ELSE 'client' END WHERE workspace_id = $1 AND seq = 5",
      "who, when or what of the entry was changed",
    ],
    [
      "moves a deed to another day",
      "UPDATE log_entries SET at = at - interval '1 day' WHERE workspace_id = $1 AND seq = 5",
      "who, when or what of the entry was changed",
    ],
    [
      "says that a text was erased",
      `UPDATE log_entries SET erased_at = now(), verb = 'edit-task' WHERE workspace_id = $1 AND seq = 5`,
      "an erased entry says something",
    ],
    [
      "takes an entry out",
      "DELETE FROM log_entries WHERE workspace_id = $1 AND seq = 5",
      "an entry is missing",
    ],
    [
      "takes the last entries away",
      "DELETE FROM log_entries WHERE workspace_id = $1 AND seq > (SELECT max(seq) - 2 FROM log_entries WHERE workspace_id = $1)",
      "entries are missing at the end",
    ],
    [
      "swaps two entries",
      "UPDATE log_entries SET seq = CASE seq WHEN 5 THEN -6 ELSE -5 END WHERE workspace_id = $1 AND seq IN (5, 6)",
      "",
    ],
  ];
  test.each(attacks)("somebody who %s", async (_, sql, why) => {
    const { desk } = await aWorkedDesk();
    expect(await tamper(sql, desk.id)).toBeGreaterThan(0);
    if (why === "") {
      await tamper("UPDATE log_entries SET seq = -seq WHERE workspace_id = $1 AND seq < 0", desk.id);
    }
    const report = await verifyLogs(ownDatabase().ownerUrl);
    const [broken, ...more] = report.breaks.filter((one) => one.desk === desk.slug);
    expect(more).toEqual([]);
    expect(broken?.why).toBe(why || "the entry does not follow the one before it");
    expect(sayLogReport(report)).toContain(`${desk.slug}: broken at entry`);
  });

  test("what is allowed to be erased one day leaves the chain whole", async () => {
    const { desk } = await aWorkedDesk();
    await tamper(
      "UPDATE log_entries SET before = NULL, after = NULL, erased_at = now() WHERE workspace_id = $1 AND seq = 5",
      desk.id,
    );
    const report = await verifyLogs(ownDatabase().ownerUrl);
    expect(report.breaks.filter((one) => one.desk === desk.slug)).toEqual([]);
  });
});
