"use server";

import { deskAction } from "@/lib/actions/action";
import { granted } from "@/lib/domain/result";
import { circleSchema, circleTargetSchema, moveCircleSchema, newCircleSchema } from "@/lib/schemas/circle";
import { addCircle } from "@/lib/use-cases/circle/add-circle";
import { editCircle } from "@/lib/use-cases/circle/edit-circle";
import { moveCircle } from "@/lib/use-cases/circle/move-circle";
import { removeCircle } from "@/lib/use-cases/circle/remove-circle";

export const newCircle = deskAction({
  input: newCircleSchema,
  run: async ({ actor, input }) => {
    const added = await addCircle(actor, input.name);
    return added.ok ? granted({ done: `“${input.name}” is there now, asking nothing yet.` }) : added;
  },
});

export const saveCircle = deskAction({
  input: circleSchema,
  run: async ({ actor, input: { key, version, ...input } }) => {
    const saved = await editCircle(actor, { key, version }, input);
    return saved.ok ? granted({ done: `Saved.${sayTightened(saved.value.tightened)}` }) : saved;
  },
});

export const orderCircle = deskAction({
  input: moveCircleSchema,
  run: async ({ actor, input: { to, ...target } }) => {
    const moved = await moveCircle(actor, target, to);
    return moved.ok ? granted({ done: "Moved." }) : moved;
  },
});

export const dropCircle = deskAction({
  input: circleTargetSchema,
  run: async ({ actor, input, at }) => {
    const removed = await removeCircle(actor, input, at);
    return removed.ok ? granted({ done: `“${removed.value.name}” is gone.` }) : removed;
  },
});

function sayTightened(tasks: number): string {
  if (tasks === 0) return "";
  return tasks === 1 ? " One open task must be you now." : ` ${tasks} open tasks must be you now.`;
}
