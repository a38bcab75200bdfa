import type { Tx } from "@/lib/data/client";
import { findGuests } from "@/lib/data/whisper-cards";
import type { Circle } from "@/lib/domain/policy/default-tags";

/** Somebody known who is on an entry's list. */
export type GuestPerson = {
  id: string;
  name: string;
  circles: Circle[];
  zone: string | null;
  isPrivate: boolean;
};
export type GuestNamed = { name?: string | null; email?: string | null; personId?: string | null };

/**
 * Who these guests are, by the person that is named, by address, or by the whole name of somebody private: who is not to be known
 * is not named by chance. One answer per guest, null where nobody is known.
 */
export async function findGuestPeople(
  tx: Tx,
  workspaceId: string,
  guests: readonly GuestNamed[],
): Promise<(GuestPerson | null)[]> {
  const small = (text: string | null | undefined) => (text ?? "").trim().toLowerCase();
  const byEmail = await findGuests(tx, workspaceId, [
    ...new Set(guests.map(({ email }) => small(email)).filter(Boolean)),
  ]);
  const ids = [...byEmail.values(), ...guests.flatMap(({ personId }) => personId ?? [])];
  const names = guests.map(({ name }) => small(name)).filter(Boolean);
  if (ids.length + names.length === 0) return guests.map(() => null);
  const people = await tx.$queryRaw<GuestPerson[]>`
    SELECT id, name, circles, zone, is_private AS "isPrivate" FROM persons
    WHERE workspace_id = ${workspaceId}::uuid AND removed_at IS NULL AND (id = ANY (${ids}::uuid[]) OR (is_private AND lower(name) = ANY (${names}::text[])))
    ORDER BY created_at, id`;
  return guests.map(({ name, email, personId }) => {
    const id = personId ?? byEmail.get(small(email));
    const known = people.find((person) => person.id === id);
    return known ?? people.find((person) => person.isPrivate && small(person.name) === small(name)) ?? null;
  });
}
