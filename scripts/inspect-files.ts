import { existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import path from "node:path";
import { zoneById } from "@/lib/adapters/calendar/zone";
import { MOST_BYTES, readFileSafely, stopReader } from "@/lib/adapters/reader-worker/read-file-safely";
import { formatDate, parseDate } from "@/lib/domain/calendar/civil-date";

const HELP = `npm run --silent inspect -- FILE… [--from DATE --to DATE] [--zone ZONE]

Prints as one JSON document what an import of vCard (.vcf) and iCalendar (.ics) files would make.

  --from DATE   first day whose occurrences are shown (YYYY-MM-DD; today)
  --to DATE     last day whose occurrences are shown, included (one year after --from)
  --zone ZONE   IANA time zone of the days, and of times without a zone (this computer's)

{ "from", "to", "zone", "files": [ { "file", "kind", "people", "events", "todos", "skipped", "notes" } ] }
Every key is explained in docs/inspect.md. Exit code 0, or 2 when there is no file or one cannot be opened.
`;

/** Documents smaller than this are indented for the eye. */
const INDENTED_UP_TO = 1_000_000;

type Request = { files: string[]; from: string; to: string; zone: string };

/** Runs the command; prints to stdout, complains to stderr in a sentence, and gives the exit code. */
export async function inspectFiles(args: string[], place: { root: string; from: string }): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    process.stdout.write(HELP);
    return 0;
  }
  const request = readArguments(args);
  if (typeof request === "string") {
    process.stderr.write(`${request}\nTry --help.\n`);
    return 2;
  }
  const printed: Uint8Array[] = [];
  let exitCode = 0;
  for (const file of request.files) {
    const found = [path.resolve(place.from, file), path.resolve(place.root, file)].find((candidate) =>
      existsSync(candidate),
    );
    const answer = found ? await inspectOne(file, found, request, place.root) : null;
    if (answer === null) {
      process.stderr.write(`${file} cannot be opened.\n`);
      exitCode = 2;
    } else printed.push(answer);
  }
  await print(request, printed);
  await stopReader();
  return exitCode;
}

/** One document, indented for the eye as long as it is short; long ones are passed on as they come. */
async function print({ from, to, zone }: Request, files: Uint8Array[]): Promise<void> {
  const head = `${JSON.stringify({ from, to, zone }).slice(0, -1)},"files":[`;
  const size = files.reduce((sum, file) => sum + file.byteLength, 0);
  if (size <= INDENTED_UP_TO) {
    const texts = files.map((file) => new TextDecoder().decode(file));
    await write(`${JSON.stringify(JSON.parse(`${head}${texts.join(",")}]}`), null, 2)}\n`);
    return;
  }
  await write(head);
  for (const [index, file] of files.entries()) {
    if (index > 0) await write(",\n");
    await write(file);
  }
  await write("]}\n");
}

/** Waits until our output was taken; a reader that has gone away wants no more. */
function write(piece: string | Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(piece, () => resolve());
  });
}

async function inspectOne(
  file: string,
  found: string,
  request: Request,
  root: string,
): Promise<Uint8Array | null> {
  let bytes: Uint8Array;
  try {
    const { size } = await stat(found);
    if (size > MOST_BYTES) return refused(file, "This file is larger than 32 MB.");
    bytes = await readFile(found);
  } catch {
    return null;
  }
  const { from, to, zone } = request;
  const read = await readFileSafely({ kind: "inspect", fileName: file, window: { from, to, zone } }, bytes, {
    giveAway: true,
    workerPath: path.join(root, "dist/reader-worker.mjs"),
  });
  return read.ok ? read.value : refused(file, read.refusal.sentence);
}

function refused(file: string, why: string): Uint8Array {
  const nothing = { people: [], events: [], todos: [], skipped: [{ where: "file", why }], notes: [] };
  return new TextEncoder().encode(JSON.stringify({ file, kind: "unknown", refused: why, ...nothing }));
}

function readArguments(args: string[]): Request | string {
  const options = new Map<string, string>();
  const files: string[] = [];
  for (let i = 0; i < args.length; i++) {
    const [name, inline] = (args[i] ?? "").split(/=(.*)/s);
    if (name === "--from" || name === "--to" || name === "--zone")
      options.set(name, inline ?? args[++i] ?? "");
    else if (name === "--") continue;
    else if (name?.startsWith("--")) return `There is no option ${name}.`;
    else files.push(args[i] ?? "");
  }
  if (files.length === 0) return "Which files? Give at least one .vcf or .ics file.";
  const zone = options.get("--zone") ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  if (!zoneById(zone)) return `There is no time zone "${zone}". Use a name such as Europe/Berlin.`;
  const from = options.get("--from")?.slice(0, 10) ?? todayIn(zone);
  const start = parseDate(from);
  if (!start) return "--from is not a day. Write it as 2026-03-01.";
  const to = options.get("--to")?.slice(0, 10) ?? oneYearAfter(start);
  if (!parseDate(to)) return "--to is not a day. Write it as 2026-03-31.";
  if (to < from) return "--to is before --from.";
  return { files, from, to, zone };
}

function todayIn(zone: string): string {
  return new Intl.DateTimeFormat("en-CA", { timeZone: zone, dateStyle: "short" }).format(new Date());
}

function oneYearAfter({ year, month, day }: { year: number; month: number; day: number }): string {
  return month === 2 && day === 29 ? formatDate(year + 1, 2, 28) : formatDate(year + 1, month, day);
}
