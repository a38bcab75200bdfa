import { afterAll } from "vitest";
import { type TestDatabase, testDatabase } from "./database";
import { TEST_SECRET } from "./start-postgres";

// Runs before each integration file is loaded: the file's own database is in the settings by the time anybody reads them.
const database: TestDatabase = await testDatabase();

Object.assign(process.env, {
  APP_DATABASE_URL: database.appUrl,
  AUTH_DATABASE_URL: database.authUrl,
  FIRSTHAND_SECRET: TEST_SECRET,
  LOG_LEVEL: "error",
});

afterAll(() => database.drop());

/** The database of this test file, the one that `lib/data` talks to in it. */
export function ownDatabase(): TestDatabase {
  return database;
}
