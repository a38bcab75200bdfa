import { DavProblem, type DavServer, escapeXml } from "@/lib/adapters/dav/dav";
import { placeOf } from "@/lib/adapters/dav/hrefs";
import type { Multistatus } from "@/lib/adapters/dav/multistatus";
import { trades } from "@/lib/adapters/dav/trades";

/**
 * One thing as the server has it now: what was read of it, or why not; `isGone` when the server says that it is not there any more,
 * `isPassing` when it did not give it and may another time.
 */
export type FetchedThing<Content> = {
  href: string;
  etag: string;
  content: Content | null;
  why: string | null;
  isGone: boolean;
  isPassing: boolean;
};

/** Asks for things by name: `wanted` is the list of their hrefs, as the report has it. */
type Ask<Content> = (wanted: string) => Promise<Multistatus<Content> & { url: URL }>;

/**
 * Has these things given (addressbook-multiget, RFC 6352 §8.7; calendar-multiget, RFC 4791 §7.9), one answer for each. Where the
 * answer is too large, or asks the reader for too much, they are asked for in smaller groups, so that one never holds up the
 * others. Throws {@link DavProblem}.
 */
export async function multiget<Content>(
  server: DavServer,
  hrefs: string[],
  ask: Ask<Content>,
): Promise<FetchedThing<Content>[]> {
  if (hrefs.length === 0) return [];
  try {
    return await askOnce(server, hrefs, ask);
  } catch (error) {
    if (!(error instanceof DavProblem && ["too-large", "too-much", "not-dav"].includes(error.code)))
      throw error;
    const [first = ""] = hrefs;
    if (hrefs.length === 1) return [alone(server, first, error)];
    const half = Math.ceil(hrefs.length / 2);
    return [
      ...(await multiget(server, hrefs.slice(0, half), ask)),
      ...(await multiget(server, hrefs.slice(half), ask)),
    ];
  }
}

async function askOnce<Content>(
  server: DavServer,
  hrefs: string[],
  ask: Ask<Content>,
): Promise<FetchedThing<Content>[]> {
  const { things, url } = await ask(hrefs.map((href) => `<D:href>${escapeXml(href)}</D:href>`).join(""));
  const given = new Map(things.map((thing) => [placeOf(thing.href, url) ?? "", thing]));
  return hrefs.map((href) => {
    const thing = given.get(href);
    if (thing?.status === 404 || thing?.status === 410)
      return { href, etag: "", content: null, why: null, isGone: true, isPassing: false };
    if (!thing || thing.content === null) {
      const { item } = trades[server.sort];
      return unreadable(href, `The server did not give this ${item}. It is asked for again.`, true);
    }
    const { etag, content } = thing;
    return { href, etag, content, why: null, isGone: false, isPassing: false };
  });
}

/** Why one thing, asked for by itself, does not come. */
function alone({ sort }: DavServer, href: string, { code, sentence }: DavProblem): FetchedThing<never> {
  if (code === "too-large")
    return unreadable(href, `The ${trades[sort].item} is larger than anything we take.`, false);
  return unreadable(href, sentence, code === "not-dav");
}

function unreadable(href: string, why: string, isPassing: boolean): FetchedThing<never> {
  return { href, etag: "", content: null, why, isGone: false, isPassing };
}
