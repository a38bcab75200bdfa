import { z } from "zod";
import type { CalendarAnswer } from "@/lib/domain/calendar/answer";
import { exactly } from "@/lib/schemas/views/exactly";
import { day, instant } from "@/lib/schemas/views/parts";

/** A name and a mail address, as a calendar writes them. */
export const addressedSchema = z.strictObject({ name: z.string(), address: z.string() });

export const calendarAnswerSchema = exactly<CalendarAnswer>()(
  z.strictObject({
    method: z.enum(["REPLY", "COUNTER"]),
    partstat: z.enum(["ACCEPTED", "TENTATIVE", "DECLINED"]),
    uid: z.string(),
    recurrenceId: z
      .strictObject({ local: z.string(), zone: z.string().nullable(), isDay: z.boolean() })
      .nullable(),
    sequence: z.int(),
    summary: z.string(),
    organiser: addressedSchema,
    attendee: addressedSchema,
    startsAt: instant,
    endsAt: instant,
    allDay: z.boolean(),
    firstDay: day.nullable(),
    endDay: day.nullable(),
    zone: z.string().nullable(),
    place: z.string(),
  }),
);
