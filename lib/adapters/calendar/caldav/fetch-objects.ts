import type { FeedWindow } from "@/lib/adapters/calendar/fetch-feed";
import type { ObjectContent } from "@/lib/adapters/calendar/read-objects";
import { type DavServer, report } from "@/lib/adapters/dav/dav";
import { type FetchedThing, multiget } from "@/lib/adapters/dav/multiget";

/** One object of a calendar as the server has it now. */
export type FetchedObject = FetchedThing<ObjectContent>;

/** Reads these objects (calendar-multiget, RFC 4791 §7.9), one answer for each. Throws {@link DavProblem}. */
export function fetchObjects(
  server: DavServer,
  hrefs: string[],
  { window, few }: FeedWindow,
): Promise<FetchedObject[]> {
  return multiget(server, hrefs, (wanted) => {
    const inside = `<D:prop><D:getetag/><L:calendar-data/></D:prop>${wanted}`;
    const ask = { depth: 1, name: "L:calendar-multiget", inside } as const;
    return report(server, server.url, ask, { kind: "calendar-multistatus", window, few });
  });
}
