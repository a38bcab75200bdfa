import {
  isShared,
  readSharedParams,
  type SharedWords,
  writeSharedParams,
} from "@/lib/domain/capture/shared-params";

const KEY = "firsthand:shared";
const HOUR = 3_600_000;

/** Keeps what was shared on this device while its owner signs in, which may happen in another tab; for an hour. */
export function keepShare(shared: SharedWords): void {
  try {
    localStorage.setItem(KEY, JSON.stringify({ at: Date.now(), said: writeSharedParams(shared) }));
  } catch {
    // A browser that keeps nothing brings back what fits into an address.
  }
}

/** What was kept, this once; null when there is nothing, or it has lain too long. */
export function takeShare(): SharedWords | null {
  try {
    const { at, said } = JSON.parse(localStorage.getItem(KEY) ?? "{}") as { at?: number; said?: string };
    localStorage.removeItem(KEY);
    const shared = readSharedParams(said ?? "", "");
    return at && Date.now() - at < HOUR && isShared(shared) ? shared : null;
  } catch {
    return null;
  }
}
