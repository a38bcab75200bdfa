import type { Actor } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import type { Topic } from "@/lib/domain/webhook/topics";

/** Why a webhook is paused: somebody did it, its receiver said that it is gone, or nothing arrived for three days. */
export type PauseWhy = "hand" | "gone" | "failing";

/** A webhook as its maker and the client see it. Its secret is shown once, when it is made or changed. Moments are ISO 8601 in UTC. */
export type WebhookView = {
  id: string;
  version: number;
  name: string;
  url: string;
  /** What it is told of; none named is everything. */
  about: Topic[];
  madeBy: { id: string; name: string };
  madeAt: string;
  /** When its secret was last changed. */
  rotatedAt: string | null;
  pausedAt: string | null;
  pausedWhy: PauseWhy | null;
  /** Who paused it; null where it paused by itself. */
  pausedBy: string | null;
  /** Since when nothing arrives. */
  failingSince: string | null;
  can: { change: boolean; wake: boolean };
};

/** `waiting` for its next attempt; `withheld`: its maker may not see any more what it tells of. */
export type DeliveryState = "waiting" | "delivered" | "given-up" | "withheld";

/** One thing that a webhook was told, or is to be. */
export type DeliveryView = {
  id: string;
  /** The header webhook-id. A replay has that of what it repeats. */
  messageId: string;
  type: string;
  state: DeliveryState;
  attempts: number;
  madeAt: string;
  /** When it is tried next; null when it is not. */
  nextAt: string | null;
  lastAt: string | null;
  lastStatus: number | null;
  /** How long the last attempt took, in milliseconds. */
  lastMs: number | null;
  lastError: string;
  isReplay: boolean;
  /** Exactly what is sent. */
  body: string;
};

export type WebhookInput = { name: string; url: string; about: Topic[] };

/** More than anybody has programs. */
export const mostWebhooks = 20;

type Who = Pick<Actor, "role" | "door" | "userId">;
type Whose = { madeBy: string };

/** A webhook is made in person, by a person. Null means yes. */
export function whyNotMakeWebhook({ role, door }: Who): Refusal | null {
  return door === "api" || (role !== "client" && role !== "assistant") ? { code: "in-person" } : null;
}

/** Where it leads, and what it is told of, is its maker's to say; whoever else sees one is the client. */
export function whyNotChangeWebhook(who: Who, { madeBy }: Whose): Refusal | null {
  const no = whyNotMakeWebhook(who);
  if (no !== null || madeBy === who.userId) return no;
  return {
    code: "invalid",
    fields: { form: "Only whoever made this changes it. You can stop or remove it." },
  };
}

/** Its maker stops one, and the client anybody's. Null means yes. */
export function whyNotStopWebhook(who: Who, { madeBy }: Whose): Refusal | null {
  if (who.role === "client" || madeBy === who.userId) return whyNotMakeWebhook(who);
  return { code: "not-found" };
}

/** What the client stopped, the client wakes. Null means yes. */
export function whyNotWakeWebhook(
  who: Who & Pick<Actor, "clientName">,
  webhook: Whose & { pausedBy: string | null },
): Refusal | null {
  const no = whyNotStopWebhook(who, webhook);
  if (no !== null || who.role === "client") return no;
  const { pausedBy } = webhook;
  return pausedBy === null || pausedBy === who.userId
    ? null
    : { code: "only-client", clientName: who.clientName };
}
