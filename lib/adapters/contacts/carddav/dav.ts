import type { Multistatus } from "@/lib/adapters/contacts/carddav/multistatus";
import { type NetProblem, sayNetProblem } from "@/lib/adapters/net/net-problem";
import { safeFetch } from "@/lib/adapters/net/safe-fetch";
import { readFileSafely } from "@/lib/adapters/reader-worker/read-file-safely";

/**
 * Whom we speak to: `url` was typed, and its origin is the only one that hears the password. `signal` is the one deadline of
 * everything that is asked: a server that answers each time, but slowly, is given up as well.
 */
export type DavServer = {
  url: string;
  username: string;
  password: string;
  signal: AbortSignal;
};

/** Why a server did not do what it was asked; `sentence` is for the person whose address book it is. */
export class DavProblem extends Error {
  constructor(
    readonly code: "net" | "sign-in" | "not-found" | "not-dav" | "refused" | "too-large" | "old-token",
    readonly sentence: string,
  ) {
    super(`${code}: ${sentence}`);
  }
}

export type DavAnswer = Multistatus & { status: number; url: URL };

const MOST_BYTES = 24_000_000;
/** For one answer: a small server takes a minute to list a long address book. */
const MOST_MILLISECONDS = 180_000;
const head = '<?xml version="1.0" encoding="utf-8"?>';
const spaces =
  'xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav" xmlns:S="http://calendarserver.org/ns/"';

/** PROPFIND (RFC 4918 §9.1) for these properties, written with the prefixes D (DAV), C (CardDAV) and S (CalendarServer). */
export function propfind(server: DavServer, url: string, depth: 0 | 1, props: string[]): Promise<DavAnswer> {
  const body = `${head}<D:propfind ${spaces}><D:prop>${props.map((prop) => `<${prop}/>`).join("")}</D:prop></D:propfind>`;
  return ask(server, url, "PROPFIND", depth, body);
}

/** REPORT (RFC 3253 §3.6); `inside` is the report's content, `name` its element with a prefix. */
export function report(
  server: DavServer,
  url: string,
  depth: 0 | 1,
  name: string,
  inside: string,
): Promise<DavAnswer> {
  return ask(server, url, "REPORT", depth, `${head}<${name} ${spaces}>${inside}</${name}>`);
}

/** Text as it stands inside an element. */
export function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function ask(
  server: DavServer,
  url: string,
  method: string,
  depth: 0 | 1,
  body: string,
): Promise<DavAnswer> {
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
  if (status !== 207) throw whyNot(status, headers, bytes, answer.url);
  const read = await readFileSafely({ kind: "multistatus" }, bytes, { giveAway: true, timeoutMs: 10_000 });
  if (!read.ok) throw new DavProblem("not-dav", `${answer.url.host} gave an answer that cannot be read.`);
  return { ...read.value, status, url: answer.url };
}

function whyNot(
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
    return new DavProblem("refused", `${host} does not let this user read the address book.`);
  if (status === 405 || status === 501 || status < 300)
    return new DavProblem("not-dav", `${host} does not speak CardDAV at this address.`);
  return new DavProblem("refused", `${host} answered with an error (${status}).`);
}
