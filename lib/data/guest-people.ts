import type { Tx } from "@/lib/data/client";
import { peopleAt } from "@/lib/data/people-at";
import type { Circle } from "@/lib/domain/policy/default-tags";
import { Prisma } from "@/prisma/generated/client";

/** Somebody who is on an entry's list. `id` is null for whoever is on the desk no more, and private still. */
export type GuestPerson = {
  id: string | null;
  name: string;
  circles: Circle[];
  zone: string | null;
  isPrivate: boolean;
};

/** A guest as a list has them; `personId` says that they were picked from the people of the desk. */
export type GuestNamed = { name?: string | null; email?: string | null; personId?: string | null };

/**
 * Who of the desk each of these guests may be, as far as the transaction may see: whoever was picked, or stands for them since
 * they were merged; else everybody who has the address, and where one of those is called so, that one. Empty for a stranger.
 */
export async function findGuestIds(
  tx: Tx,
  workspaceId: string,
  guests: readonly GuestNamed[],
): Promise<string[][]> {
  const picked = await findPicked(tx, workspaceId, guests);
  const known = await findByAddress(tx, workspaceId, guests);
  return guests.map(({ name, email, personId }) => {
    if (personId) return [picked.get(personId) ?? []].flat();
    const all = known.filter((one) => one.address === small(email));
    const named = all.filter((one) => one.name === small(name));
    return (named.length > 0 ? named : all).map(({ id }) => id);
  });
}

/**
 * Who these guests are, as {@link findGuestIds} has it, or else somebody private of that very name or address, though they are off
 * the desk: who is not to be known is not named by chance. Empty where nobody is known.
 */
export async function findGuestPeople(
  tx: Tx,
  workspaceId: string,
  guests: readonly GuestNamed[],
): Promise<GuestPerson[][]> {
  const ids = await findGuestIds(tx, workspaceId, guests);
  const picked = guests.flatMap(({ personId }) => personId ?? []);
  const names = textsOf(guests, "name");
  const emails = textsOf(guests, "email");
  if (picked.length + names.length + emails.length === 0) return guests.map(() => []);
  const people = await tx.$queryRaw<(GuestPerson & { id: string; isHere: boolean; emails: string[] })[]>`
    SELECT id, name, circles, zone, is_private AS "isPrivate", removed_at IS NULL AS "isHere", fence.addresses_in(emails) AS emails FROM persons
    WHERE workspace_id = ${workspaceId}::uuid AND ((id = ANY (${ids.flat()}::uuid[]) AND removed_at IS NULL)
      OR (is_private AND (id = ANY (${picked}::uuid[]) OR lower(name) = ANY (${names}::text[]) OR fence.addresses_in(emails) && ${emails}::text[])))
    ORDER BY removed_at NULLS FIRST, created_at, id`;
  return guests.map(({ name, email, personId }, n) => {
    const known = people.filter(({ id }) => ids[n]?.includes(id));
    if (known.length > 0) return known;
    const hidden = people.find(
      (one) =>
        one.isPrivate &&
        (one.id === personId || small(one.name) === small(name) || one.emails.includes(small(email))),
    );
    return hidden ? [{ ...hidden, id: hidden.isHere ? hidden.id : null }] : [];
  });
}

/** Who stands for each person who was picked, once they were merged into another. */
async function findPicked(
  tx: Tx,
  workspaceId: string,
  guests: readonly GuestNamed[],
): Promise<Map<string, string>> {
  const ids = [...new Set(guests.flatMap(({ personId }) => personId ?? []))];
  if (ids.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ picked: string; id: string }[]>`
    WITH RECURSIVE step AS (
      SELECT p.id AS picked, p.id, p.merged_into_id, p.removed_at FROM persons p WHERE p.workspace_id = ${workspaceId}::uuid AND p.id = ANY (${ids}::uuid[])
      UNION SELECT s.picked, p.id, p.merged_into_id, p.removed_at FROM step s JOIN persons p ON p.workspace_id = ${workspaceId}::uuid AND p.id = s.merged_into_id
    ) SELECT picked, id FROM step WHERE removed_at IS NULL`;
  return new Map(rows.map(({ picked, id }) => [picked, id]));
}

function findByAddress(
  tx: Tx,
  workspaceId: string,
  guests: readonly GuestNamed[],
): Promise<{ address: string; id: string; name: string }[]> {
  const emails = textsOf(
    guests.filter(({ personId }) => !personId),
    "email",
  );
  if (emails.length === 0) return Promise.resolve([]);
  return tx.$queryRaw`
    SELECT x.address, x.person_id AS id, x.name FROM (${peopleAt(workspaceId, Prisma.sql`${emails}::text[]`)}) x ORDER BY x.address, x.created_at, x.person_id`;
}

function textsOf(guests: readonly GuestNamed[], of: "name" | "email"): string[] {
  return [...new Set(guests.map((guest) => small(guest[of])).filter(Boolean))];
}

function small(text: string | null | undefined): string {
  return (text ?? "").trim().toLowerCase();
}
