import { z } from "zod";
import type { AgentView } from "@/lib/domain/agent";
import { taskKinds } from "@/lib/domain/task/task";
import { scopes, type TokenView } from "@/lib/domain/token";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, id, instant, seq, version } from "@/lib/schemas/views/parts";

const holderSchema = z.strictObject({ id, name: z.string(), isAgent: z.boolean() });

const tokenSchema = exactly<TokenView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    shown: z.string().describe("The last letters of the secret, to tell tokens apart."),
    holder: holderSchema,
    madeById: id,
    madeBy: z.string(),
    madeAt: instant,
    expiresAt: instant,
    lastUsedAt: instant.nullable(),
    revokedAt: instant.nullable(),
    scopes: z.array(z.enum(scopes)),
    kinds: z.array(z.enum(taskKinds)).describe("Tasks of these kinds alone; none named is every kind."),
    addresses: z.array(z.string()).describe("Networks it may be used from; none named is anywhere."),
    canRevoke: z.boolean(),
  }),
);

/** `holders`: whom the reader may make a token for, themselves first. */
export const tokensSchema = z.strictObject({ tokens: z.array(tokenSchema), holders: z.array(holderSchema) });

const agentSchema = exactly<AgentView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    owner: z.strictObject({ id, name: z.string(), isHere: z.boolean() }),
    mayFinish: z.boolean().describe("It completes what is delegable; else it prepares only."),
    dailyLimit: count,
    changedToday: count,
    paused: z.strictObject({ at: instant, byName: z.string() }).nullable(),
    joinedAt: instant,
    can: z.strictObject({
      change: z.boolean(),
      pause: z.boolean(),
      wake: z.boolean(),
      makeToken: z.boolean(),
    }),
  }),
);

/** `token` is the secret itself, which is told this once. */
export const madeTokenSchema = z.strictObject({ id, token: z.string(), seq });

/** `owners`: who can answer for an agent; for whoever may say so. */
export const agentsSchema = z.strictObject({
  agents: z.array(agentSchema),
  owners: z.array(z.strictObject({ id, name: z.string() })),
  canAdd: z.boolean(),
});
