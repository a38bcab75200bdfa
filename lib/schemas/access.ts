import { z } from "zod";
import { MOST_DAILY_LIMIT, USUAL_DAILY_LIMIT } from "@/lib/domain/agent";
import { taskKinds } from "@/lib/domain/task/task";
import { MOST_TOKEN_DAYS, scopes } from "@/lib/domain/token";

const name = (most: number) =>
  z
    .string({ error: "Give it a name." })
    .trim()
    .min(1, { error: "Give it a name." })
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();
const version = z.int32().min(1, { error: "Say which version you saw." });
const days = { error: `Choose from 1 to ${MOST_TOKEN_DAYS} days.` };
const limit = { error: `Give a number from 1 to ${MOST_DAILY_LIMIT.toLocaleString("en-GB")}.` };

/** A network such as 203.0.113.0/24 or 2001:db8::/32; a single address is a network of one. */
const network = z
  .string()
  .trim()
  .transform((text) => (text.includes("/") ? text : `${text}/${text.includes(":") ? 128 : 32}`))
  .refine((text) => z.union([z.cidrv4(), z.cidrv6()]).safeParse(text).success, {
    error: "Give addresses such as 203.0.113.7, or networks such as 203.0.113.0/24.",
  });

/** POST /tokens: `forUser` null is oneself; no kinds are all of them, no addresses anywhere. */
export const makeTokenSchema = z.strictObject({
  name: name(100),
  forUser: id.nullable().default(null),
  scopes: z
    .array(z.enum(scopes as [string, ...string[]]), { error: "Choose what it is for." })
    .min(1, { error: "Choose what it is for." })
    .max(50)
    .transform((chosen) => scopes.filter((scope) => chosen.includes(scope))),
  kinds: z
    .array(z.enum(taskKinds, { error: "Choose kinds of task." }))
    .max(50)
    .default([])
    .transform((chosen) => taskKinds.filter((kind) => chosen.includes(kind))),
  addresses: z.array(network).max(20, { error: "Use at most 20 networks." }).default([]),
  days: z.int(days).min(1, days).max(MOST_TOKEN_DAYS, days).default(30),
});

/** POST /tokens/:id/revoke */
export const revokeTokenSchema = z.strictObject({ version });

/** POST /agents: `ownerId` null is the client. */
export const addAgentSchema = z.strictObject({
  name: name(80),
  ownerId: id.nullable().default(null),
  mayFinish: z.boolean().default(false),
  dailyLimit: z.int(limit).min(1, limit).max(MOST_DAILY_LIMIT, limit).default(USUAL_DAILY_LIMIT),
});

/** POST /agents/:id/edit: only what is to change. */
export const changeAgentSchema = z
  .strictObject({
    version,
    ownerId: id.optional(),
    mayFinish: z.boolean().optional(),
    dailyLimit: z.int(limit).min(1, limit).max(MOST_DAILY_LIMIT, limit).optional(),
  })
  .refine(
    ({ ownerId, mayFinish, dailyLimit }) => [ownerId, mayFinish, dailyLimit].some((one) => one !== undefined),
    {
      error: "Say what is to change.",
    },
  );

/** POST /agents/:id/pause, /wake and /remove: whatever it was changed to meanwhile. */
export const agentTargetSchema = z.strictObject({});

export type MakeTokenInput = z.infer<typeof makeTokenSchema>;
export type AddAgentInput = z.infer<typeof addAgentSchema>;
export type ChangeAgentInput = z.infer<typeof changeAgentSchema>;
