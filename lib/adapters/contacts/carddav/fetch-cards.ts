import { DavProblem, type DavServer, escapeXml, report } from "@/lib/adapters/contacts/carddav/dav";
import { placeOf } from "@/lib/adapters/contacts/carddav/hrefs";
import type { ReadPerson } from "@/lib/adapters/contacts/read-person";

/**
 * One card as the server has it now: somebody, or why not; `isGone` when the server says that it is not there any more, `isPassing`
 * when it did not give the card and may another time.
 */
export type FetchedCard = {
  href: string;
  etag: string;
  person: ReadPerson | null;
  why: string | null;
  isGone: boolean;
  isPassing: boolean;
};

const TOO_LARGE = "The card is larger than anything we take.";
const NOT_GIVEN = "The server did not give this card. It is asked for again.";

/**
 * Reads these cards (addressbook-multiget, RFC 6352 §8.7), one answer for each. Where the answer is too large they are asked for
 * in smaller groups, so that one huge card never holds up the others. Throws {@link DavProblem}.
 */
export async function fetchCards(server: DavServer, hrefs: string[]): Promise<FetchedCard[]> {
  if (hrefs.length === 0) return [];
  try {
    return await multiget(server, hrefs);
  } catch (error) {
    if (!(error instanceof DavProblem && (error.code === "too-large" || error.code === "not-dav")))
      throw error;
    if (hrefs.length === 1)
      return error.code === "too-large"
        ? [unreadable(hrefs[0] ?? "", TOO_LARGE, false)]
        : [unreadable(hrefs[0] ?? "", error.sentence, true)];
    const half = Math.ceil(hrefs.length / 2);
    return [
      ...(await fetchCards(server, hrefs.slice(0, half))),
      ...(await fetchCards(server, hrefs.slice(half))),
    ];
  }
}

async function multiget(server: DavServer, hrefs: string[]): Promise<FetchedCard[]> {
  const wanted = hrefs.map((href) => `<D:href>${escapeXml(href)}</D:href>`).join("");
  const inside = `<D:prop><D:getetag/><C:address-data/></D:prop>${wanted}`;
  const { things, url } = await report(server, server.url, 1, "C:addressbook-multiget", inside);
  const given = new Map(things.map((thing) => [placeOf(thing.href, url) ?? "", thing]));
  return hrefs.map((href) => {
    const thing = given.get(href);
    if (!thing) return unreadable(href, NOT_GIVEN, true);
    const { etag, person, why } = thing;
    if (thing.status === 404 || thing.status === 410)
      return { href, etag: "", person: null, why: null, isGone: true, isPassing: false };
    if (person === null) return unreadable(href, why ?? NOT_GIVEN, why === null);
    return { href, etag, person, why: null, isGone: false, isPassing: false };
  });
}

function unreadable(href: string, why: string, isPassing: boolean): FetchedCard {
  return { href, etag: "", person: null, why, isGone: false, isPassing };
}
