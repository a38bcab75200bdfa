import { createServer } from "node:http";
import { GET } from "@/app/api/feeds/[token]/route";
import type { Actor } from "@/lib/domain/actor";
import type { FeedScope } from "@/lib/domain/calendar/feed";
import type { CalendarEntry } from "@/lib/domain/calendar/view";
import { addDays, startOfDay, wallAt } from "@/lib/domain/calendar/zone-day";
import { readCalendar } from "@/lib/queries/read-calendar";
import { makeFeed } from "@/lib/use-cases/calendar/make-feed";
import { must } from "../must";
import type { Happening } from "./readers";

/** The answer of the route to whoever asks for the address of a feed. */
export function askFeed(
  secret: string,
  headers: Record<string, string> = {},
  method = "GET",
): Promise<Response> {
  const request = new Request(`http://localhost:3000/api/feeds/${secret}.ics`, {
    method,
    headers: { "x-forwarded-for": "192.0.2.7", ...headers },
  });
  return GET(request, { params: Promise.resolve({ token: `${secret}.ics` }) });
}

/** A new address of the calendar, as `actor`. */
export async function newAddress(actor: Actor, scope: FeedScope = "all", forUser: string | null = null) {
  const { id, secret } = must(await makeFeed(actor, { name: "My phone", scope, forUser }));
  return { id, secret, version: 1 };
}

/** What an address shows, with its long lines unfolded (RFC 5545 §3.1). */
export async function readAddress({ secret }: { secret: string }): Promise<string> {
  const answer = await askFeed(secret);
  if (answer.status !== 200) throw new Error(`it opens nothing: ${answer.status}`);
  return (await answer.text()).replaceAll("\r\n ", "");
}

/** The same over the wire, for programs that fetch by themselves. */
export async function serveFeeds(): Promise<{ url: string; stop: () => Promise<unknown> }> {
  const server = createServer(async (asked, answer) => {
    const secret = /([\w-]{43})\.ics$/.exec(asked.url ?? "")?.[1] ?? "";
    const found = await askFeed(secret, {}, asked.method ?? "GET");
    answer.writeHead(found.status, Object.fromEntries(found.headers));
    answer.end(Buffer.from(await found.arrayBuffer()));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return {
    url: `http://127.0.0.1:${port}/api/feeds`,
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** What our own screen shows from a day to before another, a hundred days at a time. */
export async function onOurScreen(actor: Actor, from: string, to: string, at: Date): Promise<Happening[]> {
  const seen = new Set<Happening>();
  for (let day = from; day < to; day = addDays(day, 100)) {
    const end = addDays(day, 100) < to ? addDays(day, 100) : to;
    const view = must(await readCalendar(actor, day, end, at));
    if (view.isCut) throw new Error("there is more than fits");
    for (const entry of view.entries) seen.add(told(entry));
  }
  return [...seen];
}

/** An entry as other programs tell it. */
function told(entry: CalendarEntry): Happening {
  const { firstDay, lastDay, time } = entry;
  const title = titleOf(entry);
  if (time === null) return `${firstDay} ${title}${lastDay > firstDay ? `, until ${lastDay}` : ""}`;
  return `${firstDay} ${time} ${title}${endOf(entry)}`;
}

function titleOf(entry: CalendarEntry): string {
  if (entry.type === "day" && entry.kind === "birthday") return `Birthday: ${entry.title}`;
  return entry.type === "task" && entry.state === "done" ? `Done: ${entry.title}` : entry.title;
}

function endOf({ endTime, lastDay, firstDay, time }: CalendarEntry): string {
  if (endTime === null) return "";
  // Until midnight belongs to its own day alone; elsewhere it ends on the next.
  const day = endTime === "00:00" && (lastDay > firstDay || time !== "00:00") ? addDays(lastDay, 1) : lastDay;
  return `, until ${day} ${endTime}`;
}

/** The first day of a stretch, and the first instant after it, on a desk's wall. */
export function yearsAround(at: Date, zone: string, back: number, ahead: number) {
  const today = wallAt(at.getTime(), zone).slice(0, 10);
  const [from, to] = [addDays(today, -365 * back), addDays(today, 365 * ahead)];
  return { from, to, start: new Date(startOfDay(from, zone)) };
}

/** Without when it ends. */
export function startsOnly(happenings: readonly Happening[]): Happening[] {
  return [...new Set(happenings.map((one) => one.replace(/, until [\d :-]+$/, "")))].sort();
}
