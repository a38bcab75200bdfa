import {
  addAgentSchema,
  agentTargetSchema,
  changeAgentSchema,
  makeTokenSchema,
  revokeTokenSchema,
} from "@/lib/schemas/access";
import { operation } from "@/lib/schemas/operation";
import { agentsSchema, madeTokenSchema, tokensSchema } from "@/lib/schemas/views/access";
import { madeSchema, seqSchema } from "@/lib/schemas/views/parts";

export const readTokens = operation({
  id: "readTokens",
  method: "GET",
  path: "/tokens",
  group: "Tokens and agents",
  says: "The tokens that somebody has to do with, without their secrets; the client sees all of the desk’s.",
  area: null,
  output: tokensSchema,
});

export const makeToken = operation({
  id: "makeToken",
  method: "POST",
  path: "/tokens",
  group: "Tokens and agents",
  says: "Makes a token and answers its secret, this once.",
  more: "It is for whoever makes it, or for an agent that they answer for, and is made without an Idempotency-Key.",
  area: null,
  input: makeTokenSchema,
  output: madeTokenSchema,
});

export const revokeToken = operation({
  id: "revokeToken",
  method: "POST",
  path: "/tokens/{id}/revoke",
  group: "Tokens and agents",
  says: "Ends a token: it opens nothing from then on.",
  area: null,
  input: revokeTokenSchema,
  output: seqSchema,
});

export const readAgents = operation({
  id: "readAgents",
  method: "GET",
  path: "/agents",
  group: "Tokens and agents",
  says: "The AI assistants of the desk, who answers for each, and how much of today’s limit is used.",
  area: null,
  output: agentsSchema,
});

export const addAgent = operation({
  id: "addAgent",
  method: "POST",
  path: "/agents",
  group: "Tokens and agents",
  says: "Adds an AI assistant; it prepares only, unless the client says otherwise.",
  area: null,
  input: addAgentSchema,
  output: madeSchema,
});

export const changeAgent = operation({
  id: "changeAgent",
  method: "POST",
  path: "/agents/{id}/edit",
  group: "Tokens and agents",
  says: "Says anew who answers for it, whether it may finish what is delegable, or how much in a day.",
  more: "Tokens that another owner made for it end.",
  area: null,
  input: changeAgentSchema,
  output: seqSchema,
});

export const pauseAgent = operation({
  id: "pauseAgent",
  method: "POST",
  path: "/agents/{id}/pause",
  group: "Tokens and agents",
  says: "Stops an agent at once.",
  area: null,
  input: agentTargetSchema,
  output: seqSchema,
});

export const wakeAgent = operation({
  id: "wakeAgent",
  method: "POST",
  path: "/agents/{id}/wake",
  group: "Tokens and agents",
  says: "Lets it go on; its owner wakes what they paused themselves, the client every agent.",
  area: null,
  input: agentTargetSchema,
  output: seqSchema,
});

export const removeAgent = operation({
  id: "removeAgent",
  method: "POST",
  path: "/agents/{id}/remove",
  group: "Tokens and agents",
  says: "Ends its place on the desk, and its tokens; what it did stays in the history.",
  area: null,
  input: agentTargetSchema,
  output: seqSchema,
});
