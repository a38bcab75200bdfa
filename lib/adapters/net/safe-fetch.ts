import { type Agent, type Dispatcher, request } from "undici";
import { type Allowed, allowedBySettings } from "@/lib/adapters/net/allowed-addresses";
import { guardedAgent } from "@/lib/adapters/net/guarded-agent";
import { readGuardedUrl } from "@/lib/adapters/net/guarded-url";
import { NetProblem, netProblemOf } from "@/lib/adapters/net/net-problem";
import { parseUrl } from "@/lib/domain/parse-url";

/** What to ask another machine. The password is sent to `origin` alone, whatever redirects say. */
export type SafeRequest = {
  url: string;
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  credentials?: { origin: string; username: string; password: string };
  /** Whether another origin may be followed to (without the password); otherwise it is refused as `elsewhere`. */
  mayLeave?: boolean;
  /** The largest answer in bytes, and the longest everything together may take in milliseconds. */
  mostBytes?: number;
  mostMs?: number;
  /** Ends it sooner: one deadline over many requests. */
  signal?: AbortSignal;
  /** What the operator allows; of the settings unless a test says otherwise. */
  allowed?: Allowed;
};

/** `url` is where the answer came from in the end. */
export type SafeAnswer = { status: number; headers: Record<string, string>; bytes: Uint8Array; url: URL };

const MOST_REDIRECTS = 5;
const REDIRECTS = [301, 302, 303, 307, 308];
const agents = new Map<Allowed, Agent>();

/**
 * Asks another machine over https: at public addresses alone (checked as the connection opens, and again on every
 * redirect, of which there may be five), within limits of size and time. Throws {@link NetProblem} and nothing else.
 */
export async function safeFetch(ask: SafeRequest): Promise<SafeAnswer> {
  const allowed = ask.allowed ?? allowedBySettings();
  const own = AbortSignal.timeout(ask.mostMs ?? 30_000);
  const signal = ask.signal ? AbortSignal.any([own, ask.signal]) : own;
  let url = readGuardedUrl(ask.url, allowed);
  for (let hops = 0; hops <= MOST_REDIRECTS; hops += 1) {
    try {
      const answer = await askOnce(url, ask, allowed, signal);
      if (!(answer instanceof URL)) return answer;
      const next = readGuardedUrl(answer.href, allowed);
      if (next.origin !== url.origin && !ask.mayLeave) throw new NetProblem("elsewhere", next.origin);
      url = next;
    } catch (error) {
      throw netProblemOf(error, url.host);
    }
  }
  throw new NetProblem("too-many-redirects", url.host);
}

/** One answer, or where it says to go instead. */
async function askOnce(
  url: URL,
  ask: SafeRequest,
  allowed: Allowed,
  signal: AbortSignal,
): Promise<SafeAnswer | URL> {
  const { method = "GET", headers = {}, body, credentials, mostBytes = 1_000_000 } = ask;
  const isOurs = credentials?.origin === url.origin;
  const {
    statusCode,
    headers: said,
    body: stream,
  } = await request(url, {
    method: method as Dispatcher.HttpMethod,
    headers: {
      "user-agent": "Firsthand",
      "accept-encoding": "identity",
      ...headers,
      ...(credentials && isOurs ? { authorization: basic(credentials) } : {}),
    },
    body,
    signal,
    dispatcher: agentFor(allowed),
  });
  const location = said.location;
  if (REDIRECTS.includes(statusCode) && typeof location === "string") {
    stream.destroy();
    stream.on("error", () => undefined);
    const next = parseUrl(location, url);
    if (next === null) throw new NetProblem("bad-address", url.host);
    return next;
  }
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += (chunk as Uint8Array).byteLength;
    if (size > mostBytes) throw new NetProblem("too-large", url.host);
    chunks.push(chunk as Uint8Array);
  }
  const flat = Object.entries(said).map(([name, value]) => [name, String(value ?? "")]);
  return {
    status: statusCode,
    headers: Object.fromEntries(flat),
    bytes: new Uint8Array(Buffer.concat(chunks)),
    url,
  };
}

/** RFC 7617 §2.1, in UTF-8. */
function basic({ username, password }: { username: string; password: string }): string {
  return `Basic ${Buffer.from(`${username}:${password}`, "utf8").toString("base64")}`;
}

function agentFor(allowed: Allowed): Agent {
  const known = agents.get(allowed);
  if (known) return known;
  const made = guardedAgent(allowed);
  agents.set(allowed, made);
  return made;
}
