"use client";

import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";

/** All keys of the queue, in the order of the hand. */
export function KeysHelp({ onClose }: { onClose: () => void }) {
  const { role, clientShort, assistantShort } = useDesk();
  const isClient = role === "client";
  const groups: [string, [string, string][]][] = [
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
  return (
    <Dialog open wide title="Keys" onClose={onClose}>
      <div className="sm:columns-2 sm:gap-8">
        {groups.map(([title, keys]) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-[0.8125rem] font-semibold text-muted">{title}</h3>
            <dl className="grid grid-cols-[4.5rem_1fr] gap-x-3 gap-y-1.5">
              {keys.map(([key, does]) => (
                <div key={key} className="contents">
                  <dt>
                    {key.split(" ").map((one) => (
                      <kbd
                        key={one}
                        className="me-1 inline-block min-w-6 rounded-md border border-line bg-paper px-1.5 text-center font-sans text-xs leading-5"
                      >
                        {one}
                      </kbd>
                    ))}
                  </dt>
                  <dd>{does}</dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}
