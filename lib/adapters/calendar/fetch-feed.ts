import type { Window } from "@/lib/adapters/calendar/expand-occurrences";
import { FeedProblem } from "@/lib/adapters/calendar/feed-problem";
import type { Few } from "@/lib/adapters/calendar/few-occurrences";
import type { ReadObjects } from "@/lib/adapters/calendar/read-objects";
import { type NetProblem, sayNetProblem } from "@/lib/adapters/net/net-problem";
import { safeFetch } from "@/lib/adapters/net/safe-fetch";
import { kindsOfFile } from "@/lib/adapters/reader-worker/file-kind";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";

/** Where a calendar is, and what its server said of it last: unchanged, it is not sent again (RFC 9110 §13.1). */
export type FeedPlace = { url: string; etag: string; lastModified: string };
/** For which days its times are wanted. */
export type FeedWindow = { window: Window; few: Few };
/** Null: it is as it was. */
export type FetchedFeed = { etag: string; lastModified: string; read: ReadObjects } | null;

const MOST_BYTES = 10 * 1024 * 1024;
const MOST_MILLISECONDS = 30_000;
const TAIL_BYTES = 400;

/**
 * Reads a calendar at its address: a public one (or one that the operator allows), through five redirects at most, 10 MB, in half a
 * minute; what is in it in the reader's thread. Throws {@link FeedProblem} and nothing else.
 */
export async function fetchFeed(
  { url, etag, lastModified }: FeedPlace,
  { window, few }: FeedWindow,
  mostMs = MOST_MILLISECONDS,
): Promise<FetchedFeed> {
  const answer = await safeFetch({
    url,
    headers: {
      accept: "text/calendar, application/calendar+json;q=0.9, */*;q=0.5",
      ...(etag === "" ? {} : { "if-none-match": etag }),
      ...(lastModified === "" ? {} : { "if-modified-since": lastModified }),
    },
    mayLeave: true,
    mostBytes: MOST_BYTES,
    mostMs,
  }).catch((problem: NetProblem) => {
    throw new FeedProblem("net", sayNet(problem));
  });
  const { status, headers, bytes } = answer;
  const { host } = answer.url;
  if (status === 304) return null;
  if (status !== 200) throw whyNot(status, host);
  if (!kindsOfFile(bytes, "").includes("icalendar"))
    throw new FeedProblem("not-a-calendar", `What ${host} has at this address is no calendar.`);
  // Half a calendar would look as if everything after it had been deleted.
  if (!isWhole(bytes))
    throw new FeedProblem("not-a-calendar", `The calendar from ${host} breaks off in the middle.`);
  const read = await readFileSafely({ kind: "calendar-objects", window, few }, bytes, { giveAway: true });
  if (!read.ok) throw new FeedProblem("too-much", read.refusal.sentence.replace("This file", "The calendar"));
  return {
    etag: (headers.etag ?? "").slice(0, 500),
    lastModified: (headers["last-modified"] ?? "").slice(0, 100),
    read: read.value,
  };
}

function sayNet(problem: NetProblem): string {
  if (problem.code === "not-https")
    return `${problem.where} would be read without https, so anybody on the way could read along. Use its https address.`;
  return sayNetProblem(problem);
}

function whyNot(status: number, host: string): FeedProblem {
  if (status === 401 || status === 403)
    return new FeedProblem("sign-in", `${host} asks for a user name and password at this address.`);
  if (status === 404 || status === 410)
    return new FeedProblem("not-found", `There is no calendar at this address of ${host}.`);
  return new FeedProblem("refused", `${host} answered with an error (${status}).`);
}

function headOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.subarray(0, TAIL_BYTES)).toString("latin1").replaceAll("\u0000", "");
}

function isWhole(bytes: Uint8Array): boolean {
  const end = Buffer.from(bytes.subarray(-TAIL_BYTES)).toString("latin1").replaceAll("\u0000", "").trimEnd();
  // A single event without a calendar around it is whole as well, and so is jCal.
  return (
    /END[ \t]*:[ \t]*VCALENDAR$/i.test(end) ||
    end.endsWith("]") ||
    !/BEGIN[ \t]*:[ \t]*VCALENDAR/i.test(headOf(bytes))
  );
}
