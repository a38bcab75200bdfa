import {
  type DavAnswer,
  DavProblem,
  type DavServer,
  escapeXml,
  propfind,
  report,
} from "@/lib/adapters/dav/dav";
import { isSamePlace, placeOf } from "@/lib/adapters/dav/hrefs";
import { trades } from "@/lib/adapters/dav/trades";

/**
 * What is in an address book or a calendar. `isWhole`: `present` is everything there is, and what is not in it is gone; otherwise only what
 * changed since the token. `token` is our own note: "sync:" and a sync token (RFC 6578), or "ctag:" and the collection's tag.
 */
export type Listing = {
  isWhole: boolean;
  present: { href: string; etag: string }[];
  gone: string[];
  token: string;
};

const ABOUT = [
  "D:resourcetype",
  "D:sync-token",
  "S:getctag",
  "D:supported-report-set",
  "L:supported-calendar-component-set",
];
/** As many times a server may say "there is more" (RFC 6578 §3.6). */
const MOST_PAGES = 500;
const MOST_ITEMS = 50_000;

/**
 * Lists what changed in an address book or a calendar since `token` ("" for all of it). A token that the server has forgotten starts over.
 * Throws {@link DavProblem}.
 */
export async function listChanges(server: DavServer, token: string): Promise<Listing> {
  if (token.startsWith("sync:")) {
    const changes = await sinceToken(server, token.slice(5)).catch(startOver);
    if (changes) return changes;
  }
  const about = (await propfind(server, server.url, 0, ABOUT)).things[0];
  const { one } = trades[server.sort];
  if (about?.holds !== server.sort)
    throw new DavProblem("not-found", `There is no ${one} at this address any more.`);
  if (about.canSync) {
    const all = await sinceToken(server, "").catch(startOver);
    if (all) return all;
  }
  const now = about.ctag === "" ? "" : `ctag:${about.ctag}`;
  if (now !== "" && now === token) return { isWhole: false, present: [], gone: [], token };
  const listed = await propfind(server, server.url, 1, ["D:getetag", "D:resourcetype"]);
  return { isWhole: true, ...sorted(listed), gone: [], token: now };
}

async function sinceToken(server: DavServer, since: string): Promise<Listing> {
  const listing: Listing = { isWhole: since === "", present: [], gone: [], token: "" };
  let token = since;
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const inside = `<D:sync-token>${escapeXml(token)}</D:sync-token><D:sync-level>1</D:sync-level><D:prop><D:getetag/><D:resourcetype/></D:prop>`;
    // RFC 6578 §3.2: the report itself has depth 0; what it covers is the sync level.
    const ask = { depth: 0, name: "D:sync-collection", inside } as const;
    const answer = await report(server, server.url, ask, { kind: "multistatus" });
    const { present, gone } = sorted(answer);
    listing.present.push(...present);
    listing.gone.push(...gone);
    if (listing.present.length > MOST_ITEMS)
      throw new DavProblem(
        "too-large",
        `The ${trades[server.sort].one} has more than ${MOST_ITEMS.toLocaleString("en")} of them.`,
      );
    if (answer.syncToken === "") throw new DavProblem("old-token", "The server gave no token.");
    const isMore = answer.things.some((thing) => thing.status === 507) && answer.syncToken !== token;
    token = answer.syncToken;
    if (!isMore) break;
  }
  return { ...listing, token: `sync:${token}` };
}

/** Whatever a server says to a token that it does not like; a server that is away or refuses the password is no such thing. */
function startOver(error: unknown): null {
  if (
    error instanceof DavProblem &&
    error.code !== "net" &&
    error.code !== "sign-in" &&
    error.code !== "too-large"
  )
    return null;
  throw error;
}

function sorted({ things, url }: DavAnswer): Pick<Listing, "present" | "gone"> {
  const present = new Map<string, string>();
  const gone = new Set<string>();
  const self = placeOf(url.href, url) ?? "";
  for (const thing of things) {
    const href = placeOf(thing.href, url);
    if (href === null || thing.isCollection || href.length > 1000 || isSamePlace(href, self)) continue;
    if (thing.status === 404 || thing.status === 410) gone.add(href);
    // What a server cannot tell at the moment is not gone: the card itself is asked for.
    else if (thing.status < 300 || thing.status >= 500) present.set(href, thing.etag);
  }
  for (const href of present.keys()) gone.delete(href);
  return { present: [...present].map(([href, etag]) => ({ href, etag })), gone: [...gone] };
}
