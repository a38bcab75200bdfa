/** AI assistants of a desk: who says what one may, who answers for it, and who stops it. */
import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { Refusal } from "@/lib/domain/refusal";
import { whyNotChangeDesk } from "@/lib/domain/workspace/belonging";

type Who = Pick<Actor, "role" | "door" | "clientName" | "userId">;

/** How many changes a day an agent may make: unless said otherwise, and at the most. */
export const USUAL_DAILY_LIMIT = 200;
export const MOST_DAILY_LIMIT = 5000;

/** More than any desk has work for. */
export const MOST_AGENTS = 50;

export type AgentFacts = {
  id: string;
  version: number;
  /** The person who answers for what it does. */
  ownerId: string;
  mayFinish: boolean;
  dailyLimit: number;
  pausedBy: string | null;
};

/** An agent as the settings show it. Instants ISO UTC. */
export type AgentView = {
  id: string;
  version: number;
  name: string;
  /** `isHere`: whether its owner still belongs to the desk; while nobody answers for it, an agent does nothing. */
  owner: { id: string; name: string; isHere: boolean };
  /** Whether it completes what is delegable, or prepares only. */
  mayFinish: boolean;
  dailyLimit: number;
  /** Changes on this day of the desk's zone. */
  changedToday: number;
  paused: { at: string; byName: string } | null;
  joinedAt: string;
  can: { change: boolean; pause: boolean; wake: boolean; makeToken: boolean };
};

/** When an agent's next day begins, in the desk's zone: "00:00 on Friday 27 November (Europe/Berlin)". */
export function sayDayBegins(at: Date, zone: string): string {
  const say = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }).format(at);
  const hour = say({ hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
  return `${hour} on ${say({ weekday: "long", day: "numeric", month: "long" })} (${zone})`;
}

/** Fence 3 and 10: who works at the desk, and what an agent may, is the client's to say. Null means yes. */
export function whyNotChangeAgent(who: Who): Refusal | null {
  return whyNotChangeDesk(who);
}

/** Stopping an agent is for the client, and for whoever answers for it. Null means yes. */
export function whyNotPause(who: Who, agent: Pick<AgentFacts, "ownerId">): Refusal | null {
  if (who.door === "api") return { code: "in-person" };
  if (isClientInPerson(who) || isOwner(who, agent)) return null;
  return { code: "only-client", clientName: who.clientName };
}

/** The client wakes every agent, its owner what they paused themselves. Null means yes. */
export function whyNotWake(who: Who, agent: Pick<AgentFacts, "ownerId" | "pausedBy">): Refusal | null {
  const no = whyNotPause(who, agent);
  if (no !== null || isClientInPerson(who)) return no;
  if (agent.pausedBy === null || agent.pausedBy === who.userId) return null;
  return { code: "only-client", clientName: who.clientName };
}

function isOwner(who: Who, { ownerId }: Pick<AgentFacts, "ownerId">): boolean {
  return who.userId !== null && who.userId === ownerId;
}
