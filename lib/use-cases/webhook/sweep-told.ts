import { sweepKeys } from "@/lib/data/once";
import { sweepDeliveries } from "@/lib/data/webhook-deliveries";

/** Forgets what programs were told more than thirty days ago, and under which keys they asked yesterday. Throws for a secret that is not the jobs' own. */
export async function sweepTold(secret: string): Promise<void> {
  await sweepDeliveries(secret);
  await sweepKeys(secret);
}
