import { Client } from "pg";
import { writeLetter } from "@/lib/adapters/mail/letter";
import { hashSecret, makeSecret } from "@/lib/data/secrets";
import { INVITATION_DAYS } from "@/lib/domain/workspace/belonging";
import { inviteSchema } from "@/lib/schemas/workspace";

type How = { origin: string; isMailed: boolean; at: Date };

/**
 * Invites somebody to found a desk of their own, as the owner of the database: no role of the server's can. An earlier invitation of the
 * address is over with it. Gives what to tell the host; throws a sentence for what is no address, and for an account
 * that the demo signs everybody in as.
 * @param how `origin` the public one, which the link is built from; `isMailed` false prints the link instead
 */
export async function inviteClient(ownerUrl: string, address: string, how: How): Promise<string> {
  const parsed = inviteSchema.safeParse({ email: address });
  if (!parsed.success) throw new Error(`${address}: ${parsed.error.issues[0]?.message}`);
  const { email } = parsed.data;
  const { origin, isMailed, at } = how;
  const secret = makeSecret();
  const expiresAt = new Date(at.getTime() + INVITATION_DAYS * 24 * 60 * 60 * 1000);
  const href = `${origin}/new-desk/${secret}`;
  const client = new Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("BEGIN");
    await requireWelcome(client, email);
    await client.query("DELETE FROM desk_invitations WHERE email = $1 AND workspace_id IS NULL", [email]);
    await client.query("INSERT INTO desk_invitations (email, token_hash, expires_at) VALUES ($1, $2, $3)", [
      email,
      hashSecret(secret),
      expiresAt,
    ]);
    if (isMailed) await mail(client, email, href, origin);
    await client.query("COMMIT");
  } finally {
    await client.end();
  }
  const end = new Intl.DateTimeFormat("en-GB", { dateStyle: "long" }).format(expiresAt);
  return isMailed
    ? `${email} is invited to a desk of their own. The mail leaves while Firsthand runs; its link works once, until ${end}.`
    : `${email} is invited to a desk of their own. No SMTP_URL is set, so pass this link on; it works once, until ${end}:\n\n  ${href}\n`;
}

async function requireWelcome(client: Client, email: string): Promise<void> {
  const { rows: tables } = await client.query("SELECT to_regprocedure('fence.may_be_invited(uuid)') AS here");
  if (tables[0]?.here === null)
    throw new Error("This database is of an earlier version. Start Firsthand once: npm start");
  const { rows } = await client.query("SELECT fence.may_be_invited(id) AS may FROM users WHERE email = $1", [
    email,
  ]);
  if (rows[0]?.may === false)
    throw new Error(
      `${email} is an agent’s account, or one that the demo signs everybody in as, so it founds no desk. Invite another address of theirs.`,
    );
}

async function mail(client: Client, to: string, href: string, origin: string): Promise<void> {
  const letter = writeLetter({
    to,
    workspaceId: null,
    origin,
    subject: "You are invited to a desk of your own",
    paragraphs: [
      `Whoever runs Firsthand at ${new URL(origin).host} invites you to a desk of your own there.`,
      "You would be its client: you and those who assist you share one queue, and what must be you stays yours.",
    ],
    button: { label: "See the invitation", href },
    below: [
      `The invitation is for ${to}, works once and lasts ${INVITATION_DAYS} days.`,
      "If you expected nothing of the kind, do nothing.",
    ],
  });
  await client.query(
    "INSERT INTO outbox (workspace_id, to_address, subject, text_body, html_body, message_id) VALUES (NULL, $1, $2, $3, $4, $5)",
    [letter.to, letter.subject, letter.text, letter.html, letter.messageId],
  );
}
