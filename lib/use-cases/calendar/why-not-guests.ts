import type { Tx } from "@/lib/data/client";
import { findPeopleHere } from "@/lib/data/guests-seen";
import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** Guests are told by a name or an address, and are people of this desk where they say so. Null means yes. */
export async function whyNotGuestsIn(
  tx: Tx,
  { workspace }: Actor,
  guests: readonly { name: string; email: string; personId: string | null }[],
): Promise<Refusal | null> {
  if (guests.some(({ name, email }) => name === "" && email === ""))
    return { code: "invalid", fields: { guests: "Give every guest a name or an address." } };
  const people = await findPeopleHere(tx, workspace.id, guests);
  return guests.every(({ personId }) => personId === null || people.has(personId))
    ? null
    : { code: "invalid", fields: { guests: "One of these people is not on this desk." } };
}
