import ipaddr from "ipaddr.js";
import { actorFromRequest, type PersonDoor } from "@/lib/auth/actor";
import { mayTry } from "@/lib/auth/sign-in-limits";
import { networkOf } from "@/lib/auth/visitor";
import { findDeskOfToken, findTokenHolder, noteTokenUse, type TokenHolder } from "@/lib/data/tokens";
import type { Actor } from "@/lib/domain/actor";
import { granted, type Result, refused } from "@/lib/domain/result";
import { describeError, log } from "@/lib/runtime/log";

/**
 * Who asks: a person with a session, whose `scopes` are null, or a program with a token for some of them. `by` tells apart with what:
 * an answer that is kept under a key is for whoever asks in the same way again.
 */
export type Caller = { actor: Actor; scopes: readonly string[] | null; by: string };

const likelyToken = /^fh\.[\w-]{43}$/;

/**
 * Who a request to a handler comes from. A token that is sent along is what counts, whatever session there is beside it. Refuses
 * `signed-out`, `not-found` for a desk that is not theirs, `too-many`, and `paused` for an agent that is.
 */
export async function callerFromRequest(
  request: Request,
  slug: string,
  door: PersonDoor,
): Promise<Result<Caller>> {
  const token = readBearer(request.headers);
  if (token !== null) return callerWithToken(token, slug, request.headers.get("x-forwarded-for") ?? "");
  const actor = await actorFromRequest(request, slug, door);
  return actor.ok ? granted({ actor: actor.value, scopes: null, by: "session" }) : actor;
}

/** The token of an `Authorization: Bearer` header (RFC 6750 §2.1), as it was sent; null without such a header. */
export function readBearer(headers: Pick<Headers, "get">): string | null {
  const sent = /^bearer +(\S*)\s*$/i.exec(headers.get("authorization") ?? "");
  return sent ? (sent[1] ?? "") : null;
}

/** The slug of the desk that a token is for, whoever asks; null for one that opens nothing. Guessing is counted by network. */
export async function deskOfToken(token: string, ip: string): Promise<Result<string>> {
  const slug = likelyToken.test(token) ? await findDeskOfToken(token) : null;
  return slug === null ? refuseToken(ip) : granted(slug);
}

/**
 * The one place where a program becomes an actor: through the door "api" and no other. `ip` is the one address that the server
 * believes. Refuses as {@link callerFromRequest} does.
 */
export async function callerWithToken(token: string, slug: string, ip: string): Promise<Result<Caller>> {
  if (!likelyToken.test(token)) return refuseToken(ip);
  const holder = await findTokenHolder(token, slug);
  if (holder === null || holder.rests === "ownerless")
    return (await findDeskOfToken(token)) === null ? refuseToken(ip) : refused({ code: "not-found" });
  if (!isFromThere(ip, holder.addresses)) return refused({ code: "signed-out" });
  if (holder.rests === "paused") return refused({ code: "paused" });
  const wait = await mayTry("token", token);
  if (wait !== null) return refused({ code: "too-many", retryAfterSeconds: wait });
  if (!holder.isNoted)
    noteTokenUse(token).catch((error) => log.warn("a token's use was not noted", describeError(error)));
  const by = [holder.tokenId, ...holder.scopes].join(" ");
  return granted({ actor: mint(holder, token), scopes: holder.scopes, by });
}

/**
 * The agent that a token is of, while somebody has paused it; null for every other. It opens nothing, as itself no more than as an
 * actor: it is there for writing down what it tried.
 */
export async function agentAtRest(token: string, slug: string): Promise<Actor | null> {
  const holder = likelyToken.test(token) ? await findTokenHolder(token, slug) : null;
  return holder?.rests === "paused" ? mint(holder, token) : null;
}

async function refuseToken(ip: string): Promise<Result<never>> {
  const wait = await mayTry("bad-token", networkOf(ip));
  return refused(wait === null ? { code: "signed-out" } : { code: "too-many", retryAfterSeconds: wait });
}

/** Whether an address is in one of the networks (CIDR); without any, everywhere is fine. */
function isFromThere(ip: string, networks: readonly string[]): boolean {
  if (networks.length === 0) return true;
  if (!ipaddr.isValid(ip)) return false;
  const address = ipaddr.process(ip);
  return networks.some((network) => {
    const [range, bits] = ipaddr.parseCIDR(network);
    return range.kind() === address.kind() && address.match(range, bits);
  });
}

function mint(holder: TokenHolder, token: string): Actor {
  const { userId, name, role, workspaceId, slug, zone, clientName, mayFinish } = holder;
  const workspace = { id: workspaceId, slug, zone };
  const door = "api";
  return { userId, name, role, workspace, clientName, door, proof: token, draftOnly: !mayFinish } as Actor;
}
