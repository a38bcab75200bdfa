import { z } from "zod";
import { readDay } from "@/lib/domain/calendar/stretch";

/** An instant, ISO 8601 with its offset, within a reasonable life, as ISO text in UTC. What is further off no calendar holds; PostgreSQL has no year 0. */
export const instant = z.iso
  .datetime({ offset: true, error: "Give a date and time.", abort: true })
  .refine((text) => readDay(new Date(text).toISOString().slice(0, 10)) !== null, {
    error: "This date is too far away.",
  })
  .transform((text) => new Date(text).toISOString());

/** A day, "2026-05-03", within a reasonable life. `error` is said of what is no day at all. */
export const dayWithin = (error: string) =>
  z.iso
    .date({ error, abort: true })
    .refine((text) => readDay(text) !== null, { error: "This date is too far away." });
