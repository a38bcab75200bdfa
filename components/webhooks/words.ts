import { ageText, type Place, stampText } from "@/components/when";
import { firstName } from "@/lib/domain/person/first-name";
import type { Topic } from "@/lib/domain/webhook/topics";
import type { DeliveryView, WebhookView } from "@/lib/domain/webhook/webhook";

/** What a webhook can be told of, as a choice says it. */
export const topicWords: Record<Topic, string> = {
  tasks: "Tasks",
  drafts: "Drafts and what was sent",
  decisions: "Questions to the client",
  people: "People",
  calendar: "The calendar",
  desk: "The desk, its members and imports",
};

/** "Told of tasks, people", or of everything that its maker may see. */
export function aboutText(about: readonly Topic[]): string {
  if (about.length === 0) return "Told of everything that you may see here";
  return `Told of: ${about.map((topic) => topicWords[topic].toLowerCase()).join(", ")}`;
}

/** How a webhook stands, in words. `now` in milliseconds. */
export function webhookStateText(webhook: WebhookView, now: number): string {
  const { pausedAt, pausedWhy, pausedBy, failingSince } = webhook;
  if (pausedAt === null)
    return failingSince
      ? `Nothing arrives there: first noticed ${ageText(failingSince, now)}`
      : "Told as things change";
  if (pausedWhy === "gone") return "Paused: the program that receives it said that it is gone";
  if (pausedWhy === "failing") return "Paused: nothing arrived there for three days";
  return `Paused ${pausedBy ? `by ${firstName(pausedBy)} ` : ""}${ageText(pausedAt, now)}`;
}

/** Whether somebody who waits for it will see more soon: it was not taken up yet, or was, and how that went is not known yet. */
export function isLeaving({ state, lastStatus, lastError }: DeliveryView): boolean {
  return state === "waiting" && lastStatus === null && lastError === "";
}

/** How a delivery went: "Heard", "Tried 3 times, again at …". */
export function deliveryText(delivery: DeliveryView, place: Place): string {
  const { state, attempts, nextAt } = delivery;
  const times = attempts === 1 ? "once" : `${attempts} times`;
  if (state === "delivered") return attempts === 1 ? "Heard" : `Heard, tried ${times}`;
  if (state === "given-up") return `Given up, tried ${times}`;
  if (state === "withheld") return "Not told";
  if (isLeaving(delivery)) return attempts === 0 ? "About to be told" : "Being told";
  return `Tried ${times}, again ${nextAt ? stampText(nextAt, place) : "soon"}`;
}

/** What the last attempt was answered and how long that took: "204 in 35 ms". */
export function answerText({ lastStatus, lastMs, lastError }: DeliveryView): string {
  if (lastStatus !== null) return `${lastStatus} in ${lastMs ?? 0} ms`;
  return lastError;
}
