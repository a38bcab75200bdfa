import { randomUUID } from "node:crypto";
import { type Desk, newPerson, type World } from "./world";

/** A call with somebody of the desk, logged by the client. */
export async function newContact(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  note: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  const personId = await newPerson({ sudo }, desk, "Noor Haddad");
  await sudo.query(
    `INSERT INTO contacts (workspace_id, id, person_id, at, how, note, is_private, entered_by, entered_role, entered_at)
     VALUES ($1, $2, $3, now(), 'call', $4, $5, $6, 'client', now())`,
    [desk.id, id, personId, note, isPrivate, desk.client.id],
  );
  return id;
}

/** Something that the client promised somebody of the desk. */
export async function newPromise(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  text: string,
  isPrivate = false,
): Promise<string> {
  const id = randomUUID();
  const personId = await newPerson({ sudo }, desk, "Noor Haddad");
  await sudo.query(
    `INSERT INTO promises (workspace_id, id, person_id, whose, text, is_private, entered_by, entered_role, entered_at)
     VALUES ($1, $2, $3, 'client', $4, $5, $6, 'client', now())`,
    [desk.id, id, personId, text, isPrivate, desk.client.id],
  );
  return id;
}
