import { execFile } from "node:child_process";
import { chmod, cp, mkdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { promisify } from "node:util";
import type { PostgresBinaries } from "./postgres-binaries";

const run = promisify(execFile);

type Identity = { uid: number; gid: number };

/** How to start PostgreSQL's programs: as whom, and through which wrapper. Without a `uid`, as ourselves. */
export type PostgresUser = { uid?: number; gid?: number; wrapper: string[] };

/**
 * PostgreSQL refuses to run as root. As root we choose, in this order: whoever the data already belongs to, the owner of
 * the project folder, `postgres` (made when missing), `nobody`. As anyone else we are ourselves.
 * A project in a folder that is root's alone (/root, a temporary one) is walked into with one right lent for it.
 */
export async function choosePostgresUser(
  dataDirectory: string,
  binaries: PostgresBinaries,
): Promise<{ user: PostgresUser; binaries: PostgresBinaries }> {
  if (process.getuid?.() !== 0) return { user: { wrapper: [] }, binaries };
  const identity = await findIdentity(dataDirectory);
  await letThrough(path.dirname(dataDirectory));
  const reachesPrograms = await canEnter(identity, binaries.postgres);
  if (reachesPrograms && (await canEnter(identity, path.dirname(dataDirectory))))
    return { user: { ...identity, wrapper: [] }, binaries };
  const wrapper = lendSearching(identity);
  await run("setpriv", [...wrapper.slice(1), "true"]).catch(() => {
    throw new Error(
      `PostgreSQL does not run as root, and user ${identity.uid} may not walk into ${process.cwd()}. ` +
        "Start as an ordinary user, or move the project out of the private folder.",
    );
  });
  return {
    user: { ...identity, wrapper },
    binaries: reachesPrograms ? binaries : await copyPrograms(binaries),
  };
}

/** What to spawn so that `program` runs as `user`. */
export function asUser(user: PostgresUser, program: string, args: string[]) {
  const [command, ...rest] = [...user.wrapper, program, ...args] as [string, ...string[]];
  const identity =
    user.wrapper.length === 0 && user.uid !== undefined ? { uid: user.uid, gid: user.gid } : {};
  return { command, args: rest, identity };
}

/**
 * Memory that a question was answered with is kept for the next one, up to 4 MB a connection. The C library would give it back each
 * time, and a quarter of PostgreSQL's work was to fetch it again.
 */
const keptMemory = { MALLOC_TRIM_THRESHOLD_: "4194304", MALLOC_MMAP_THRESHOLD_: "4194304" };

/** The environment of PostgreSQL's programs: no setting and no secret of ours. */
export function plainEnvironment(): NodeJS.ProcessEnv {
  return { PATH: "/usr/local/bin:/usr/bin:/bin", LC_ALL: "C", NODE_ENV: "production", ...keptMemory };
}

async function findIdentity(dataDirectory: string): Promise<Identity> {
  const found =
    (await ownerOf(dataDirectory)) ??
    (await ownerOf(process.cwd())) ??
    (await lookUp("postgres")) ??
    (await makeUser()) ??
    (await lookUp("nobody"));
  if (found) return found;
  throw new Error(
    "PostgreSQL does not run as root, and no other user could be found or made. Start as an ordinary user.",
  );
}

/** Its user must be able to walk through our folder; it reads nothing there that is not its own. */
async function letThrough(folder: string): Promise<void> {
  const { mode } = await stat(folder);
  if ((mode & 0o001) === 0) await chmod(folder, mode | 0o011);
}

function lendSearching({ uid, gid }: Identity): string[] {
  const right = "+dac_override";
  return [
    "setpriv",
    `--reuid=${uid}`,
    `--regid=${gid}`,
    "--clear-groups",
    `--inh-caps=${right}`,
    `--ambient-caps=${right}`,
  ];
}

/** PostgreSQL asks access(2) about its own programs, which passes over lent rights: they need a place that all may read. */
async function copyPrograms(binaries: PostgresBinaries): Promise<PostgresBinaries> {
  const native = path.dirname(path.dirname(binaries.postgres));
  const place = `/var/cache/firsthand/postgresql-${binaries.version}`;
  const there = await stat(place).catch(() => null);
  if (there && there.uid !== 0)
    throw new Error(`${place} should be root's and is not. Remove it and start again.`);
  if (!there) {
    const making = `${place}.making-${process.pid}`;
    await mkdir(path.dirname(place), { recursive: true, mode: 0o755 });
    await cp(native, making, { recursive: true, verbatimSymlinks: true });
    await run("chmod", ["-R", "a+rX", path.dirname(place), making]);
    await rename(making, place).catch(() => rm(making, { recursive: true, force: true }));
  }
  const bin = path.join(place, "bin");
  return { ...binaries, initdb: path.join(bin, "initdb"), postgres: path.join(bin, "postgres") };
}

async function canEnter(identity: Identity, place: string): Promise<boolean> {
  return run("test", ["-x", place], { ...identity, cwd: "/" }).then(
    () => true,
    () => false,
  );
}

async function ownerOf(folder: string): Promise<Identity | null> {
  const found = await stat(folder).catch(() => null);
  if (!found || found.uid === 0) return null;
  // initdb wants a name for the user it runs as.
  const named = await run("id", ["-un", String(found.uid)]).catch(() => null);
  return named ? { uid: found.uid, gid: found.gid } : null;
}

async function lookUp(name: string): Promise<Identity | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", name]), run("id", ["-g", name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function makeUser(): Promise<Identity | null> {
  const flags = ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"];
  await run("useradd", [...flags, "postgres"]).catch(() => null);
  return lookUp("postgres");
}
