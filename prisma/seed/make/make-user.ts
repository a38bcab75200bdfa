import { keepProvedPerson } from "@/lib/data/auth-store";

/** Somebody who can sign in. */
export type MadeUser = { id: string; name: string; email: string };

/** Makes somebody, or finds them by their address: making the same person twice gives the same person. */
export async function makeUser(name: string, email: string, at: Date): Promise<MadeUser> {
  const person = await keepProvedPerson(email, name, at);
  return { id: person.id, name: person.name, email: person.email };
}
