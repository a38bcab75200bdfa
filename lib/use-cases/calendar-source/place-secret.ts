import { type SealedFor, seal, sumOfSecret, unseal } from "@/lib/adapters/secrets/seal";

/** Where a calendar is, with what opens it: sealed together, as the address of a calendar is often a key itself. */
export type PlaceSecret = { url: string; username: string; password: string };

type Owner = Omit<SealedFor, "what">;

/** What is stored of a place: its host to show, the rest sealed, and a sum by which the same place is found again. */
export function sealPlace(
  { url, username, password }: PlaceSecret,
  owner: Owner,
): { host: string; username: string; sealed: Uint8Array; placeSum: string } {
  return {
    host: new URL(url).host,
    username,
    sealed: seal(JSON.stringify({ url, password }), { what: "calendar", ...owner }),
    placeSum: sumOfSecret(`${url}\n${username}`, { what: "calendar", workspaceId: owner.workspaceId }),
  };
}

/** The address and the password again; null when they were sealed under another FIRSTHAND_SECRET. */
export function openPlace(
  { sealed, username }: { sealed: Uint8Array; username: string },
  owner: Owner,
): PlaceSecret | null {
  const plain = unseal(sealed, { what: "calendar", ...owner });
  if (plain === null) return null;
  const { url, password } = JSON.parse(plain) as Omit<PlaceSecret, "username">;
  return { url, username, password };
}
