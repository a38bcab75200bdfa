import { createHash } from "node:crypto";
import { claimKey, type KeptAnswer, keepAnswer } from "@/lib/data/once";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";

const KEY = /^[\x21-\x7e]{1,255}$/;
/** What may be different the next time it is asked: nothing was decided yet. */
const undecided = new Set([401, 408, 429]);

/** A request that carries a key, as its door sees it. `asked` is everything that it asks for. */
export type Keyed = { actor: Actor; key: string; asked: string };

/** The `Idempotency-Key` of a request (draft-ietf-httpapi-idempotency-key-header), null without one; refuses `invalid` for one that is no key. */
export function readKey(headers: Pick<Headers, "get">): Result<string | null> {
  const sent = headers.get("idempotency-key");
  if (sent === null) return granted(null);
  const key = /^".*"$/.test(sent) ? sent.slice(1, -1) : sent;
  if (KEY.test(key)) return granted(key);
  const sentence = "Idempotency-Key is a word of at most 255 letters, without spaces.";
  return refused({ code: "invalid", fields: { "Idempotency-Key": sentence } });
}

/**
 * Answers a request with a key, and the same request again with the same words. `run` is handed the actor whose writing
 * transactions each happen once. Refuses `key-reused` when the key came with another request, and `signed-out`.
 */
export async function answerOnce(
  { actor, key, asked }: Keyed,
  run: (actor: Actor) => Promise<Response>,
): Promise<Result<Response>> {
  const sum = Uint8Array.from(createHash("sha256").update(asked, "utf8").digest());
  const claim = await claimKey(actor, key, sum);
  if (claim === null) return refused({ code: "signed-out" });
  if (!claim.isSame) return refused({ code: "key-reused" });
  if (claim.answer !== null) return granted(toResponse(claim.answer));
  const response = await run({ ...actor, once: { key, steps: 0 } });
  const isJson = /json/.test(response.headers.get("content-type") ?? "");
  if (!isJson || undecided.has(response.status) || response.status >= 500) return granted(response);
  const headers = Object.fromEntries(response.headers);
  const answer = { status: response.status, headers, body: await response.text() };
  return granted(toResponse(await keepAnswer(actor, key, answer)));
}

function toResponse({ status, headers, body }: KeptAnswer): Response {
  return new Response(body, { status, headers });
}
