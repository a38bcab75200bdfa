import { type DavSort, trades } from "@/lib/adapters/dav/trades";
import { type NetProblem, sayNetProblem } from "@/lib/adapters/net/net-problem";
import { safeFetch } from "@/lib/adapters/net/safe-fetch";
import type { ReaderAnswer, ReaderJob } from "@/lib/adapters/reader-worker/job";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";

/**
 * Whom we speak to, about what: `url` was typed, and its origin is the only one that hears the password. `signal` is the one
 * deadline of everything that is asked: a server that answers each time, but slowly, is given up as well.
 */
export type DavServer = {
  sort: DavSort;
  url: string;
  username: string;
  password: string;
  signal: AbortSignal;
};

/** Why a server did not do what it was asked; `sentence` is for the person whose address book or calendar it is. */
export class DavProblem extends Error {
  constructor(
    readonly code:
      | "net"
      | "sign-in"
      | "not-found"
      | "not-dav"
      | "refused"
      | "too-large"
      | "too-much"
      | "old-token",
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}

/** What the reader is asked to make of an answer: with what stands inside its things, or without. */
export type DavReading = Extract<
  ReaderJob,
  { kind: "multistatus" } | { kind: "card-multistatus" } | { kind: "calendar-multistatus" }
>;
export type DavAnswer<Job extends DavReading = { kind: "multistatus" }> = ReaderAnswer<Job["kind"]> & {
  status: number;
  url: URL;
};

const MOST_BYTES = 24_000_000;
/** For one answer: a small server takes a minute to list a long address book. */
const MOST_MILLISECONDS = 180_000;
/** Long lists, and cards with their pictures, take the reader longer than a file does; what repeats has to be told in a second. */
const READ_MILLISECONDS = 10_000;
const head = '<?xml version="1.0" encoding="utf-8"?>';
const spaces =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav" xmlns:L="urn:ietf:params:xml:ns:caldav" xmlns:S="http://calendarserver.org/ns/"';

/** PROPFIND (RFC 4918 §9.1) for these properties, written with the prefixes D (DAV), C (CardDAV), L (CalDAV) and S (CalendarServer). */
export function propfind(server: DavServer, url: string, depth: 0 | 1, props: string[]): Promise<DavAnswer> {
  const body = `${head}<D:propfind ${spaces}><D:prop>${props.map((prop) => `<${prop}/>`).join("")}</D:prop></D:propfind>`;
  return ask(server, url, { method: "PROPFIND", depth, body }, { kind: "multistatus" });
}

/** REPORT (RFC 3253 §3.6); `inside` is the report's content, `name` its element with a prefix, `job` what is made of the answer. */
export function report<Job extends DavReading>(
  server: DavServer,
  url: string,
  { depth, name, inside }: { depth: 0 | 1; name: string; inside: string },
  job: Job,
): Promise<DavAnswer<Job>> {
  const body = `${head}<${name} ${spaces}>${inside}</${name}>`;
  return ask(server, url, { method: "REPORT", depth, body }, job);
}

/** Text as it stands inside an element. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function ask<Job extends DavReading>(
  server: DavServer,
  url: string,
  { method, depth, body }: { method: string; depth: 0 | 1; body: string },
  job: Job,
): Promise<DavAnswer<Job>> {
  const { username, password, signal } = server;
  const answer = await safeFetch({
    url,
    method,
    headers: { "content-type": "application/xml; charset=utf-8", depth: String(depth) },
    body,
    credentials: { origin: new URL(server.url).origin, username, password },
    mostBytes: MOST_BYTES,
    mostMs: MOST_MILLISECONDS,
    signal,
  }).catch((problem: NetProblem) => {
    throw new DavProblem(problem.code === "too-large" ? "too-large" : "net", sayNetProblem(problem));
  });
  const { status, headers, bytes } = answer;
  if (status !== 207) throw whyNot(server.sort, status, headers, bytes, answer.url);
  const timeoutMs = job.kind === "calendar-multistatus" ? undefined : READ_MILLISECONDS;
  const read = await readFileSafely<Job>(job, bytes, { giveAway: true, timeoutMs });
  if (read.ok) return { ...read.value, status, url: answer.url };
  if (read.refusal.code === "unreadable")
    throw new DavProblem("not-dav", `${answer.url.host} gave an answer that cannot be read.`);
  throw new DavProblem("too-much", read.refusal.sentence.replace("This file", "This"));
}

function whyNot(
  sort: DavSort,
  status: number,
  headers: Record<string, string>,
  bytes: Uint8Array,
  { host }: URL,
): DavProblem {
  if (status === 401) {
    const isBasic = /\bbasic\b/i.test(headers["www-authenticate"] ?? "basic");
    if (!isBasic)
      return new DavProblem(
        "sign-in",
        `${host} asks for a way of signing in that Firsthand does not speak; it knows user name and password over https (Basic).`,
      );
    return new DavProblem("sign-in", `Cannot sign in: ${host} does not take this user name and password.`);
  }
  // RFC 6578 §3.2: a token that the server has forgotten.
  if (/valid-sync-token/.test(new TextDecoder().decode(bytes.subarray(0, 4000))))
    return new DavProblem("old-token", `${host} has forgotten what it told us last.`);
  if (status === 404 || status === 410)
    return new DavProblem("not-found", `There is nothing at this address of ${host} any more.`);
  if (status === 403)
    return new DavProblem("refused", `${host} does not let this user read the ${trades[sort].one}.`);
  if (status === 405 || status === 501 || status < 300)
    return new DavProblem("not-dav", `${host} does not speak ${trades[sort].protocol} at this address.`);
  return new DavProblem("refused", `${host} answered with an error (${status}).`);
}
