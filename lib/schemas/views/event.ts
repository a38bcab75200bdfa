import { z } from "zod";
import type { ReceivedOutcome } from "@/lib/domain/calendar/answer";
import { type CheckView, checkedThings, checkWays } from "@/lib/domain/calendar/check";
import type { EventCan, EventDetail, EventGuest } from "@/lib/domain/calendar/event";
import { eventAnswerSchema } from "@/lib/schemas/views/calendar";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, roleSchema, seq, version } from "@/lib/schemas/views/parts";

/** "YYYY-MM-DDTHH:MM" on the wall of the entry's zone, or a day of a whole-day one. */
const wall = z.string().regex(/^\d{4}-\d\d-\d\d(T\d\d:\d\d)?$/);

/** A double-check that stands: what was confirmed, by whom and how. */
export const checkSchema = exactly<CheckView>()(
  z.strictObject({
    id,
    at: instant,
    by: z.string(),
    role: roleSchema,
    confirmed: z.array(z.enum(checkedThings)),
    withWhom: z.string(),
    how: z.enum(checkWays),
    otherZone: z.string().nullable(),
    note: z.string(),
  }),
);

const guestSchema = exactly<EventGuest>()(
  z.strictObject({ name: z.string(), email: z.string(), personId: id.nullable() }),
);

const canSchema = exactly<EventCan>()(
  z.strictObject({
    change: z.boolean(),
    hide: z.boolean(),
    check: z.boolean(),
    answer: z.boolean(),
    allow: z.boolean(),
  }),
);

export const eventDetailSchema = exactly<EventDetail>()(
  z.strictObject({
    id,
    version,
    uid: z.string(),
    summary: z.string(),
    start: wall,
    end: wall,
    allDay: z.boolean(),
    zone: z.string(),
    place: z.string(),
    link: z.string(),
    note: z.string(),
    rule: z.string(),
    guests: z.array(guestSchema),
    isPrivate: z.boolean(),
    isFree: z.boolean(),
    travelMinutes: z.int().nullable(),
    wantsCheck: z.boolean().nullable(),
    startsAt: instant,
    endsAt: instant,
    isRepeating: z.boolean(),
    repeatWords: z.string(),
    own: z.boolean(),
    held: z.boolean(),
    overProtected: z.boolean(),
    status: z.string(),
    organiser: z.string(),
    answer: eventAnswerSchema,
    calendarName: z.string().nullable(),
    readAt: instant.nullable(),
    madeBy: z.string(),
    isMadeByAgent: z.boolean(),
    tasks: z.array(
      z.strictObject({
        id,
        kind: z.enum(["event-invite", "meeting-check", "other"]),
        title: z.string(),
        state: z.string(),
      }),
    ),
    check: checkSchema.nullable(),
    can: canSchema,
    seq,
  }),
);

/** What a change of the calendar answers: `held` where it waits for the client; `undo` takes it back within a day. */
export const eventChangedSchema = z.strictObject({
  id,
  version,
  held: z.boolean(),
  undo: id,
  seq,
});

const outcomeSchema = exactly<ReceivedOutcome>()(
  z.strictObject({
    what: z.enum([
      "invited",
      "updated",
      "cancelled",
      "older",
      "same",
      "reply-noted",
      "party-crasher",
      "counter-proposed",
      "unknown",
      "unreadable",
    ]),
    summary: z.string(),
    says: z.string(),
    eventId: id.nullable(),
    taskId: id.nullable(),
  }),
);

export const receivedSchema = z.strictObject({ outcomes: z.array(outcomeSchema), seq });
