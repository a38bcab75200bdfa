import { randomUUID } from "node:crypto";
import type { Desk, World } from "./world";

/** A place where the client is present. */
export async function newAccount(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  { name = "Holt Workshop", voice = "company", address = "mira@test.invalid" } = {},
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO accounts (workspace_id, id, name, service, voice, address) VALUES ($1, $2, $3, 'E-mail', $4, $5)",
    [desk.id, id, name, voice, address],
  );
  return id;
}

/** What {@link newMailbox} has, as a form would send it. */
export const mailboxTyped = {
  host: "127.0.0.1",
  port: 465,
  security: "tls" as const,
  username: "mira",
  password: "",
};

/** The mail server of an account, on this very machine, whose password nobody can read any more. */
export async function newMailbox({ sudo }: Pick<World, "sudo">, desk: Desk, account: string): Promise<void> {
  const { host, port, security, username } = mailboxTyped;
  await sudo.query(
    `INSERT INTO account_mailboxes (workspace_id, account_id, host, port, security, username, sealed)
     VALUES ($1, $2, $3, $4, $5, $6, decode('00', 'hex'))`,
    [desk.id, account, host, port, security, username],
  );
  await sudo.query("UPDATE accounts SET sends_mail = true WHERE workspace_id = $1 AND id = $2", [
    desk.id,
    account,
  ]);
}

/** A saved phrase. */
export async function newPhrase(
  { sudo }: Pick<World, "sudo">,
  desk: Desk,
  title = "Quiet no",
): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    "INSERT INTO phrases (workspace_id, id, language, kind, title, text) VALUES ($1, $2, 'en', 'refusal', $3, 'Not this time, {first name}.')",
    [desk.id, id, title],
  );
  return id;
}

/** The key that signs on a desk, whose private half nobody can read any more. */
export async function newProofKey({ sudo }: Pick<World, "sudo">, desk: Desk): Promise<string> {
  const id = randomUUID();
  await sudo.query(
    "UPDATE proof_keys SET retired_at = now() WHERE workspace_id = $1 AND retired_at IS NULL AND revoked_at IS NULL",
    [desk.id],
  );
  await sudo.query(
    "INSERT INTO proof_keys (workspace_id, id, public_key, sealed) VALUES ($1, $2, decode(repeat('7a', 32), 'hex'), decode('00', 'hex'))",
    [desk.id, id],
  );
  return id;
}
