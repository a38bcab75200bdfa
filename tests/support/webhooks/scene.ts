import type { Actor } from "@/lib/domain/actor";
import type { Topic } from "@/lib/domain/webhook/topics";
import { sendWebhooksJob } from "@/lib/jobs/send-webhooks";
import { makeWebhook } from "@/lib/use-cases/webhook/make-webhook";
import { must } from "../must";
import type { Receiver, Told } from "./receiver";
import { verifyHeard } from "./receiver";

/** Somebody's webhook, with its secret. */
export type OwnWebhook = { id: string; secret: string };

/** Has a receiver told, as its maker would. */
export async function newWebhook(
  maker: Actor,
  { url }: Pick<Receiver, "url">,
  about: Topic[] = [],
): Promise<OwnWebhook> {
  return must(await makeWebhook(maker, { name: "Home automation", url, about }));
}

/** Lets the job run until nothing is left to be told at once. */
export async function tellAll(at: Date): Promise<void> {
  while ((await sendWebhooksJob.run(at)).more);
}

/** What the receiver heard, in the order of the log, each signed with this secret. */
export function toldTo({ heard }: Receiver, { secret }: OwnWebhook): Told[] {
  const told = heard.map((one) => verifyHeard(one, secret));
  return told.sort((one, other) => (one.data.seq ?? 0) - (other.data.seq ?? 0));
}
