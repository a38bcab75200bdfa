import { expect, test } from "vitest";
import { readEnv } from "@/lib/env";
import { refuseDatabase } from "@/lib/runtime/refuse-database";

const url = "postgresql://somebody:secret@db.example.com:5432/firsthand";
const refused = (settings: Record<string, string>) => refuseDatabase(readEnv(settings));

test("A role of somebody's own database, without that database, does not mean the embedded one in silence", () => {
  expect(refused({ APP_DATABASE_URL: url })).toMatch(/^APP_DATABASE_URL is set and DATABASE_URL is not/);
  expect(refused({ APP_DATABASE_URL: url, AUTH_DATABASE_URL: url })).toMatch(
    /^APP_DATABASE_URL and AUTH_DATABASE_URL are set and.*or unset them\.$/,
  );
});

test("The database by its name, with any of its roles or none, is used, and so is the embedded one", () => {
  expect(refused({})).toBeNull();
  expect(refused({ DATABASE_URL: url })).toBeNull();
  expect(refused({ DATABASE_URL: url, DATABASE_OWNER_URL: url, AUTH_DATABASE_URL: url })).toBeNull();
});
