import { z } from "zod";
import { granted, refused } from "@/lib/domain/result";
import { sayCalendar, sayEvent, sayTimes } from "@/lib/mcp/say-calendar";
import { looks, taskId, tool, writes } from "@/lib/mcp/tool";
import { checkTimes } from "@/lib/queries/check-times";
import { readCalendar } from "@/lib/queries/read-calendar";
import { readEvent } from "@/lib/queries/read-event";
import * as calendar from "@/lib/schemas/api/calendar";
import { calendarSchema } from "@/lib/schemas/calendar";
import { checkTimeSchema, createEventSchema, readEventSchema } from "@/lib/schemas/event";
import { createEvent } from "@/lib/use-cases/calendar/create-event";

const readCalendarTool = tool({
  name: "read_calendar",
  title: "Read the calendar",
  says: "Tasks, events, yearly days and kept time from one day to before another, at most 100 days, on the wall of the client’s zone. “busy” is what you may not see.",
  is: calendar.readCalendar,
  hints: looks,
  input: z.strictObject(calendarSchema.shape),
  run: async ({ actor, input, at }) => {
    const read = await readCalendar(actor, input.from, input.to, at);
    return read.ok ? granted(sayCalendar(read.value)) : read;
  },
});

const readEventTool = tool({
  name: "read_event",
  title: "Read an entry of the calendar",
  says: "One entry with its note and guests; of a series the one that begins at “at”.",
  is: calendar.readEvent,
  hints: looks,
  input: readEventSchema.extend({ id: taskId.describe("The entry’s id.") }),
  run: async ({ actor, input, at }) => {
    const event = await readEvent(actor, input.id, input.at ?? null, at);
    return event === null ? refused({ code: "not-found" }) : granted(sayEvent(event));
  },
});

const checkTimesTool = tool({
  name: "check_times",
  title: "Look for a time",
  says: "What stands in the way of a time, and up to three that are free instead.",
  is: calendar.checkTimes,
  hints: looks,
  input: checkTimeSchema,
  run: async ({ actor, input, at }) => {
    const read = await checkTimes(actor, input, at);
    return read.ok ? granted(sayTimes(read.value)) : read;
  },
});

const addEvent = tool({
  name: "add_event",
  title: "Put an entry on the calendar, in pencil",
  says: "Adds an entry. Over time that the client keeps it stands in pencil and the client is asked. Nobody is invited by it.",
  is: calendar.createEvent,
  hints: writes,
  input: z.strictObject({ event: createEventSchema.shape.event.omit({ isPrivate: true }) }),
  run: async ({ actor, input, at }) => {
    const event = { ...input.event, isPrivate: false };
    const made = await createEvent(actor, { event, hold: true, overProtected: false }, at);
    if (!made.ok) return made;
    const { id, version, held } = made.value;
    return granted({ event: { id, version, inPencil: held } });
  },
});

export const calendarTools = [readCalendarTool, readEventTool, checkTimesTool, addEvent];
