import { z } from "zod";
import { instant } from "@/lib/schemas/instant";

const line = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." });
const id = z.uuid({ error: "This is not an id." }).toLowerCase();

/** POST /invitations: a file (.ics) or a saved e-mail (.eml) with an invitation, an answer or a cancellation in it. */
export const receiveInvitationSchema = z.strictObject({
  base64: z
    .base64({ error: "This is not a file." })
    .min(4, { error: "Choose a file." })
    .max(14_200_000, { error: "This file is too large; at most 10 MB." }),
});

/** POST /tasks/:id/answer (lib/domain/calendar/answer.ts: AnswerInput). */
export const answerInvitationSchema = z
  .strictObject({
    answer: z.enum(["accepted", "tentative", "declined", "counter"]),
    words: line(5000).default(""),
    slot: z.strictObject({ startsAt: instant, endsAt: instant }).nullable().default(null),
    accountId: id.nullable().default(null),
    overProtected: z.boolean().default(false),
    asked: z
      .string()
      .max(100, { error: "This names nothing that was asked." })
      .nullable()
      .default(null)
      .describe("What was read (`asked` of the invitation): an answer to anything else is refused as stale."),
  })
  .refine(({ answer, slot }) => answer !== "counter" || slot !== null, {
    error: "Choose another time to propose.",
    path: ["slot"],
  });

/** POST /tasks/:id/check (lib/domain/calendar/check.ts: CheckInput). */
export const recordCheckSchema = z.strictObject({
  version: z.int32().min(1, { error: "Say which version you saw." }),
  confirmed: z
    .array(z.enum(["date", "time", "zone", "place", "link"]))
    .min(1, { error: "Say what was confirmed." })
    .max(5),
  withWhom: line(300).min(1, { error: "Say with whom you confirmed it." }),
  how: z.enum(["mail", "call", "message", "in-person", "other"]),
  otherZone: line(100).nullable().default(null),
  note: line(5000).default(""),
});
/** POST /checks/:id/undo */
export const undoCheckSchema = z.strictObject({});
