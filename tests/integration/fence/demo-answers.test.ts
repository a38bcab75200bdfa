import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { findDemoMember } from "@/lib/data/arrivals";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { addDays, dayAt } from "@/lib/domain/calendar/zone-day";
import { exportFormats } from "@/lib/domain/person/exported";
import { taskStates } from "@/lib/domain/task/task";
import { operations } from "@/lib/schemas/api/all";
import { makeSession } from "@/prisma/seed/make/make-session";
import { seedDemo } from "@/prisma/seed/seed-demo";
import { holdAnswer } from "../../support/fence/hold-answer";
import type { Someone } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { knock } from "./knock";
import { absent } from "./things";

const at = new Date();
const today = dayAt(at.getTime(), "Europe/Berlin");
const desk = "/api/v1/w/[workspace]";
const slug = "mira-holt";
const people: Someone[] = [];

/** Where the ids are that a path's {id} stands for. */
const tables: Record<string, string> = {
  tasks: "tasks",
  drafts: "drafts",
  "draft-attachments": "draft_attachments",
  people: "persons",
  events: "events",
  calendars: "calendars",
  "address-books": "address_books",
  gestures: "gestures",
  imports: "imports",
  webhooks: "webhooks",
};

/** What is asked beside the address, where something has to be, or where more is told then. */
const queries: Record<string, string[]> = {
  readChanges: ["after=0"],
  searchDesk: ["q=noor", "q=birthday", "q=call"],
  listTasks: taskStates.map((state) => `state=${state}`),
  exportPeople: exportFormats.map((format) => `format=${format}`),
  readDraftDiff: ["from=1&to=1", "from=1&to=2"],
  readCalendar: [`from=${addDays(today, -30)}&to=${addDays(today, 12)}`],
};

/** What the demo has none of: these answer that there is no such thing. */
const none = [
  "readAttachment",
  "readPicture",
  "readCalendarSource",
  "readAddressBook",
  "readImportRows",
  "readWebhook",
  "readDeliveries",
];

let database: Client;
beforeAll(async () => {
  await seedDemo({ at });
  database = new Client({ connectionString: ownDatabase().superuserUrl });
  await database.connect();
  for (const role of ["client", "assistant"] as const) {
    const member = await findDemoMember(role);
    const id = member?.userId ?? "";
    people.push({ id, token: await makeSession(id, at), name: role });
  }
});
afterAll(async () => {
  await database.end();
  await closeAppDatabase();
  await closeAuthDatabase();
});

/** Everything of that kind on the desk, and what is not there. */
async function idsFor(path: string): Promise<string[]> {
  if (!path.includes("{id}")) return [absent];
  const { rows } = await database.query(
    `SELECT t.id FROM ${tables[path.split("/")[1] ?? ""]} t JOIN workspaces w ON w.id = t.workspace_id WHERE w.slug = $1`,
    [slug],
  );
  return [absent, ...rows.map((row) => row.id)];
}

describe("What the demo desk tells is what the document promises", () => {
  const gets = operations.filter((one) => one.method === "GET");

  test.each(gets.map((one) => [one.id, one] as const))("%s, to Mira and to Ana", async (_, one) => {
    const door = `GET ${desk}${one.path.replace("{id}", "[id]")}`;
    const statuses = new Set<number>();
    for (const who of people)
      for (const id of await idsFor(one.path))
        for (const query of queries[one.id] ?? [""]) {
          const answer = await knock(door, slug, id, who, { query });
          holdAnswer(door, answer, `${door} ${id} ${query}`);
          statuses.add(answer.status);
        }

    expect(statuses.has(200)).toBe(!none.includes(one.id));
    expect([...statuses].filter((status) => status !== 200 && status !== 404 && status !== 403)).toEqual([]);
  });
});
