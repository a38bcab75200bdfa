import { randomUUID } from "node:crypto";
import type { Desk, Someone, World } from "./world";

type Sudo = Pick<World, "sudo">;
type Whose = { who?: Someone; pausedBy?: Someone };

/** A webhook on a desk, made past every guard: the client's unless said, with nothing that it could sign with. */
export async function newWebhook(
  { sudo }: Sudo,
  desk: Desk,
  { who = desk.client, pausedBy }: Whose = {},
): Promise<string> {
  const id = randomUUID();
  const rows = [desk.id, id, who.id, pausedBy?.id ?? null];
  await sudo.query(
    `INSERT INTO webhooks (workspace_id, id, name, url, sealed, made_by, made_at) VALUES ($1, $2, 'Xylophone programs', 'https://told.test/', '\\x00', $3, now())`,
    rows.slice(0, 3),
  );
  await sudo.query(
    "INSERT INTO webhook_turns (workspace_id, webhook_id, after_seq) VALUES ($1, $2, -1) ON CONFLICT DO NOTHING",
    rows.slice(0, 2),
  );
  if (pausedBy)
    await sudo.query(
      "UPDATE webhooks SET paused_at = now(), paused_by = $4, paused_why = 'hand' WHERE workspace_id = $1 AND id = $2 AND made_by = $3",
      rows,
    );
  return id;
}

/** Something that a webhook was told: who made the webhook can have it told again. */
export async function newDelivery(world: Sudo, desk: Desk, whose: Whose = {}): Promise<string> {
  const [webhookId, id] = [await newWebhook(world, desk, whose), randomUUID()];
  await world.sudo.query(
    `INSERT INTO webhook_deliveries (workspace_id, id, webhook_id, message_id, seq, type, body, state, next_at)
     VALUES ($1, $2, $3, $4, 1, 'task.changed', '{"xylophone":1}', 'delivered', now())`,
    [desk.id, id, webhookId, `msg_${id.replaceAll("-", "")}`],
  );
  return id;
}
