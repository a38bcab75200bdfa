import { DavProblem } from "@/lib/adapters/dav/dav";
import { discoverCollections, type FoundCollection, serverTyped } from "@/lib/adapters/dav/discover";
import type { DavSort } from "@/lib/adapters/dav/trades";
import { granted, type Result, refused } from "@/lib/domain/result";

/** Somebody waits before the screen for it. */
const MOST_MILLISECONDS = 30_000;

/**
 * The address books or calendars behind what was typed; `invalid` with the server's answer, at the field that is to blame, when
 * there are none or it cannot be asked. However many places it has to be asked at, it all takes at most `mostMs`.
 */
export async function findCollections(
  sort: DavSort,
  { address, username, password }: { address: string; username: string; password: string },
  mostMs = MOST_MILLISECONDS,
): Promise<Result<FoundCollection[]>> {
  const server = serverTyped(address);
  if (server === null)
    return refused({ code: "invalid", fields: { address: "This is not the address of a server." } });
  try {
    const signal = AbortSignal.timeout(mostMs);
    const asked = { sort, url: server.url, username, password, signal };
    return granted(await discoverCollections(asked, server.domain));
  } catch (error) {
    if (!(error instanceof DavProblem)) throw error;
    const field = error.code === "sign-in" ? "password" : "address";
    return refused({ code: "invalid", fields: { [field]: error.sentence } });
  }
}
