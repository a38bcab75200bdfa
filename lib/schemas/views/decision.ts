import { z } from "zod";
import type { DecisionView } from "@/lib/domain/draft/view";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, id, instant, seq, version } from "@/lib/schemas/views/parts";

export const decisionSchema = exactly<DecisionView>()(
  z.strictObject({
    id,
    version,
    taskId: id,
    question: z.string(),
    choices: z.array(z.string()),
    askedBy: z.string(),
    askedByRole: actingRoleSchema,
    askedAt: instant,
    answer: z.string().nullable(),
    answerNote: z.string(),
    answeredBy: z.string().nullable(),
    answeredAt: instant.nullable(),
    canAnswer: z.boolean(),
    canWithdraw: z.boolean(),
  }),
);

/** What asking and answering answer. */
export const decisionChangedSchema = z.strictObject({
  id,
  version,
  taskId: id,
  seq,
});
