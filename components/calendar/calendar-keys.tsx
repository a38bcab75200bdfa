"use client";

import { type KeyGroup, KeysDialog } from "@/components/ui/keys-dialog";

const groups: KeyGroup[] = [
  [
    "Look",
    [
      ["M W D A", "month, week, day, agenda"],
      ["N →", "the next one"],
      ["P ←", "the one before"],
      ["T", "today"],
      ["↓ ↑", "to the entries: from today on, before it"],
      ["Z", "a second time zone, in week and day"],
      ["C", "a new entry"],
      ["U", "undo"],
      ["?", "this help"],
    ],
  ],
  [
    "On an entry",
    [
      ["↑ ↓", "the one before, the next one"],
      ["← →", "the day before, the next day"],
      ["⏎", "open it"],
      ["V", "move it to a day and time"],
      ["Alt ↑ ↓", "15 minutes earlier, later"],
      ["Alt ← →", "a day earlier, later"],
      ["Alt Shift ↑ ↓", "15 minutes shorter, longer"],
      ["Alt Shift ← →", "a day shorter, longer"],
      ["Esc", "back, before it has come to rest"],
    ],
  ],
];

/** All keys of the calendar. */
export function CalendarKeys({ onClose }: { onClose: () => void }) {
  return <KeysDialog groups={groups} isWide onClose={onClose} />;
}
