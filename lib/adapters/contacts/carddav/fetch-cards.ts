import type { ReadPerson } from "@/lib/adapters/contacts/read-person";
import { type DavServer, report } from "@/lib/adapters/dav/dav";
import { type FetchedThing, multiget } from "@/lib/adapters/dav/multiget";

/** One card as the server has it now: somebody, or why not. */
export type FetchedCard = Omit<FetchedThing<never>, "content"> & { person: ReadPerson | null };

/** Reads these cards (addressbook-multiget, RFC 6352 §8.7), one answer for each. Throws {@link DavProblem}. */
export async function fetchCards(server: DavServer, hrefs: string[]): Promise<FetchedCard[]> {
  const things = await multiget(server, hrefs, (wanted) => {
    const inside = `<D:prop><D:getetag/><C:address-data/></D:prop>${wanted}`;
    const ask = { depth: 1, name: "C:addressbook-multiget", inside } as const;
    return report(server, server.url, ask, { kind: "card-multistatus" });
  });
  return things.map(({ content, why, ...thing }) => ({
    ...thing,
    person: content?.person ?? null,
    why: why ?? content?.why ?? null,
  }));
}
