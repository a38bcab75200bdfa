import { z } from "zod";
import { readDay } from "@/lib/domain/calendar/stretch";

const day = z.string().refine((text) => readDay(text) !== null, { error: "Give a day as YYYY-MM-DD." });

/** GET /calendar?from&to: the first day, and the day after the last. */
export const calendarSchema = z.object({ from: day, to: day });
