import { type Actor, isClientInPerson } from "@/lib/domain/actor";
import type { CardField } from "@/lib/domain/address-book/merge-card";
import type { Refusal } from "@/lib/domain/refusal";

/** `new`: never read to the end yet. `failing`: the last turn did not work, and its sentence says why. */
export type BookState = "new" | "in-step" | "failing" | "paused";

/** `left-out`: nobody is made of it, and a sentence says why. `gone`: it is not on its server any more. */
export type CardState = "in-step" | "conflict" | "gone" | "unreadable" | "left-out";

/** An address book as lists show it. Instants ISO UTC; never the password. */
export type BookView = {
  id: string;
  version: number;
  name: string;
  url: string;
  username: string;
  circle: string;
  state: BookState;
  lastSyncedAt: string | null;
  lastError: string;
  /** Cards it has, those still to be read, and those that wait for the client. */
  cards: number;
  waiting: number;
  conflicts: number;
  gone: number;
  unread: number;
};

/** One field on which a card and a person differ: both sides as text. */
export type FieldConflict = { field: CardField; label: string; here: string; there: string };

/** Somebody who was changed here and there. `version` is the person's, as the fields were compared. */
export type CardConflict = {
  href: string;
  personId: string;
  name: string;
  version: number;
  fields: FieldConflict[];
};

/** A card that is gone from its server, and who it was; `name` stands also for somebody who is off the desk. */
export type GoneCard = { href: string; personId: string | null; name: string };

/** A card of which nobody was made, and why. */
export type UnreadCard = { href: string; label: string; why: string };

/** One address book with everything in it that waits for the client, at most a hundred of each. */
export type BookDetail = BookView & {
  conflictList: CardConflict[];
  goneList: GoneCard[];
  unreadList: UnreadCard[];
};

/** Where an address book is kept and with which password is the client's to say. Null means yes. */
export function whyNotKeepBooks(who: Pick<Actor, "role" | "door" | "clientName">): Refusal | null {
  return isClientInPerson(who) ? null : { code: "only-client", clientName: who.clientName };
}
