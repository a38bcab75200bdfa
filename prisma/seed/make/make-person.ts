import { readAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { must } from "./must";

type PersonToMake = Parameters<typeof addPerson>[1];

/** Writes somebody down as `actor`, and gives their id. Days whose lead days have begun become tasks at once. */
export async function makePerson(actor: Actor, person: PersonToMake, at = new Date()): Promise<string> {
  return must(await addPerson(actor, person, at)).id;
}

/** Everybody whom `actor` may see, by name. */
export async function peopleByName(actor: Actor): Promise<Map<string, string>> {
  const workspaceId = actor.workspace.id;
  const found = await readAs(actor, (tx) =>
    tx.person.findMany({ where: { workspaceId, removedAt: null }, select: { id: true, name: true } }),
  );
  return new Map(must(found).map((person) => [person.name, person.id]));
}
