import type { Tx } from "@/lib/data/client";
import { listHiddenGuests } from "@/lib/data/hidden-guests";

/** Tells the guests whom the transaction may see from those who are somebody's private people, by name, address or person. */
export async function tellGuests<G extends { name: string; email: string; personId: string | null }>(
  tx: Tx,
  workspaceId: string,
  guests: readonly G[],
): Promise<{ seen: G[]; unseen: G[] }> {
  const said = guests.flatMap(({ name, email }) => [small(name), small(email)]).filter(Boolean);
  const hidden = await listHiddenGuests(tx, said);
  const people = await findPeopleHere(tx, workspaceId, guests);
  const isSeen = (guest: G) =>
    !hidden.has(small(guest.name)) &&
    !hidden.has(small(guest.email)) &&
    (guest.personId === null || people.has(guest.personId));
  return { seen: guests.filter(isSeen), unseen: guests.filter((guest) => !isSeen(guest)) };
}

function small(text: string): string {
  return text.trim().toLowerCase();
}

/** Which of the people named by these guests the transaction may see; removed ones are still who they were. */
export async function findPeopleHere(
  tx: Tx,
  workspaceId: string,
  guests: readonly { personId: string | null }[],
): Promise<Set<string>> {
  const ids = guests.flatMap(({ personId }) => personId ?? []);
  if (ids.length === 0) return new Set();
  const rows = await tx.person.findMany({ where: { workspaceId, id: { in: ids } }, select: { id: true } });
  return new Set(rows.map(({ id }) => id));
}
