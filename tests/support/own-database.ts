import { afterAll } from "vitest";
import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { type TestDatabase, testDatabase } from "./database";
import { resetSettings, setSettings } from "./settings";
import { TEST_SECRET } from "./start-postgres";

// Runs before each integration file is loaded: the file's own database is in the settings by the time anybody reads them. Many files
// share a process, in which only this one is loaded anew for each; whatever the file before has left open is closed.
const database: TestDatabase = await testDatabase();
const kept = globalThis as unknown as { testDatabase?: TestDatabase };
kept.testDatabase = database;

await closePools();
resetSettings();
const settings = {
  APP_DATABASE_URL: database.appUrl,
  AUTH_DATABASE_URL: database.authUrl,
  FIRSTHAND_SECRET: TEST_SECRET,
  LOG_LEVEL: "error" as const,
};
setSettings(settings);
// For the processes that a test starts.
Object.assign(process.env, settings);

afterAll(async () => {
  await closePools();
  await database.drop();
});

async function closePools(): Promise<void> {
  await closeAppDatabase();
  await closeAuthDatabase();
}

/** The database of this test file, the one that `lib/data` talks to in it. */
export function ownDatabase(): TestDatabase {
  if (!kept.testDatabase) throw new Error("Only an integration test has a database of its own.");
  return kept.testDatabase;
}
