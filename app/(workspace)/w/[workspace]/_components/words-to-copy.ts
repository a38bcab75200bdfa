import { get } from "@/app/(workspace)/w/[workspace]/_components/desk-api";
import { wordsByHand } from "@/lib/domain/draft/by-hand";
import type { DraftView } from "@/lib/domain/draft/view";

/**
 * What is copied of a draft that was approved: its words with the account's signature, and the line of their proof where "Personally
 * written" stands on them. Null when that link could not be read: words that are to carry it are not copied without.
 */
export async function wordsToCopy(
  slug: string,
  draft: Pick<DraftView, "id" | "wantsProof" | "account">,
  text: string,
): Promise<string | null> {
  const signature = draft.account?.signature ?? "";
  if (!draft.wantsProof) return wordsByHand(text, { signature, proof: null });
  const read = await get<DraftView>(`/api/v1/w/${slug}/drafts/${draft.id}`);
  return read.ok ? wordsByHand(text, { signature, proof: read.value.proof }) : null;
}
