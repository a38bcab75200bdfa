import { z } from "zod";
import type { CaptureMade, CapturePreview } from "@/lib/domain/capture/captured";
import { tags, taskKinds } from "@/lib/domain/task/task";
import { captureSchema, previewCaptureSchema } from "@/lib/schemas/capture";
import { operation } from "@/lib/schemas/operation";
import { exactly } from "@/lib/schemas/views/exactly";
import { taskRowSchema } from "@/lib/schemas/views/task";

const previewSchema = exactly<CapturePreview>()(
  z.strictObject({
    kind: z.enum(taskKinds),
    title: z.string(),
    person: z.strictObject({ id: z.uuid(), name: z.string() }).nullable(),
    message: z
      .strictObject({
        text: z.string(),
        from: z.string(),
        service: z.string().nullable(),
        url: z.string().nullable(),
      })
      .nullable(),
    url: z.string().nullable(),
    dueAt: z.iso.datetime().nullable(),
    dueAllDay: z.boolean(),
    tag: z.enum(tags),
    rule: z.string(),
    twin: z.strictObject({ id: z.uuid(), title: z.string() }).nullable(),
    problems: z.array(z.string()),
  }),
);

const madeSchema = exactly<CaptureMade>()(
  z.strictObject({ made: z.boolean(), task: taskRowSchema, seq: z.int().min(0) }),
);

export const previewCapture = operation({
  id: "previewCapture",
  method: "POST",
  path: "/capture/preview",
  group: "Capture",
  says: "What a page, a piece of one or a message would make. Makes nothing.",
  area: "tasks",
  looksOnly: true,
  input: previewCaptureSchema,
  output: previewSchema,
});

export const capture = operation({
  id: "capture",
  method: "POST",
  path: "/capture",
  group: "Capture",
  says: "Makes a task from a page, a piece of one or a message; the policy gives the tag.",
  more: "The same page within a day answers with the open task that it made, and `made` is false.",
  area: "tasks",
  input: captureSchema,
  output: madeSchema,
});
