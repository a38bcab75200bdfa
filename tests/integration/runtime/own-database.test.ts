import { Client } from "pg";
import { expect, test } from "vitest";
import { databaseUrl } from "@/lib/env";
import { ownDatabase } from "../../support/own-database";

test("Somebody writing a test finds the app already talking to a database that is theirs alone", async () => {
  const client = new Client({ connectionString: databaseUrl("app") });
  await client.connect();
  const { rows } = await client.query("SELECT current_user::text AS role, current_database() AS name");
  await client.end();

  expect(databaseUrl("app")).toBe(ownDatabase().appUrl);
  expect(rows[0].role).toMatch(/^firsthand_app_[0-9a-f]{10}$/);
  expect(rows[0].name).toMatch(/^desk_[0-9a-f]{12}$/);
});
