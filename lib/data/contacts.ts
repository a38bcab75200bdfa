import type { Tx } from "@/lib/data/client";
import { type RawContact, realContacts } from "@/lib/data/real-contacts";
import type { ContactHow, LastContact } from "@/lib/domain/person/contact";

/** A logged contact as stored, as the transaction may see it. */
export type StoredContact = {
  id: string;
  version: number;
  personId: string;
  at: Date;
  how: ContactHow;
  note: string;
  isPrivate: boolean;
};

/** What may be changed about a logged contact. */
export type ContactChange = Partial<Pick<StoredContact, "at" | "how" | "note" | "isPrivate">> & {
  removedAt?: Date | null;
};

/**
 * The last real contacts with each of these people by `at`, the latest first, at most `limit` each: what tasks did, what was
 * logged, and past meetings of the calendar. The rule is lib/domain/person/contact.ts.
 */
export async function listLastContacts(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
  limit: number,
  at: Date,
): Promise<LastContact[]> {
  if (personIds.length === 0) return [];
  const rows = await tx.$queryRaw<(RawContact & { by: string | null; isByAgent: boolean })[]>`
    SELECT c.*, u.name AS by, a.user_id IS NOT NULL AS "isByAgent" FROM (
      SELECT r.*, row_number() OVER (PARTITION BY r."personId" ORDER BY r.at DESC, r.source) AS place
      FROM (${realContacts(workspaceId, personIds, at)}) r
    ) c LEFT JOIN users u ON u.id = c."byUser" LEFT JOIN agents a ON a.workspace_id = ${workspaceId}::uuid AND a.user_id = c."byUser"
    WHERE c.place <= ${limit} ORDER BY c."personId", c.place`;
  return rows.map(({ personId, at: when, source, how, title, note, by, isByAgent, taskId, isPrivate }) => {
    const told = { personId, at: when.toISOString(), source, how, title, note };
    return { ...told, by: by ?? "", isByAgent, taskId, isPrivate };
  });
}

/** One logged contact, or one that was taken away; null for one that is absent or not to be seen. */
export async function findContact(
  tx: Tx,
  workspaceId: string,
  id: string,
  which: "standing" | "removed" = "standing",
): Promise<StoredContact | null> {
  const row = await tx.contact.findFirst({
    where: { workspaceId, id, removedAt: which === "standing" ? null : { not: null } },
    select: { id: true, version: true, personId: true, at: true, how: true, note: true, isPrivate: true },
  });
  return row as StoredContact | null;
}

/** Writes a contact down. Private only for the client: the database refuses anybody else. */
export async function insertContact(
  tx: Tx,
  workspaceId: string,
  contact: Omit<StoredContact, "version">,
): Promise<void> {
  await tx.contact.createMany({ data: [{ ...contact, workspaceId }] });
}

/** Changes a contact where it still is as it was seen. False: somebody was quicker. */
export async function saveContact(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: ContactChange,
): Promise<boolean> {
  const saved = await tx.contact.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
