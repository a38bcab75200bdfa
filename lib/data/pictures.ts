import type { Tx } from "@/lib/data/client";

/** A picture as it is served. */
export type StoredPicture = { mediaType: string; bytes: Uint8Array; sum: string; version: number };
export type NewPicture = {
  personId: string;
  mediaType: string;
  base64: string;
  sum: string;
  fromWhere: string;
};

/** Somebody's picture, as the transaction may see it; null when there is none. */
export async function findPicture(
  tx: Tx,
  workspaceId: string,
  personId: string,
): Promise<StoredPicture | null> {
  const row = await tx.personPicture.findFirst({ where: { workspaceId, id: personId, removedAt: null } });
  return row && { mediaType: row.mediaType, bytes: row.bytes, sum: row.sum, version: row.version };
}

/** Which of these people have a picture, and its version: enough to ask for it. */
export async function listPictureVersions(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, number>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.personPicture.findMany({
    where: { workspaceId, id: { in: personIds }, removedAt: null },
    select: { id: true, version: true },
  });
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Writes pictures down, over those that were there; gives the version of each. */
export async function savePictures(
  tx: Tx,
  workspaceId: string,
  pictures: NewPicture[],
): Promise<Map<string, number>> {
  if (pictures.length === 0) return new Map();
  const rows = await tx.$queryRaw<{ id: string; version: number }[]>`
    INSERT INTO person_pictures (workspace_id, id, media_type, bytes, sum, from_where)
    SELECT ${workspaceId}::uuid, x."personId", x."mediaType", decode(x.base64, 'base64'), x.sum, x."fromWhere"
    FROM jsonb_to_recordset(${JSON.stringify(pictures)}::jsonb) AS x ("personId" uuid, "mediaType" text, base64 text, sum text, "fromWhere" text)
    ON CONFLICT (workspace_id, id) DO UPDATE SET media_type = EXCLUDED.media_type, bytes = EXCLUDED.bytes, sum = EXCLUDED.sum,
      from_where = EXCLUDED.from_where, removed_at = NULL
    RETURNING id, version`;
  return new Map(rows.map((row) => [row.id, row.version]));
}

/** Takes pictures away, each where it still is at that version (null: whichever it is). Gives how many went. */
export function removePictures(
  tx: Tx,
  workspaceId: string,
  pictures: { id: string; version: number | null }[],
  at: Date,
): Promise<number> {
  if (pictures.length === 0) return Promise.resolve(0);
  return tx.$executeRaw`
    UPDATE person_pictures c SET removed_at = ${at} FROM jsonb_to_recordset(${JSON.stringify(pictures)}::jsonb) AS x (id uuid, version int)
    WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = x.id AND c.removed_at IS NULL AND (x.version IS NULL OR c.version = x.version)`;
}

/** The pictures of these people, whole: what an import is about to write over. */
export async function listPictures(
  tx: Tx,
  workspaceId: string,
  personIds: string[],
): Promise<Map<string, { mediaType: string; base64: string; sum: string; fromWhere: string }>> {
  if (personIds.length === 0) return new Map();
  const rows = await tx.personPicture.findMany({
    where: { workspaceId, id: { in: personIds }, removedAt: null },
  });
  return new Map(
    rows.map(({ id, mediaType, bytes, sum, fromWhere }) => [
      id,
      { mediaType, base64: Buffer.from(bytes).toString("base64"), sum, fromWhere },
    ]),
  );
}
