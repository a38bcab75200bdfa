import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { wordsByHand } from "@/lib/domain/draft/by-hand";
import type { DraftView } from "@/lib/domain/draft/view";

/**
 * What is copied of a draft that was approved: its words, and the line of their proof where "Personally written" stands on them. Null when
 * that link could not be read: words that are to carry it are not copied without.
 */
export async function wordsToCopy(
  slug: string,
  draft: Pick<DraftView, "id" | "wantsProof">,
  text: string,
): Promise<string | null> {
  if (!draft.wantsProof) return text;
  const read = await get<DraftView>(`/api/v1/w/${slug}/drafts/${draft.id}`);
  return read.ok ? wordsByHand(text, read.value.proof) : null;
}
