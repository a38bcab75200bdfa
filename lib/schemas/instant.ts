import { z } from "zod";

const isWithinLife = (year: number) => year >= 1900 && year <= 2200;

/** An instant, ISO 8601 with its offset, within a reasonable life, as ISO text in UTC. What is further off no calendar holds; PostgreSQL has no year 0. */
export const instant = z.iso
  .datetime({ offset: true, error: "Give a date and time.", abort: true })
  .refine((text) => isWithinLife(new Date(text).getUTCFullYear()), { error: "This date is too far away." })
  .transform((text) => new Date(text).toISOString());

/** A day, "2026-05-03", within a reasonable life. `error` is said of what is no day at all. */
export const dayWithin = (error: string) =>
  z.iso
    .date({ error, abort: true })
    .refine((text) => isWithinLife(Number(text.slice(0, 4))), { error: "This date is too far away." });
