import { type ChildProcess, spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/scripts/steps/free-port.mjs";

/** A real CardDAV server on this machine, for Mira alone. `book` is the address of her address book. */
export type DavHouse = {
  url: string;
  book: string;
  username: string;
  password: string;
  /** Ends it and starts it again on the same port, with what it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const PASSWORD = "blue-heron-42";

/** Radicale, as Debian has it: user names and passwords, a file for each card; with these cards in the book already. */
export async function startRadicale(cards: string[] = []): Promise<DavHouse> {
  const folder = await mkdtemp(path.join(tmpdir(), "firsthand-radicale-"));
  await stock(path.join(folder, "store/collection-root/mira/book"), cards);
  await writeFile(path.join(folder, "users"), `mira:${PASSWORD}\n`);
  const port = await freePort();
  const args = [
    ["--config", ""],
    ["--server-hosts", `127.0.0.1:${port}`],
    ["--auth-type", "htpasswd"],
    ["--auth-htpasswd-filename", path.join(folder, "users")],
    ["--auth-htpasswd-encryption", "plain"],
    ["--auth-delay", "0"],
    ["--storage-filesystem-folder", path.join(folder, "store")],
  ].flat();
  return house("radicale", args, folder, port, "/mira/book/");
}

/** Puts cards where Radicale keeps them: thousands, sent one by one, would take it minutes. */
async function stock(book: string, cards: string[]): Promise<void> {
  if (cards.length === 0) return;
  await mkdir(book, { recursive: true });
  await writeFile(path.join(book, ".Radicale.props"), '{"tag": "VADDRESSBOOK"}');
  for (const [n, card] of cards.entries()) await writeFile(path.join(book, `card-${n}.vcf`), card);
}

/** Xandikos, as Debian has it: a Git repository for each address book, no passwords of its own. */
export async function startXandikos(): Promise<DavHouse> {
  const folder = await mkdtemp(path.join(tmpdir(), "firsthand-xandikos-"));
  const port = await freePort();
  const args = ["-d", path.join(folder, "store"), "--defaults", "-l", "127.0.0.1", "-p", String(port)];
  return house("xandikos", args, folder, port, "/user/contacts/addressbook/");
}

async function house(
  program: string,
  args: string[],
  folder: string,
  port: number,
  book: string,
): Promise<DavHouse> {
  const url = `http://127.0.0.1:${port}`;
  let running = await start(program, args, url);
  return {
    url,
    book: url + book,
    username: "mira",
    password: PASSWORD,
    restart: async () => {
      await end(running);
      running = await start(program, args, url);
    },
    stop: async () => {
      await end(running);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function start(program: string, args: string[], url: string): Promise<ChildProcess> {
  const child = spawn(program, args, { stdio: "ignore" });
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${program} ended with ${code}`)));
  });
  failed.catch(() => undefined);
  for (const until = Date.now() + 20_000; Date.now() < until; ) {
    const answer = fetch(url, { method: "OPTIONS" }).then(
      () => true,
      () => new Promise<false>((resolve) => setTimeout(resolve, 100, false)),
    );
    if (await Promise.race([answer, failed])) return child;
  }
  throw new Error(`${program} does not answer`);
}

function end(child: ChildProcess): Promise<unknown> {
  if (child.exitCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGTERM");
  return ended;
}
