import type { Tx } from "@/lib/data/client";
import { findContact } from "@/lib/data/contacts";
import { findPerson } from "@/lib/data/people";
import { findFact } from "@/lib/data/person-facts";
import { findRelation } from "@/lib/data/person-relations";
import { findPromise } from "@/lib/data/promises";
import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import type { ContactHow } from "@/lib/domain/person/contact";
import type { PromiseView } from "@/lib/domain/person/promise";
import type { FactView, KnownView, RelationView } from "@/lib/domain/person/view";
import { readKnown } from "@/lib/queries/known-of-person";

/*
 * How one thing that is known about somebody is now, for whoever changed it too late. Null for what is absent, taken away,
 * private to the client, or a stranger's.
 */

/** One fact, as its page shows it. */
export function readFact(actor: Actor, id: string, at: Date): Promise<FactView | null> {
  return readOf(actor, async (tx) => {
    const fact = await findFact(tx, actor.workspace.id, id);
    const known = fact && (await knownOf(tx, actor, fact.personId, at));
    return known?.facts.find((one) => one.id === id) ?? null;
  });
}

/** One relation, from the side from which it was written. */
export function readRelation(actor: Actor, id: string, at: Date): Promise<RelationView | null> {
  return readOf(actor, async (tx) => {
    const relation = await findRelation(tx, actor.workspace.id, id);
    const known = relation && (await knownOf(tx, actor, relation.personId, at));
    return known?.relations.find((one) => one.id === id) ?? null;
  });
}

/** A logged contact. `at` is ISO UTC. */
type ContactNow = {
  id: string;
  version: number;
  personId: string;
  at: string;
  how: ContactHow;
  note: string;
  isPrivate: boolean;
};

/** One logged contact. */
export function readContact(actor: Actor, id: string): Promise<ContactNow | null> {
  return readOf(actor, async (tx) => {
    const contact = await findContact(tx, actor.workspace.id, id);
    return contact && { ...contact, at: contact.at.toISOString() };
  });
}

/** One promise, kept or not. */
export function readPromise(actor: Actor, id: string): Promise<PromiseView | null> {
  return readOf(actor, (tx) => findPromise(tx, actor.workspace.id, id));
}

async function readOf<T>(actor: Actor, look: (tx: Tx) => Promise<T | null>): Promise<T | null> {
  const read = await readAs(actor, look);
  return read.ok ? read.value : null;
}

async function knownOf(tx: Tx, actor: Actor, personId: string, at: Date): Promise<KnownView | null> {
  const person = await findPerson(tx, actor.workspace.id, personId);
  return person && (await readKnown(tx, actor.workspace.id, person, [], at));
}
