import { z } from "zod";
import { keptSources } from "@/lib/domain/calendar/kept";
import type {
  CalendarBusy,
  CalendarDay,
  CalendarEvent,
  CalendarKept,
  CalendarTask,
  CalendarView,
} from "@/lib/domain/calendar/view";
import { dateKinds } from "@/lib/domain/person/person";
import { tags, taskKinds, taskStates } from "@/lib/domain/task/task";
import { exactly } from "@/lib/schemas/views/exactly";
import { day, id, instant, seq, time, version } from "@/lib/schemas/views/parts";

/** Where the client stands to an invitation; "" where they are not on its list. */
export const eventAnswerSchema = z.enum(["", "needs-action", "accepted", "tentative", "declined"]);

const common = {
  key: z.string(),
  title: z.string(),
  firstDay: day,
  lastDay: day,
  time: time.nullable(),
  endTime: time.nullable(),
  isPrivate: z.boolean(),
};

const taskSchema = exactly<CalendarTask>()(
  z.strictObject({
    ...common,
    type: z.literal("task"),
    taskId: id,
    kind: z.enum(taskKinds),
    tag: z.enum(tags),
    state: z.enum(taskStates),
    personName: z.string().nullable(),
    isLate: z.boolean(),
  }),
);

const eventSchema = exactly<CalendarEvent>()(
  z.strictObject({
    ...common,
    type: z.literal("event"),
    eventId: id,
    version,
    startsAt: instant,
    endsAt: instant,
    isRepeating: z.boolean(),
    own: z.boolean(),
    held: z.boolean(),
    clash: z.boolean(),
    missing: z.literal("place").nullable(),
    answer: eventAnswerSchema,
    place: z.string(),
    link: z.string(),
    organiser: z.string(),
    hasGuests: z.boolean(),
    otherZone: z.string().nullable(),
    check: z.enum(["checked", "unchecked"]).nullable(),
  }),
);

const yearlyDaySchema = exactly<CalendarDay>()(
  z.strictObject({
    ...common,
    type: z.literal("day"),
    kind: z.enum([...dateKinds, "remembrance"]),
    personId: id,
    personName: z.string(),
    years: z.int().nullable(),
    task: z.strictObject({ id, tag: z.enum(tags), state: z.enum(taskStates) }).nullable(),
  }),
);

const keptSchema = exactly<CalendarKept>()(
  z.strictObject({ ...common, type: z.literal("kept"), source: z.enum(keptSources), sourceId: id }),
);

const busySchema = exactly<CalendarBusy>()(z.strictObject({ ...common, type: z.literal("busy") }));

export const calendarViewSchema = exactly<CalendarView>()(
  z.strictObject({
    seq,
    from: day,
    to: day,
    today: day,
    zone: z.string(),
    hours: z.strictObject({ from: time, to: time }),
    entries: z.array(
      z.discriminatedUnion("type", [taskSchema, eventSchema, yearlyDaySchema, keptSchema, busySchema]),
    ),
    isCut: z.boolean(),
  }),
);
