import { z } from "zod";
import { granted, refused } from "@/lib/domain/result";
import { sayPeople, sayWhisperCard } from "@/lib/mcp/say-person";
import { looks, taskId, tool, writes } from "@/lib/mcp/tool";
import { readPeople } from "@/lib/queries/read-people";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import * as people from "@/lib/schemas/api/people";
import { logContactSchema } from "@/lib/schemas/contact";
import { logContact } from "@/lib/use-cases/contact/log-contact";

const listPeople = tool({
  name: "list_people",
  title: "List people",
  says: "People in the client’s life, fifty at a time, all or of one circle, by words.",
  is: people.readPeople,
  hints: looks,
  input: z.strictObject({
    q: z.string().max(200).default(""),
    circle: z.string().max(60).nullable().default(null),
    cursor: z.string().max(600).nullable().default(null),
  }),
  run: async ({ actor, input, at }) => {
    const page = await readPeople(actor, { ...input, q: input.q.replaceAll("\0", "").trim() }, at);
    return page.ok ? granted(sayPeople(page.value)) : page;
  },
});

const readWhisper = tool({
  name: "read_whisper_card",
  title: "Read a whisper card",
  says: "What one should know of a person before a reply or a meeting, on one page.",
  is: people.readWhisperCard,
  hints: looks,
  input: z.strictObject({ id: taskId.describe("The person’s id.") }),
  run: async ({ actor, input, at }) => {
    const card = await readWhisperCard(actor, input.id, at);
    return card === null ? refused({ code: "not-found" }) : granted(sayWhisperCard(card));
  },
});

const logContactTool = tool({
  name: "log_contact",
  title: "Write down a contact",
  says: "Writes down that there was contact with a person outside a task. It completes nothing.",
  is: people.logContact,
  hints: writes,
  input: logContactSchema
    .pick({ at: true, how: true, note: true })
    .extend({ id: taskId.describe("The person’s id.") }),
  run: ({ actor, input: { id, ...contact }, at }) =>
    logContact(actor, id, { ...contact, isPrivate: false }, at),
});

export const peopleTools = [listPeople, readWhisper, logContactTool];
