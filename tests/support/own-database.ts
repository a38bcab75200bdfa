import { closeAuthDatabase } from "@/lib/data/auth-database";
import { closeAppDatabase } from "@/lib/data/client";
import { cleanDatabase, lookAtUntouched, type Untouched } from "./clean-database";
import { type TestDatabase, testDatabase } from "./database";
import { resetSettings, setSettings } from "./settings";
import { TEST_SECRET } from "./start-postgres";

type Kept = { database: TestDatabase; untouched: Untouched };
const kept = globalThis as unknown as { testDatabase?: Kept };

// Runs before each integration file is loaded: the file's own database is in the settings by the time anybody reads them. Many files
// share a process, in which only this one is loaded anew for each. They share the process's database as well, one after the other, as
// long as it can be made what it was; its pools stay open then.
const { database } = await ownOrNew();
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

async function ownOrNew(): Promise<Kept> {
  const { testDatabase: last } = kept;
  if (last && (await cleanDatabase(last.database.superuserUrl, last.untouched))) return last;
  await closeAppDatabase();
  await closeAuthDatabase();
  await last?.database.drop();
  const database = await testDatabase();
  kept.testDatabase = { database, untouched: await lookAtUntouched(database.superuserUrl) };
  return kept.testDatabase;
}

/** The database of this test file, the one that `lib/data` talks to in it. */
export function ownDatabase(): TestDatabase {
  if (!kept.testDatabase) throw new Error("Only an integration test has a database of its own.");
  return kept.testDatabase.database;
}
