import { z } from "zod";
import { topics } from "@/lib/domain/webhook/topics";
import type { DeliveryView, WebhookView } from "@/lib/domain/webhook/webhook";
import { operation } from "@/lib/schemas/operation";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, seq, seqSchema, version } from "@/lib/schemas/views/parts";
import {
  deliveriesSchema,
  editWebhookSchema,
  makeWebhookSchema,
  webhookSeenSchema,
} from "@/lib/schemas/webhook";

const webhookViewSchema = exactly<WebhookView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    url: z.string(),
    about: z.array(z.enum(topics)),
    madeBy: z.strictObject({ id, name: z.string() }),
    madeAt: instant,
    rotatedAt: instant.nullable(),
    pausedAt: instant.nullable(),
    pausedWhy: z.enum(["hand", "gone", "failing"]).nullable(),
    pausedBy: z.string().nullable(),
    failingSince: instant.nullable(),
    can: z.strictObject({ change: z.boolean(), wake: z.boolean() }),
  }),
);
const deliveryViewSchema = exactly<DeliveryView>()(
  z.strictObject({
    id,
    messageId: z.string(),
    type: z.string(),
    state: z.enum(["waiting", "delivered", "given-up", "withheld"]),
    attempts: z.int(),
    madeAt: instant,
    nextAt: instant.nullable(),
    lastAt: instant.nullable(),
    lastStatus: z.int().nullable(),
    lastMs: z.int().nullable(),
    lastError: z.string(),
    isReplay: z.boolean(),
    body: z.string(),
  }),
);
const given = z.strictObject({ id, secret: z.string(), seq });
const inRow = z.strictObject({ id, messageId: z.string() });

export const readWebhooks = operation({
  id: "readWebhooks",
  method: "GET",
  path: "/webhooks",
  group: "Webhooks",
  says: "Answers whom the desk tells what changes: one’s own webhooks, and everybody’s for the client.",
  area: null,
  output: z.strictObject({ webhooks: z.array(webhookViewSchema) }),
});

export const makeWebhook = operation({
  id: "makeWebhook",
  method: "POST",
  path: "/webhooks",
  group: "Webhooks",
  says: "Has an address told what changes from now on, as far as whoever makes it may see it.",
  more: "The secret that it signs with (Standard Webhooks) is answered this once.",
  area: null,
  input: makeWebhookSchema,
  output: given,
});

export const readWebhook = operation({
  id: "readWebhook",
  method: "GET",
  path: "/webhooks/{id}",
  group: "Webhooks",
  says: "Answers one webhook.",
  area: null,
  output: webhookViewSchema,
});

export const editWebhook = operation({
  id: "editWebhook",
  method: "POST",
  path: "/webhooks/{id}/edit",
  group: "Webhooks",
  says: "Says anew what it is called, where it leads and what it is told of.",
  area: null,
  input: editWebhookSchema,
  output: seqSchema,
});

export const rotateWebhook = operation({
  id: "rotateWebhook",
  method: "POST",
  path: "/webhooks/{id}/rotate",
  group: "Webhooks",
  says: "Gives it a new secret, which is answered this once.",
  more: "For a day the old one signs as well.",
  area: null,
  input: webhookSeenSchema,
  output: given,
});

export const pauseWebhook = operation({
  id: "pauseWebhook",
  method: "POST",
  path: "/webhooks/{id}/pause",
  group: "Webhooks",
  says: "Tells it nothing for the time being.",
  area: null,
  input: webhookSeenSchema,
  output: seqSchema,
});

export const wakeWebhook = operation({
  id: "wakeWebhook",
  method: "POST",
  path: "/webhooks/{id}/wake",
  group: "Webhooks",
  says: "Tells it again what happens from now on.",
  more: "What the client paused, the client wakes.",
  area: null,
  input: webhookSeenSchema,
  output: seqSchema,
});

export const removeWebhook = operation({
  id: "removeWebhook",
  method: "POST",
  path: "/webhooks/{id}/remove",
  group: "Webhooks",
  says: "Ends it for good; what was waiting to be told is not told.",
  area: null,
  input: webhookSeenSchema,
  output: seqSchema,
});

export const testWebhook = operation({
  id: "testWebhook",
  method: "POST",
  path: "/webhooks/{id}/test",
  group: "Webhooks",
  says: "Sends it a test, which tells of nothing.",
  area: null,
  output: inRow,
});

export const readDeliveries = operation({
  id: "readDeliveries",
  method: "GET",
  path: "/webhooks/{id}/deliveries",
  group: "Webhooks",
  says: "Answers what it was told in the last thirty days, a hundred at a time, the latest first.",
  more: "`more` is what to ask with next as `before`; null: there is nothing older.",
  area: null,
  input: deliveriesSchema,
  output: z.strictObject({ deliveries: z.array(deliveryViewSchema), more: z.string().nullable() }),
});

export const replayDelivery = operation({
  id: "replayDelivery",
  method: "POST",
  path: "/webhook-deliveries/{id}/replay",
  group: "Webhooks",
  says: "Tells something once more, in the same words and under the same webhook-id.",
  area: null,
  output: inRow,
});
