"use client";

import { type KeyGroup, KeysDialog } from "@/components/ui/keys-dialog";
import { useDesk } from "@/components/workspace/desk-context";

/** All keys of the queue, in the order of the hand. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { role, clientShort, assistantShort } = useDesk();
  const isClient = role === "client";
  const groups: KeyGroup[] = [
    [
      "Walk",
      [
        ["J ↓", "next task"],
        ["K ↑", "task before"],
        ["E", "open it"],
        ["W", "whisper card of its person"],
        ["/", "search"],
        ["C", "add a task in one line"],
        ["N", "write a task in full"],
        ["F", "filter"],
        ["B", "board or list"],
        ["Esc", "close, or clear the selection"],
      ],
    ],
    [
      "Decide",
      [
        ["⏎", isClient ? "complete" : `put before ${clientShort}, or complete what is delegable`],
        ["D", "complete with a note, or with your words"],
        ["P", isClient ? "write, or look at the draft" : "draft in pencil"],
        ...(isClient ? [] : ([["Q", `ask ${clientShort}`]] as [string, string][])),
        ["1", isClient ? `give to ${assistantShort}` : "accept"],
        ["2", "fold a duplicate into another"],
        ["3", "decline"],
        ["H", "snooze"],
        ["T", isClient ? "must be me, or delegable" : `must be ${clientShort}`],
        ["[ ]", "move to the section before or after"],
      ],
    ],
    [
      "Many, and back",
      [
        ["X", "select; with Shift everything in between"],
        ["U", "undo"],
        ["Ctrl Z", "undo"],
        ["?", "this help"],
      ],
    ],
  ];
  return <KeysDialog groups={groups} onClose={onClose} />;
}
