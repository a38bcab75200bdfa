import { mayTry } from "@/lib/auth/sign-in-limits";
import { findProofByLink, type ProofByLink } from "@/lib/data/proofs";

/** 128 bits as base64url: 22 letters. */
const token = /^[\w-]{22}$/;

/** What a link of a proof leads to, for anybody who has it, signed in or not: what was signed, nothing, or so many seconds to wait. */
export async function readProof(
  link: string,
  ip: string,
): Promise<{ found: ProofByLink | null } | { waitSeconds: number }> {
  const waitSeconds = await mayTry("proof", ip);
  if (waitSeconds !== null) return { waitSeconds };
  return { found: token.test(link) ? await findProofByLink(link) : null };
}
