/** The calendar read elsewhere, by whoever has an address of it. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";

/** Everything (what is private as "Busy"), birthdays alone, or the desk as one assistant sees it. */
export const feedScopes = ["all", "birthdays", "assistant"] as const;
export type FeedScope = (typeof feedScopes)[number];

/** A feed as lists show it; its address is shown once, when it is made or issued anew. Instants ISO UTC. */
export type FeedView = {
  id: string;
  version: number;
  name: string;
  scope: FeedScope;
  forName: string;
  madeBy: string;
  issuedAt: string;
};
export type FeedInput = { name: string; scope: FeedScope; forUser: string | null };

/** More addresses than anybody has devices. */
export const mostFeeds = 100;

/** Whose view a feed is: the client's own, or that of the assistant who is named; whoever is not the client means themselves. */
export function whoseFeed(
  who: Pick<Actor, "role" | "userId">,
  { scope, forUser }: Pick<FeedInput, "scope" | "forUser">,
): string | null {
  if (scope === "assistant") return forUser ?? (who.role === "client" ? null : who.userId);
  return who.userId;
}

/** The client hands the calendar out; an assistant has their own view of it, and no other. Null means yes. */
export function whyNotHandOut(
  who: Pick<Actor, "role" | "door" | "clientName" | "userId">,
  feed: { scope: FeedScope; forUser: string | null },
): Refusal | null {
  if (isClientInPerson(who)) return null;
  if (who.role !== "system" && feed.scope === "assistant" && feed.forUser === who.userId) return null;
  return { code: "only-client", clientName: who.clientName };
}
