/** Roles of a membership. An agent is an AI assistant: held by the assistant's line of every table. */
export type Role = "client" | "assistant" | "agent";

/** `system` is a background job: it may make and wake tasks and can close nothing and loosen nothing. */
export type ActingRole = Role | "system";

/** Through which door someone came; recorded with everything they do. `arrival`: accepting an invitation, founding a desk. */
export const doors = ["screen", "api", "mail", "import", "job", "arrival"] as const;
export type Door = (typeof doors)[number];

/** A request's key, and how many of its writing transactions have begun. */
export type Once = { readonly key: string; steps: number };

declare const minted: unique symbol;

/**
 * Who acts, as which role, on which desk. Never null below `app/`, and minted in lib/auth (people) and
 * lib/jobs (the system) only. `proof` is the session's own secret: the database looks its hash up again at
 * the start of every transaction and believes nothing else.
 */
export type Actor = {
  readonly userId: string | null;
  readonly name: string;
  readonly role: ActingRole;
  readonly workspace: { readonly id: string; readonly slug: string; readonly zone: string };
  readonly clientName: string;
  readonly door: Door;
  readonly proof: string;
  /** An agent that prepares and finishes nothing: it closes no task and lets no words go, whatever is delegable. */
  readonly draftOnly?: boolean;
  /** The key under which this request happens once, however often it is sent. */
  readonly once?: Once;
  readonly [minted]: true;
};

/**
 * Fence 1: whether the client is there themselves. No token is, not even their own: it has their eyes and an assistant's hands.
 * Whatever is the client's alone asks this.
 */
export function isClientInPerson({ role, door }: Pick<Actor, "role" | "door">): boolean {
  return role === "client" && door !== "api";
}
