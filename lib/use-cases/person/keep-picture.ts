import { sumOf } from "@/lib/data/import-more";
import { findPerson } from "@/lib/data/people";
import { findPicture, savePictures } from "@/lib/data/pictures";
import { writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { pictureTypeOf, whyNotPicture } from "@/lib/domain/person/picture";
import { granted, type Result, refused } from "@/lib/domain/result";

/** A picture in base64, and the version of the one that was seen there; null: there was none. */
type PictureInput = { base64: string; version: number | null };

/**
 * Keeps a picture of somebody, over the one that was seen. What it is, its own first bytes say.
 * Refuses `not-found`, `stale`, and `invalid` for what is no picture or larger than 1 MB.
 */
export async function keepPicture(
  actor: Actor,
  personId: string,
  input: PictureInput,
): Promise<Result<{ id: string; version: number; seq: number }>> {
  const workspaceId = actor.workspace.id;
  const written = await writeAs(actor, "keep-picture", { kind: "person", id: personId }, async (tx) => {
    if ((await findPerson(tx, workspaceId, personId)) === null) return refused({ code: "not-found" });
    const bytes = Buffer.from(input.base64, "base64");
    const no = whyNotPicture(bytes);
    if (no !== null) return refused({ code: "invalid", fields: { picture: no } });
    const version = (await findPicture(tx, workspaceId, personId))?.version ?? null;
    if (version !== input.version)
      return refused({ code: "stale", version: version ?? 0, changed: ["picture"] });
    const picture = {
      personId,
      mediaType: pictureTypeOf(bytes) ?? "",
      base64: bytes.toString("base64"),
      sum: sumOf(bytes),
      fromWhere: "",
    };
    const saved = await savePictures(tx, workspaceId, [picture]);
    return granted(saved.get(personId) ?? 1);
  });
  return written.ok
    ? granted({ id: personId, version: written.value.value, seq: written.value.seq })
    : written;
}
