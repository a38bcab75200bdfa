import type { KeyGroup } from "@/components/ui/keys-dialog";
import type { Desk } from "@/components/workspace/desk-context";

/** The keys that decide about a task, in the queue as on its own page. */
export function decideKeys({ role, clientShort, assistantShort }: Desk): KeyGroup {
  const isClient = role === "client";
  const ask: KeyGroup[1] = isClient ? [] : [["Q", `ask ${clientShort}`]];
  return [
    "Decide",
    [
      ["⏎", isClient ? "complete" : `put before ${clientShort}, or complete what is delegable`],
      ["D", "complete with a note, or with your words"],
      ["P", isClient ? "write, or look at the draft" : "draft in pencil"],
      ...ask,
      ["1", isClient ? `give to ${assistantShort}` : "accept"],
      ["2", "fold a duplicate into another"],
      ["3", "decline"],
      ["H", "snooze"],
      ["T", isClient ? "must be me, or delegable" : `must be ${clientShort}`],
      ["[ ]", "move to the section before or after"],
    ],
  ];
}
