import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceNotFoundError,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { z } from "zod";
import { sayProblem } from "@/lib/actions/problem";
import { granted } from "@/lib/domain/result";
import { calendarTools } from "@/lib/mcp/calendar-tools";
import { peopleTools } from "@/lib/mcp/people-tools";
import { sayRules } from "@/lib/mcp/say-rules";
import { sayQueue } from "@/lib/mcp/say-task";
import { type Caller, looks, type Tool, tool } from "@/lib/mcp/tool";
import { readQueue } from "@/lib/queries/read-queue";
import { readRights } from "@/lib/queries/read-rights";
import { listTasks } from "@/lib/schemas/api/tasks";

const json = { mimeType: "application/json" };

/** The queue is a page rather than a tool; it is asked for like one all the same. */
const queue = tool({
  name: "queue",
  title: "The queue",
  says: "Every open section, each with its first tasks.",
  is: listTasks,
  hints: looks,
  input: z.strictObject({}),
  run: async ({ actor, at }) => {
    const everything = {
      q: "",
      kind: null,
      tag: null,
      state: null,
      personId: null,
      snoozed: false,
      overdue: false,
    };
    const read = await readQueue(actor, everything, at);
    return read.ok ? granted(sayQueue(read.value)) : read;
  },
});

/** What an agent may look at without a question: the queue, a card, a stretch of the calendar, the rules. */
export function addResources(server: McpServer, caller: Caller): void {
  server.registerResource(
    "queue",
    "firsthand://queue",
    { title: "The queue", description: queue.says, ...json },
    (uri) => ask(queue, caller, uri, {}),
  );
  server.registerResource(
    "rules",
    "firsthand://rules",
    {
      title: "What you may do here",
      description: "Rights and policy in plain sentences, and what you are refused.",
      mimeType: "text/plain",
    },
    (uri) => readRules(caller, uri),
  );
  server.registerResource(
    "whisper-card",
    new ResourceTemplate("firsthand://people/{id}/whisper", { list: undefined }),
    { title: "A person’s whisper card", description: named(peopleTools, "read_whisper_card").says, ...json },
    (uri, { id }) => ask(named(peopleTools, "read_whisper_card"), caller, uri, { id }),
  );
  server.registerResource(
    "calendar",
    new ResourceTemplate("firsthand://calendar/{from}/{to}", { list: undefined }),
    { title: "The calendar", description: named(calendarTools, "read_calendar").says, ...json },
    (uri, { from, to }) => ask(named(calendarTools, "read_calendar"), caller, uri, { from, to }),
  );
}

async function ask(one: Tool, caller: Caller, uri: URL, input: object): Promise<ReadResourceResult> {
  const { structuredContent: said, isError } = await one.call(caller, input);
  if (!isError) return { contents: [{ uri: uri.href, ...json, text: JSON.stringify(said) }] };
  const { refused, says } = said as { refused?: string; says: string };
  if (refused === "not-found") throw new ResourceNotFoundError(uri.href, says);
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, says, said);
}

async function readRules(caller: Caller, uri: URL): Promise<ReadResourceResult> {
  const read = await readRights(caller.actor);
  if (read.ok)
    return {
      contents: [{ uri: uri.href, mimeType: "text/plain", text: sayRules(caller.actor, read.value) }],
    };
  const { title, code } = sayProblem(read.refusal, caller);
  throw new ProtocolError(ProtocolErrorCode.InvalidParams, title, { refused: code });
}

function named(tools: readonly Tool[], name: string): Tool {
  const found = tools.find((one) => one.name === name);
  if (!found) throw new Error(`there is no tool ${name}`);
  return found;
}
