import type { Tx } from "@/lib/data/client";
import type { MergeUndo } from "@/lib/domain/person/merge-undo";

/** Gives the kept one the other's picture where they have none, or where it is wanted; tells what was there before. */
export async function takePicture(
  tx: Tx,
  workspaceId: string,
  keptId: string,
  mergedId: string,
  isWanted: boolean,
): Promise<MergeUndo["picture"]> {
  const find = (id: string) => tx.personPicture.findFirst({ where: { workspaceId, id } });
  const [own, other] = [await find(keptId), await find(mergedId)];
  if (!other || other.removedAt !== null) return "none";
  const isThere = own !== null && own.removedAt === null;
  if (isThere && !isWanted) return "none";
  const data = {
    mediaType: other.mediaType,
    bytes: other.bytes,
    sum: other.sum,
    fromWhere: other.fromWhere,
    removedAt: null,
  };
  if (own) await tx.personPicture.updateMany({ where: { workspaceId, id: keptId }, data });
  else await tx.personPicture.createMany({ data: [{ workspaceId, id: keptId, ...data }] });
  if (!own || !isThere) return { given: other.sum, before: null };
  const base64 = Buffer.from(own.bytes).toString("base64");
  const before = { mediaType: own.mediaType, base64, sum: own.sum, fromWhere: own.fromWhere };
  return { given: other.sum, before };
}

/** Takes the other's picture away again, or puts the one before it back. False: there is another one, or none, by now. */
export async function givePictureBack(
  tx: Tx,
  workspaceId: string,
  keptId: string,
  picture: MergeUndo["picture"],
  at: Date,
): Promise<boolean> {
  if (picture === "none") return true;
  const { base64 = "", ...rest } = picture.before ?? {};
  const data =
    picture.before === null ? { removedAt: at } : { ...rest, bytes: Buffer.from(base64, "base64") };
  const back = await tx.personPicture.updateMany({
    where: { workspaceId, id: keptId, removedAt: null, sum: picture.given },
    data,
  });
  return back.count === 1;
}
