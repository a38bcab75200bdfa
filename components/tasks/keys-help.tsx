"use client";

import { decideKeys } from "@/components/tasks/decide-keys";
import { type KeyGroup, KeysDialog } from "@/components/ui/keys-dialog";
import { useDesk } from "@/components/workspace/desk-context";

/** All keys of the queue, in the order of the hand. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const desk = useDesk();
  const groups: KeyGroup[] = [
    [
      "Walk",
      [
        ["J ↓", "next task"],
        ["K ↑", "task before"],
        ["← →", "the column beside, on the board"],
        ["E", "open it"],
        ["W", "whisper card of its person"],
        ["/", "search the whole desk"],
        ["C", "add a task in one line"],
        ["N", "write a task in full"],
        ["F", "filter"],
        ["V", "views"],
        ["B", "board or list"],
        ["Esc", "close, or clear the selection"],
      ],
    ],
    decideKeys(desk),
    [
      "Many, and back",
      [
        ["X", "select; with Shift everything in between"],
        ["U Z", "undo"],
        ["Ctrl Z", "undo"],
        ["?", "this help"],
      ],
    ],
  ];
  return <KeysDialog groups={groups} onClose={onClose} />;
}
