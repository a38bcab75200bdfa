import { resolveSrv } from "node:dns/promises";
import { type DavAnswer, DavProblem, type DavServer, propfind } from "@/lib/adapters/dav/dav";
import { placeOf } from "@/lib/adapters/dav/hrefs";
import type { DavThing } from "@/lib/adapters/dav/multistatus";
import { trades } from "@/lib/adapters/dav/trades";
import { parseUrl } from "@/lib/domain/parse-url";

/** An address book or a calendar that a server offers. */
export type FoundCollection = { url: string; name: string; isWritable: boolean };

const MOST_COLLECTIONS = 100;

/** What was typed as a server: "example.com", "ana@example.com" or an address; null when it is none of them. */
export function serverTyped(typed: string): { url: string; domain: string | null } | null {
  const text = typed.trim();
  const domain = /^(?:[^\s@/]+@)?([^\s@/:]+\.[^\s@/:]+|localhost)$/.exec(text)?.[1] ?? null;
  const address =
    domain !== null ? `https://${domain}/` : /^https?:\/\//i.test(text) ? text : `https://${text}`;
  const url = /\s/.test(text) ? null : parseUrl(address);
  return url === null ? null : { url: url.href, domain };
}

/** Of what was found the one whose address was typed, or else the first. */
export function collectionAt<Found extends { url: string }>(
  typed: string,
  found: readonly Found[],
): Found | undefined {
  const url = serverTyped(typed)?.url;
  return found.find((one) => one.url === url) ?? found[0];
}

/**
 * The address books or calendars behind what was typed (RFC 6764 §6): the address itself, then the well-known place, then the
 * root; from there the user's principal and its home (RFC 6352 §7.1.1, RFC 4791 §6.2.1). Throws {@link DavProblem}; never an
 * empty list.
 */
export async function discoverCollections(
  server: DavServer,
  domain: string | null,
): Promise<FoundCollection[]> {
  const { wellKnown, one } = trades[server.sort];
  const origin = new URL(server.url).origin;
  const starts = [...new Set([server.url, `${origin}/.well-known/${wellKnown}`, `${origin}/`])];
  if (domain !== null) starts.unshift(starts.splice(1, 1)[0] as string);
  let first: DavProblem | null = null;
  for (const start of starts) {
    try {
      const found = await collectionsFrom(server, start);
      if (found.length > 0) return found.slice(0, MOST_COLLECTIONS);
    } catch (error) {
      if (!(error instanceof DavProblem)) throw error;
      // Neither a wrong password nor a server that is not there gets better by asking elsewhere.
      if (error.code === "sign-in" || error.code === "net") throw await betterPlace(server, error, domain);
      if (first === null || first.code === "not-found" || first.code === "not-dav") first = error;
    }
  }
  throw first ?? new DavProblem("not-found", `There is no ${one} for this user on ${new URL(origin).host}.`);
}

async function collectionsFrom(server: DavServer, start: string): Promise<FoundCollection[]> {
  const { home } = trades[server.sort];
  const who = [
    "D:resourcetype",
    "D:displayname",
    "D:current-user-principal",
    "D:current-user-privilege-set",
    "L:supported-calendar-component-set",
    home,
  ];
  const answer = await propfind(server, start, 0, who);
  const here = answer.things[0];
  if (here?.holds === server.sort) return [toFound(here, answer.url)];
  const principal = inside(server, here?.principal, answer);
  const homes = here?.homes.length ? answer : principal ? await propfind(server, principal, 0, who) : null;
  const places = homes?.things[0]?.homes.map((place) => inside(server, place, homes)) ?? [];
  const found: FoundCollection[] = [];
  for (const place of places.length > 0 ? places : [start]) {
    const listed = await propfind(server, place ?? start, 1, who);
    for (const thing of listed.things) {
      if (thing.holds !== server.sort) continue;
      const at = placeOf(thing.href, listed.url);
      if (at !== null) found.push(toFound(thing, new URL(at, listed.url)));
    }
  }
  return found;
}

function toFound({ name, isWritable }: DavThing, url: URL): FoundCollection {
  return { url: url.href, name: name || lastPart(url), isWritable };
}

/** An address on the same origin; one elsewhere is refused by name, as the password would have to go there. */
function inside(server: DavServer, href: string | null | undefined, answer: DavAnswer): string | null {
  const url = href ? parseUrl(href, answer.url) : null;
  if (url === null) return null;
  if (url.origin === answer.url.origin) return url.href;
  throw new DavProblem(
    "net",
    `This user's ${trades[server.sort].many} are kept at ${url.origin}. Type that address to sign in there.`,
  );
}

/** RFC 6764 §3: a domain without a server of its own may name the one that keeps its address books or calendars. */
async function betterPlace(
  { sort }: DavServer,
  problem: DavProblem,
  domain: string | null,
): Promise<DavProblem> {
  if (domain === null || problem.code !== "net") return problem;
  const [record] = await Promise.race([
    resolveSrv(`${trades[sort].service}._tcp.${domain}`).catch(() => []),
    new Promise<[]>((resolve) => setTimeout(resolve, 3000, []).unref()),
  ]);
  if (!record || record.name === "" || record.name === domain) return problem;
  const port = record.port === 443 ? "" : `:${record.port}`;
  return new DavProblem(
    "net",
    `${domain} keeps its ${trades[sort].many} at https://${record.name}${port}. Type that address to sign in there.`,
  );
}

function lastPart(url: URL): string {
  const part = url.pathname.split("/").filter(Boolean).at(-1) ?? url.host;
  try {
    return decodeURIComponent(part).slice(0, 200);
  } catch {
    return part.slice(0, 200);
  }
}
