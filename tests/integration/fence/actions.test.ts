import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type FormState, untouchedForm } from "@/lib/actions/form-state";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { closeWorld, type Desk, newDesk, openWorld, type World } from "../../support/fence/world";
import { ownDatabase } from "../../support/own-database";
import { type ActionRow, actionRows } from "./doors";
import { photograph, sessionOf, type Visitor, visitors } from "./knock";

// Next hands an action its request out of sight; here it is in sight.
const carried = vi.hoisted(() => ({ cookie: "" }));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => (carried.cookie ? { value: carried.cookie } : undefined) }),
  headers: async () => new Headers(),
}));
vi.mock("next/cache", () => ({ refresh: () => undefined }));

type Action = (before: FormState, form: FormData) => Promise<FormState>;

let world: World;
let cells = 0;
beforeAll(async () => {
  world = await openWorld(ownDatabase());
});
afterAll(async () => {
  await closeWorld(world);
  await closeAppDatabase();
  await closeAuthDatabase();
});

test.each(actionRows.map((row) => [row.door, JSON.stringify(row.form), row] as const))(
  "%s with %s",
  async (door, _, row) => {
    for (const who of visitors) {
      const [desk, stranger] = [await newDesk(world), await newDesk(world)];
      const form = await fill(row, desk, stranger, who);
      const picture = await photograph(world, [desk, stranger]);
      carried.cookie = sessionOf(who, desk, stranger)?.token ?? "";

      const answer = await submit(door, form);

      const expected = row.answers[["client", "assistant", "agent"].indexOf(who)] ?? outside(who);
      expect(answer, `${who}: ${door}`).toBe(expected);
      if (expected !== "done") expect(await photograph(world, [desk, stranger]), who).toBe(picture);
      const remembered = await refusals(desk);
      expect(remembered, who).toEqual(expected.startsWith("Only Mira ") ? ["only-client"] : []);
      cells += 1;
    }
  },
);

test("The table of forms has all the cells it is to have", () => {
  expect(cells).toBe(actionRows.length * 6);
});

/** Whoever is signed out is led to signing in; for everybody else who does not belong there is no such desk. */
function outside(who: Visitor): string {
  return who === "signed-out" ? "to sign in" : "not found";
}

async function fill(row: ActionRow, desk: Desk, stranger: Desk, who: Visitor): Promise<FormData> {
  const invitation = randomUUID();
  await world.sudo.query(
    "INSERT INTO invitations (workspace_id, id, email, token_hash, invited_by, expires_at) VALUES ($1, $2, 'soon@test.invalid', $3, $4, now() + interval '1 day')",
    [desk.id, invitation, Buffer.from(invitation), desk.client.id],
  );
  await world.sudo.query(
    "INSERT INTO circles (workspace_id, key, name, position) VALUES ($1, 'band', 'Band', 9)",
    [desk.id],
  );
  const daysOff = randomUUID();
  await world.sudo.query(
    "INSERT INTO days_off (workspace_id, id, from_on, to_on) VALUES ($1, $2, '2027-07-01', '2027-07-14')",
    [desk.id, daysOff],
  );
  const somebodyElse = who === "assistant" ? desk.agent : desk.assistant;
  const sessions = await world.sudo.query("SELECT id FROM sessions WHERE user_id = $1", [
    (who === "client" ? desk.assistant : desk.client).id,
  ]);
  const named: Record<string, string> = {
    ":invitation": invitation,
    ":member": somebodyElse.id,
    ":client": desk.client.id,
    ":daysOff": daysOff,
    ":stranger": stranger.client.id,
    ":session": sessions.rows[0].id,
  };
  const form = new FormData();
  form.set("workspace", desk.slug);
  for (const [name, value] of Object.entries(row.form)) form.set(name, named[value] ?? value);
  return form;
}

/** What the form says afterwards: done, a sentence, or where it leads instead. */
async function submit(door: string, form: FormData): Promise<string> {
  const [, file = "", name = ""] = door.split(" ");
  const actions = (await import(/* @vite-ignore */ `${process.cwd()}/${file}`)) as Record<string, Action>;
  try {
    const state = await (actions[name] as Action)(untouchedForm, form);
    return state.done ? "done" : (state.problem ?? Object.values(state.fields)[0] ?? "nothing was said");
  } catch (error) {
    const { digest = "" } = error as { digest?: string };
    if (digest.startsWith("NEXT_REDIRECT") && digest.includes("/sign-in")) return "to sign in";
    if (digest.includes("404")) return "not found";
    throw error;
  }
}

async function refusals(desk: Desk): Promise<string[]> {
  const { rows } = await world.sudo.query(
    "SELECT refusal FROM log_entries WHERE workspace_id = $1 AND refusal IS NOT NULL",
    [desk.id],
  );
  return rows.map((row) => row.refusal);
}
