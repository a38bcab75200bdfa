import type { Tx } from "@/lib/data/client";
import type { AttachmentView } from "@/lib/domain/draft/view";

/** What hangs on these drafts, in the order in which it was put there; without the bytes. */
export async function listAttachments(
  tx: Tx,
  workspaceId: string,
  draftIds: string[],
): Promise<(AttachmentView & { draftId: string })[]> {
  if (draftIds.length === 0) return [];
  return tx.draftAttachment.findMany({
    where: { workspaceId, draftId: { in: draftIds }, removedAt: null },
    select: { id: true, version: true, name: true, mediaType: true, size: true, draftId: true },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
  });
}

/** The bytes of what hangs on a draft, as they would leave. */
export function readAttachments(tx: Tx, workspaceId: string, draftId: string) {
  return tx.draftAttachment.findMany({
    where: { workspaceId, draftId, removedAt: null },
    select: { name: true, mediaType: true, bytes: true },
    orderBy: [{ enteredAt: "asc" }, { id: "asc" }],
  });
}

/** One attachment without its bytes, gone or not; null for one that is absent or not to be seen. */
export function findAttachment(tx: Tx, workspaceId: string, id: string) {
  return tx.draftAttachment.findFirst({
    where: { workspaceId, id },
    select: { version: true, draftId: true, size: true, removedAt: true },
  });
}

/** The file itself, as it hangs there; null for one that is absent, taken off, or not to be seen. */
export function readFile(tx: Tx, workspaceId: string, id: string) {
  return tx.draftAttachment.findFirst({
    where: { workspaceId, id, removedAt: null },
    select: { name: true, bytes: true },
  });
}

/** Hangs a file on a draft; its size and sum the database finds for itself. */
export async function insertAttachment(
  tx: Tx,
  workspaceId: string,
  attachment: {
    id: string;
    draftId: string;
    taskId: string;
    name: string;
    mediaType: string;
    bytes: Uint8Array<ArrayBuffer>;
  },
): Promise<void> {
  await tx.draftAttachment.createMany({ data: [{ workspaceId, ...attachment }] });
}

/** Takes an attachment off, or puts it back, where it is still at this version. */
export async function saveAttachment(
  tx: Tx,
  workspaceId: string,
  seen: { id: string; version: number },
  change: { removedAt: Date | null },
): Promise<boolean> {
  const saved = await tx.draftAttachment.updateMany({
    where: { workspaceId, id: seen.id, version: seen.version },
    data: change,
  });
  return saved.count === 1;
}
