import { randomBytes } from "node:crypto";
import { readFile, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { DEMO_SECRET, type Env } from "@/lib/env";

/**
 * With the embedded database a real secret is made and kept; several processes on an outside one must be given theirs. Made once: a
 * database that has lost its secret is not given another in silence, which would open nothing of what desks keep sealed.
 */
export async function findSecret(
  settings: Pick<Env, "DATABASE_URL" | "DATA_DIR" | "FIRSTHAND_SECRET">,
): Promise<string> {
  if (settings.DATABASE_URL || settings.FIRSTHAND_SECRET !== DEMO_SECRET) return settings.FIRSTHAND_SECRET;
  const file = path.resolve(settings.DATA_DIR, "secret");
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (kept) return kept;
  const database = path.resolve(settings.DATA_DIR, "postgres");
  if (await stat(database).catch(() => null)) throw new Error(lost(database, file));
  const made = randomBytes(32).toString("base64url");
  await writeFile(file, `${made}\n`, { mode: 0o600, flush: true });
  return made;
}

function lost(database: string, file: string): string {
  return [
    `The database in ${database} is there, but not the secret that it was served with: there is no ${file}, and FIRSTHAND_SECRET is not set.`,
    "Set it as it was, or put the file back from a backup. If it is gone for good, make another (openssl rand -base64 32) and set that:",
    "what desks keep under the old one, such as passwords of mailboxes, is then to be entered again.",
  ].join("\n");
}
