"use client";

import { decideKeys } from "@/components/tasks/decide-keys";
import { type KeyGroup, KeysDialog } from "@/components/ui/keys-dialog";
import { type Desk, useDesk } from "@/components/workspace/desk-context";

const search: KeyGroup[1][number] = ["/", "search the whole desk"];
const help: KeyGroup[1][number] = ["?", "this help"];
const everywhere: KeyGroup = ["On every page", [search, help]];
const walking: KeyGroup[1] = [
  ["J ↓", "the next one"],
  ["K ↑", "the one before"],
];

const undo: KeyGroup[1][number] = ["U Z", "undo"];

const drafting = (isClient: boolean): KeyGroup[] => [
  [
    "Write",
    [
      ["⏎", "begin, where nothing is written yet"],
      ["E", "into the words"],
      ["/", "a saved phrase"],
      ["Ctrl S", "save"],
      ["C", "a comment"],
      ["W", "whisper card"],
    ],
  ],
  [
    "Decide",
    [
      ["Ctrl ⏎", "the main button: put it forward, or approve"],
      ...(isClient ? ([["A", "ask for changes"]] satisfies KeyGroup[1]) : []),
      ["B", "take it back"],
      ["S", "send it now"],
      ["O", "copy and open"],
      ["Y N", "it went out, or not yet"],
      ["Z U", "undo"],
      ["Esc", "back to the task"],
    ],
  ],
  ["On every page", [help]],
];

/** The keys of the pages below People: somebody's own, those to hear from, and those who may be one. */
function keysBelowPeople(one: string, part: string | undefined): KeyGroup[] {
  if (one === "touch")
    return [
      [
        "Losing touch",
        [
          ...walking,
          ["L", "log contact"],
          ["H", "not before a day"],
          ["N", "never remind of them"],
          ["W", "the open task"],
          undo,
        ],
      ],
      everywhere,
    ];
  if (one === "duplicates")
    return [["Pairs", [...walking, ["M", "merge the two"], ["N", "these are two people"], undo]], everywhere];
  if (part !== undefined || one === "new" || one === "export") return [everywhere];
  return [
    [
      "This person",
      [["E", "edit"], ["C", "add a task"], ["L", "log contact"], undo, ["Esc", "back to all people"]],
    ],
    everywhere,
  ];
}

/** The keys of one page, besides those that every page has; the queue and the calendar have a help of their own. */
function keysOf([place, one, part]: string[], desk: Desk): KeyGroup[] {
  if (place === "tasks" && part === "draft") return drafting(desk.role === "client");
  if (place === "tasks" && part === undefined)
    return [
      decideKeys(desk),
      ["This page", [["E", "edit"], ["W", "whisper card of its person"], undo, ["Esc", "back to the queue"]]],
      everywhere,
    ];
  if (place === "you")
    return [
      [
        "The card in front",
        [
          ["1", "the main button"],
          ["Y N", "yes, no"],
          ["M", "need more"],
          ["1 2", "one of several answers, by its number"],
          ["N", "done, with a note or your words"],
          ["E", "edit in ink"],
          ["Ctrl ⏎", "approve what you wrote"],
          ["C", "ask for changes"],
        ],
      ],
      [
        "Or",
        [
          ["H", "not now"],
          ["T", "give it back, or let it be done for you"],
          ["3", "decline"],
          ["P", "open the draft"],
          ["W", "whisper card"],
          ["Z U", "undo"],
        ],
      ],
      everywhere,
    ];
  if (place === "weekly") {
    const mine = desk.role === "client" ? "mine" : `for ${desk.clientShort}`;
    return [
      ["The list", [...walking, ["1", mine], ["2", "draft it"], ["3", "skip"], ["Z U", "undo"]]],
      everywhere,
    ];
  }
  if (place === "people" && one === undefined)
    return [["People", [...walking, ["F", "find in the list"], ["N", "a new person"], undo]], everywhere];
  if (place === "people") return keysBelowPeople(one ?? "", part);
  if (place === "calendar" && one !== undefined && one !== "new" && part === undefined)
    return [
      [
        "This entry",
        [["E", "change it"], ["Delete", "take it off the calendar"], undo, ["Esc", "back to the calendar"]],
      ],
      everywhere,
    ];
  if (place === "settings" && one === "time") return [["Protected hours", [undo]], everywhere];
  if (place === "capture") return [["What was kept", [undo]], everywhere];
  return [everywhere];
}

/** Help with the keys of the page that is open. `segments`: those of its address behind the desk's own. */
export function PageKeys({ segments, onClose }: { segments: string[]; onClose: () => void }) {
  return <KeysDialog groups={keysOf(segments, useDesk())} onClose={onClose} />;
}
