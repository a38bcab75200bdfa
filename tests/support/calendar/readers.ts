import { spawn } from "node:child_process";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { addDays, wallAt } from "@/lib/domain/calendar/zone-day";

/** A happening as somebody on a wall in one zone sees it: "2026-12-04 09:00 Lunch, until 10:00", or without a time for whole days. */
export type Happening = string;

const SCRIPT = fileURLToPath(new URL("./read_feed.py", import.meta.url));

/** What python3-icalendar and python3-recurring-ical-events make of a calendar, from a day to before another. Throws at the first warning. */
export async function readWithPython(
  text: string,
  from: string,
  to: string,
  zone: string,
): Promise<Happening[]> {
  const said = await run("/usr/bin/python3", [SCRIPT, from, to], text);
  return said
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as { summary: string; start: string; end: string })
    .map(({ summary, start, end }) => seen(summary, start, end, zone));
}

/** "YYYY-MM-DD" or an instant, its end exclusive, on the wall of a zone. */
function seen(summary: string, start: string, end: string, zone: string): Happening {
  if (!start.includes("T")) {
    const last = end > start ? addDays(end, -1) : start;
    return `${start} ${summary}${last > start ? `, until ${last}` : ""}`;
  }
  const wall = (at: string) => wallAt(Date.parse(at), zone).slice(0, 16).replace("T", " ");
  return `${wall(start)} ${summary}${end > start ? `, until ${wall(end)}` : ""}`;
}

/** A home for vdirsyncer and khal, which is taken away in the end. */
export async function withReaders<T>(zone: string, work: (home: Readers) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), "firsthand-readers-"));
  try {
    return await work(new Readers(folder, zone));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Somebody's own computer: vdirsyncer fetches a calendar by its address, khal shows what there is. */
export class Readers {
  readonly #env: Record<string, string>;

  constructor(
    readonly folder: string,
    readonly zone: string,
  ) {
    // Debian's programs, with a home of their own.
    this.#env = { HOME: folder, LC_ALL: "C.UTF-8", TZ: "UTC", PATH: "/usr/bin:/bin" };
  }

  /** Fetches the feed; throws at a warning. */
  async fetch(url: string): Promise<void> {
    await mkdir(path.join(this.folder, "calendar"), { recursive: true });
    const config = path.join(this.folder, "vdirsyncer.conf");
    const lines = [
      "[general]",
      `status_path = "${this.folder}/status/"`,
      "[pair feed]",
      'a = "here"',
      'b = "there"',
      "collections = null",
      'conflict_resolution = "b wins"',
      "[storage here]",
      'type = "filesystem"',
      `path = "${this.folder}/calendar/"`,
      'fileext = ".ics"',
      "[storage there]",
      'type = "http"',
      `url = "${url}"`,
    ];
    await writeFile(config, `${lines.join("\n")}\n`);
    for (const command of ["discover", "sync"]) {
      const said = await run("/usr/bin/vdirsyncer", ["-v", "WARNING", "-c", config, command], "", this.#env);
      if (/warning|error/i.test(said)) throw new Error(`vdirsyncer: ${said}`);
    }
  }

  /** What khal shows from a day to before another, each happening once; throws at a warning. */
  async list(from: string, to: string): Promise<Happening[]> {
    const config = path.join(this.folder, "khal.conf");
    const lines = [
      "[calendars]",
      "[[feed]]",
      `path = ${this.folder}/calendar/`,
      "readonly = True",
      "[sqlite]",
      `path = ${this.folder}/khal.db`,
      "[locale]",
      `local_timezone = ${this.zone}`,
      `default_timezone = ${this.zone}`,
      "timeformat = %H:%M",
      "dateformat = %Y-%m-%d",
      "longdateformat = %Y-%m-%d",
      "datetimeformat = %Y-%m-%d %H:%M",
      "longdatetimeformat = %Y-%m-%d %H:%M",
    ];
    await writeFile(config, `${lines.join("\n")}\n`);
    const args = [
      "-v",
      "WARNING",
      "-c",
      config,
      "list",
      from,
      addDays(to, -1),
      "-df",
      "",
      "-f",
      "=| {start-long} {title}",
    ];
    const said = await run("/usr/bin/khal", args, "", this.#env);
    const odd = said.split("\n").filter((line) => line.trim() !== "" && !line.startsWith("=| "));
    if (odd.length > 0) throw new Error(`khal: ${odd.slice(0, 10).join("\n")}`);
    // What lasts several days is told on each of them.
    return [
      ...new Set(
        said
          .split("\n")
          .filter(Boolean)
          .map((line) => line.slice(3).trim()),
      ),
    ];
  }
}

/** Runs a program to its end; what it said on both ways out. Throws when it fails. */
function run(program: string, args: string[], input: string, env?: Record<string, string>): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      env: { NODE_ENV: "test", PATH: "/usr/bin:/bin", LC_ALL: "C.UTF-8", TZ: "UTC", ...env },
    });
    let said = "";
    for (const way of [child.stdout, child.stderr])
      way.setEncoding("utf8").on("data", (some: string) => {
        said += some;
      });
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve(said) : reject(new Error(`${program} ended with ${code}: ${said.slice(-2000)}`)),
    );
    child.stdin.end(input);
  });
}
