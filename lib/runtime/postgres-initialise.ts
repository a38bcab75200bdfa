import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, rename, rm, stat, unlink, writeFile } from "node:fs/promises";
import path from "node:path";
import type { PostgresBinaries } from "./postgres-binaries";
import { asUser, type PostgresUser, plainEnvironment } from "./postgres-user";

/**
 * Makes the data directory unless it is there already, and returns the superuser's password, kept beside it.
 * A directory that never became a database is moved aside, and said so; one of another major version is refused, and one whose
 * password is gone.
 */
export async function ensureInitialised(
  directory: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
  say: (sentence: string) => void,
): Promise<string> {
  const file = `${directory}.password`;
  const kept = (await readFile(file, "utf8").catch(() => "")).trim();
  if (await isInitialised(directory, binaries.major, say)) {
    if (kept) return kept;
    throw new Error(
      `The database in ${directory} is there, but not the password that belongs to it: put ${file} back from where the folder came.`,
    );
  }
  say("making a new database");
  const password = kept || (await makePassword(file));
  await initialise(directory, binaries, user, password);
  return password;
}

async function makePassword(file: string): Promise<string> {
  const made = randomBytes(24).toString("base64url");
  await writeFile(file, `${made}\n`, { mode: 0o600, flush: true });
  return made;
}

async function isInitialised(
  directory: string,
  major: number,
  say: (sentence: string) => void,
): Promise<boolean> {
  const found = await stat(directory).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (!found) return false;
  const version = await readFile(path.join(directory, "PG_VERSION"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    },
  );
  const control = await stat(path.join(directory, "global", "pg_control")).catch(() => null);
  if (version === null || !control) {
    const aside = `${directory}.unfinished-${Date.now()}`;
    await rename(directory, aside);
    say(`the database folder was unfinished; it was moved to ${aside}`);
    return false;
  }
  if (Number(version) === major) return true;
  throw new Error(
    `${directory} was made by PostgreSQL ${version.trim()}, and this is ${major}. ` +
      `Start that PostgreSQL once more, copy the data with pg_dump, then move ${directory} away.`,
  );
}

/** Made beside its place and moved there when complete, so that a killed start never leaves half a database. */
async function initialise(
  directory: string,
  binaries: PostgresBinaries,
  user: PostgresUser,
  password: string,
): Promise<void> {
  const making = `${directory}.making`;
  const passwordFile = `${directory}.making-password`;
  await rm(making, { recursive: true, force: true });
  await mkdir(making, { mode: 0o700 });
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    await chown(making, user.uid, user.gid);
    await chown(passwordFile, user.uid, user.gid);
  }
  // The built-in provider sorts the same on every machine; the system's locale is only asked what a letter is.
  const systemLocale = process.platform === "darwin" ? "en_US.UTF-8" : "C.UTF-8";
  const provider = binaries.major >= 17 ? ["--locale-provider=builtin", "--builtin-locale=C.UTF-8"] : [];
  const locale = [`--locale=${systemLocale}`, "--lc-messages=C", ...provider];
  const place = [`--pgdata=${making}`, `--pwfile=${passwordFile}`];
  try {
    const flags = [...place, "--username=postgres", "--auth=scram-sha-256", "--encoding=UTF8", ...locale];
    await runInitdb(binaries.initdb, flags, user, making);
    await rename(making, directory);
  } finally {
    await unlink(passwordFile);
  }
}

function runInitdb(initdb: string, flags: string[], user: PostgresUser, cwd: string): Promise<void> {
  const { command, args, identity } = asUser(user, initdb, flags);
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...identity,
      cwd,
      env: plainEnvironment(),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let words = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk) => {
        words += chunk;
      });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0) resolve();
      else reject(new Error(`PostgreSQL could not make its folder:\n${words.slice(-2000)}`));
    });
  });
}
