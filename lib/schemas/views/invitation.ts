import { z } from "zod";
import { answers, type InvitationView } from "@/lib/domain/calendar/answer";
import { draftStates } from "@/lib/domain/draft/draft";
import { addressedSchema } from "@/lib/schemas/views/calendar-answer";
import { sendingSchema } from "@/lib/schemas/views/draft";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, day, id, instant, seq, version } from "@/lib/schemas/views/parts";
import { seriesCheckSchema, slotSchema, timeCheckSchema } from "@/lib/schemas/views/times";

const answerDraftSchema = z.strictObject({
  id,
  version,
  latest: count,
  state: z.string(),
  kind: z.enum(answers),
  words: z.string(),
  sending: sendingSchema.nullable(),
});

/** An invitation that has no time left has empty days and instants. */
const emptyOr = <S extends z.ZodType<string>>(schema: S) => z.union([z.literal(""), schema]);

export const invitationSchema = exactly<InvitationView>()(
  z.strictObject({
    ...timeCheckSchema.shape,
    series: seriesCheckSchema.nullable(),
    proposal: slotSchema.nullable(),
    asked: z.string().describe("A name for exactly what is asked; sent back with the answer."),
    eventId: id,
    uid: z.string(),
    summary: z.string(),
    startsAt: emptyOr(instant),
    endsAt: emptyOr(instant),
    allDay: z.boolean(),
    firstDay: emptyOr(day),
    lastDay: emptyOr(day),
    zone: z.string().nullable(),
    place: z.string(),
    link: z.string(),
    organiser: addressedSchema,
    isRepeating: z.boolean(),
    repeatWords: z.string(),
    isCancelled: z.boolean(),
    changed: z.array(z.string()),
    answer: z.enum(["", "needs-action", "accepted", "tentative", "declined"]),
    draft: answerDraftSchema.nullable(),
    accounts: z.array(
      z.strictObject({ id, name: z.string(), address: z.string(), assistantsAnswer: z.boolean() }),
    ),
    can: z.strictObject({ send: z.boolean(), prepare: z.boolean() }),
    whyNotSend: z.string(),
  }),
);

/** What an answer to an invitation answers: the draft that carries it. */
export const answerGivenSchema = z.strictObject({
  draft: z.strictObject({
    id,
    version,
    latest: count,
    state: z.enum(draftStates),
  }),
  seq,
});
