import { sendClientMail } from "@/lib/adapters/mail/client-mail";
import type { MailLimits } from "@/lib/adapters/mail/smtp-session";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result } from "@/lib/domain/result";
import { claimSending } from "@/lib/use-cases/draft/claim-sending";
import { type Became, concludeSending } from "@/lib/use-cases/draft/conclude-sending";
import { holdClaim } from "@/lib/use-cases/draft/hold-claim";

/** The line to the server, for tests: how long to wait, whom to believe, and how often to say that one is still at it. */
export type Line = MailLimits & { ca?: string; beatMs?: number };

/**
 * A claim holds for two minutes (fence.guard_sending). Before the words are handed over that may run out: whoever came too late does not
 * begin. Afterwards the server may take two minutes and more to answer, so whoever waits for it says so.
 */
const BEAT_MILLISECONDS = 30_000;

/**
 * Carries words that were let go to the server of their account: claim, write down that they are handed over, hand over, write down
 * what came of it. However many carry, one does; whoever dies in between leaves a state from which the next goes on.
 * @param origin the public origin, which links are built from alone
 */
export async function carrySending(
  actor: Actor,
  id: string,
  at: Date,
  origin: string,
  line: Line = {},
): Promise<Result<Became>> {
  const claim = await claimSending(actor, id, origin);
  if (!claim.ok) return claim;
  if ("became" in claim.value) return granted(claim.value.became);
  const { ours, letter } = claim.value;
  const held = holdClaim(actor, ours);
  const { ca, beatMs = BEAT_MILLISECONDS, ...limits } = line;
  // From here on nobody can know, until the server answers.
  const beforeBody = async () => {
    if (!(await held.note({ state: "handed-over", isClaimed: true }))) throw new LostClaim();
    held.keep(beatMs);
  };
  try {
    const server = { ...letter.server, ...(ca === undefined ? {} : { ca }) };
    const went = await sendClientMail(server, letter.mail, { ...limits, beforeBody });
    await held.rest();
    return granted(await concludeSending(actor, held.seen, went, at, origin));
  } catch (error) {
    await held.rest();
    if (error instanceof LostClaim) return granted("lost" as const);
    // Nothing that a server did: the log is told of it, and the words are tried again until their day is over.
    const went = { how: "refused", why: "Something went wrong on our side.", isFinal: false } as const;
    if (held.seen.state === "leaving") await concludeSending(actor, held.seen, went, at, origin);
    throw error;
  }
}

/** Somebody else carries these words now. */
class LostClaim extends Error {}
