import type { Role } from "@/lib/domain/actor";

/** The colours a desk can have, so that nobody writes to the wrong client's friends. */
export const deskColours = ["blue", "green", "plum", "gold", "brick", "teal"] as const;
export type DeskColour = (typeof deskColours)[number];

/** What the frame around every page of a desk shows. */
export type WorkspaceShell = {
  me: { userId: string; name: string; email: string; role: Role };
  workspace: {
    id: string;
    slug: string;
    name: string;
    clientName: string;
    colour: DeskColour;
    zone: string;
    locale: string;
    isDemo: boolean;
  };
  /** Up to two of this desk's human assistants, so that the client of one reads "With Ana". */
  assistantNames: string[];
  /** The desk's circles, from near to far. */
  circles: { key: string; name: string; leadDays: number | null }[];
  others: { slug: string; name: string; clientName: string; colour: DeskColour; role: Role }[];
  counts: { queue: number; forYou: number };
  /** The desk's last change when this was read: what the pages inside were read with is at least as new. */
  seq: number;
};

/** A member as the settings page shows them. Instants are ISO UTC. */
export type MemberView = {
  userId: string;
  name: string;
  email: string;
  role: Role;
  joinedAt: string;
  endedAt: string | null;
};

/** An invitation that can still be accepted. `undelivered`: its mail was given up after a day. */
export type InvitationView = {
  id: string;
  email: string;
  createdAt: string;
  expiresAt: string;
  undelivered: boolean;
};

/** One place where somebody is signed in. Last seen is no finer than five minutes. */
export type SessionView = {
  id: string;
  device: string;
  createdAt: string;
  lastSeenAt: string;
  isThis: boolean;
};
