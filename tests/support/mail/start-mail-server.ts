import { type ChildProcess, spawn } from "node:child_process";
import { chown, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { freePort } from "@/scripts/steps/free-port.mjs";
import { makeCertificate, type OwnCertificate } from "./make-certificate";

/** A real mail server on this machine, with an account for Mira. `ca` is what makes its certificate believed. */
export type MailHouse = {
  host: string;
  port: number;
  security: "tls" | "starttls";
  username: string;
  password: string;
  ca: string;
  /**
   * The messages as they were delivered (each once, whoever receives it), oldest first, a letter for each byte
   * (latin1); waits for those that are on their way.
   */
  messages(): Promise<string[]>;
  /** Ends it without a word, and starts it again on the same port with what it had. */
  restart(): Promise<void>;
  stop(): Promise<void>;
};

const PASSWORD = "blue-heron-42";
const USER = "Debian-exim";

/**
 * Exim, as Debian has it: signs Mira in over STARTTLS or TLS, takes messages of 5 MB at most, and delivers them all into one
 * folder. `nobody-here@…` it does not know (550), `later@…` it puts off (451). Needs root, and gives it up.
 */
export async function startMailServer(
  security: "tls" | "starttls" = "starttls",
  certificate: OwnCertificate = makeCertificate(Date.now()),
): Promise<MailHouse> {
  const folder = await mkdtemp(path.join(tmpdir(), "firsthand-exim-"));
  const port = await freePort();
  const { cert, key, ca } = certificate;
  const files = { "exim.conf": config(folder, port, security), "cert.pem": cert, "key.pem": key };
  for (const [name, text] of Object.entries(files)) await writeFile(path.join(folder, name), text);
  for (const name of ["spool", "mail", "mail/new", "mail/cur", "mail/tmp"])
    await mkdir(path.join(folder, name));
  const [uid, gid] = await idsOf(USER);
  for (const name of ["", "key.pem", "cert.pem", "spool", "mail", "mail/new", "mail/cur", "mail/tmp"])
    await chown(path.join(folder, name), uid, gid);
  let running = await start(folder, port);
  const house = { host: "localhost", port, security, username: "mira", password: PASSWORD, ca };
  return {
    ...house,
    messages: () => delivered(folder),
    restart: async () => {
      await end(running, "SIGKILL");
      running = await start(folder, port);
    },
    stop: async () => {
      await end(running, "SIGTERM");
      await endAllIn(folder);
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function config(folder: string, port: number, security: "tls" | "starttls"): string {
  const checked = (user: string, word: string) => `\${if and{{eq{${user}}{mira}}{eq{${word}}{${PASSWORD}}}}}`;
  return `primary_hostname = mail.harbour.example
spool_directory = ${folder}/spool
log_file_path = ${folder}/spool/%slog
pid_file_path = ${folder}/spool/exim.pid
local_interfaces = 127.0.0.1
daemon_smtp_ports = ${port}
${security === "tls" ? `tls_on_connect_ports = ${port}` : ""}
tls_advertise_hosts = *
tls_certificate = ${folder}/cert.pem
tls_privatekey = ${folder}/key.pem
auth_advertise_hosts = \${if eq{$tls_in_cipher}{}{}{*}}
smtputf8_advertise_hosts = *
message_size_limit = 5M
host_lookup =
keep_environment =
rfc1413_query_timeout = 0s
acl_smtp_rcpt = rcpt
acl_smtp_data = accept
begin acl
rcpt:
  deny !authenticated = *
       message = Sign in first
  deny local_parts = nobody-here
       message = No such mailbox
  defer local_parts = later
       message = Come back later
  accept
begin routers
all:
  driver = accept
  transport = folder
begin transports
folder:
  driver = appendfile
  directory = ${folder}/mail
  maildir_format
  user = ${USER}
  envelope_to_add
  return_path_add
  batch_max = 1000
begin authenticators
plain:
  driver = plaintext
  public_name = PLAIN
  server_prompts = :
  server_condition = ${checked("$auth2", "$auth3")}
  server_set_id = $auth2
login:
  driver = plaintext
  public_name = LOGIN
  server_prompts = Username:: : Password::
  server_condition = ${checked("$auth1", "$auth2")}
  server_set_id = $auth1
`;
}

/** What is accepted lies in the spool until it is delivered. */
async function delivered(folder: string): Promise<string[]> {
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(20)) {
    const waiting = await readdir(path.join(folder, "spool/input")).catch(() => []);
    if (waiting.length > 0) continue;
    const names = (await readdir(path.join(folder, "mail/new"))).sort((a, b) => momentOf(a) - momentOf(b));
    return Promise.all(names.map((name) => readFile(path.join(folder, "mail/new", name), "latin1")));
  }
  throw new Error(`Exim does not deliver:\n${await readFile(path.join(folder, "spool/mainlog"), "utf8")}`);
}

/** A file of a maildir is named for its second and microsecond. */
function momentOf(name: string): number {
  const [, seconds, micros] = /^(\d+)\.M(\d+)/.exec(name) ?? [];
  return Number(seconds) * 1e6 + Number(micros);
}

async function start(folder: string, port: number): Promise<ChildProcess> {
  const child = spawn("/usr/sbin/exim4", ["-C", path.join(folder, "exim.conf"), "-bdf"], { stdio: "ignore" });
  const failed = new Promise<never>((_, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Exim ended with ${code}`)));
  });
  failed.catch(() => undefined);
  for (const until = Date.now() + 20_000; Date.now() < until; await pause(50))
    if (await Promise.race([answers(port), failed])) return child;
  throw new Error("Exim does not answer");
}

function answers(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const done = (yes: boolean) => {
      socket.destroy();
      resolve(yes);
    };
    socket.once("connect", () => done(true)).once("error", () => done(false));
  });
}

function end(child: ChildProcess, signal: NodeJS.Signals): Promise<unknown> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  const ended = new Promise((resolve) => child.once("exit", resolve));
  child.kill(signal);
  return ended;
}

/** Exim has a process for each connection and each delivery, which outlive the one that began them. */
async function endAllIn(folder: string): Promise<void> {
  for (const until = Date.now() + 10_000; Date.now() < until; await pause(20)) {
    const pids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
    const lines = pids.map((pid) => readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => ""));
    const ours = (await Promise.all(lines)).flatMap((line, n) =>
      line.includes(`${folder}/`) ? [Number(pids[n])] : [],
    );
    if (ours.length === 0) return;
    for (const pid of ours) kill(pid);
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone by itself meanwhile.
  }
}

async function idsOf(user: string): Promise<[number, number]> {
  const line = (await readFile("/etc/passwd", "utf8")).split("\n").find((one) => one.startsWith(`${user}:`));
  const [, , uid, gid] = line?.split(":") ?? [];
  if (uid === undefined || gid === undefined) throw new Error(`There is no user ${user}`);
  return [Number(uid), Number(gid)];
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
