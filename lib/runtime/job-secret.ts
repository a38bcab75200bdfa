import { createHash, createHmac } from "node:crypto";
import type { Client } from "pg";

/** What background jobs prove themselves with: derived, so that every process of one installation agrees. */
function jobSecret(secret: string): string {
  return createHmac("sha256", secret).update("jobs").digest("hex");
}

/** Tells the database (as its owner) which secret the jobs hold; an older one is no longer believed. True when there was an older one. */
export async function registerJobSecret(owner: Client, secret: string): Promise<boolean> {
  const hash = createHash("sha256").update(jobSecret(secret)).digest();
  const { rows } = await owner.query("SELECT to_regclass('fence.job_keys') IS NOT NULL AS there");
  if (!rows[0].there) return false;
  const { rowCount } = await owner.query("DELETE FROM fence.job_keys WHERE secret_hash <> $1", [hash]);
  await owner.query("INSERT INTO fence.job_keys (secret_hash) VALUES ($1) ON CONFLICT DO NOTHING", [hash]);
  return (rowCount ?? 0) > 0;
}
