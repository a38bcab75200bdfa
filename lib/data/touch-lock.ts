import type { Tx } from "@/lib/data/client";

/** Lets one job at a time make a desk's tasks to keep in touch; the next waits, and finds them made. Ends with the transaction. */
export async function holdTouchTasks(tx: Tx, workspaceId: string): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`touch:${workspaceId}`}, 0))`;
}
