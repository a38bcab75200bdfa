import { fetchProgramDocument } from "@/lib/adapters/oauth/fetch-program-document";
import { findProgram as findKept, keepProgram } from "@/lib/data/programs";
import type { Program } from "@/lib/domain/program";

const AN_HOUR = 60 * 60 * 1000;

/**
 * The program that an id names: one that registered, or one whose id is the https address of what it says about itself
 * (draft-ietf-oauth-client-id-metadata-document), which is asked again after an hour. Null for one that nobody knows.
 */
export async function findProgram(id: string, at: Date): Promise<Program | null> {
  if (id === "" || id.length > 500) return null;
  const kept = await findKept(id);
  if (!id.startsWith("https://")) return kept;
  if (kept !== null && at.getTime() - kept.madeAt.getTime() < AN_HOUR) return kept;
  const said = await fetchProgramDocument(id);
  if (said !== null) await keepProgram(said);
  return said;
}
