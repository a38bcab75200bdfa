"use client";

import { Dialog } from "@/components/ui/dialog";

const groups: [string, [string, string][]][] = [
  [
    "Look",
    [
      ["M W D A", "month, week, day, agenda"],
      ["N →", "the next one"],
      ["P ←", "the one before"],
      ["T", "today"],
      ["Z", "a second time zone"],
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
  return (
    <Dialog open wide title="Keys" onClose={onClose}>
      <div className="sm:grid sm:grid-cols-2 sm:gap-8">
        {groups.map(([title, keys]) => (
          <section key={title} className="mb-5">
            <h3 className="mb-1.5 text-[0.8125rem] font-semibold text-muted">{title}</h3>
            <dl className="grid grid-cols-[7.5rem_1fr] gap-x-3 gap-y-1.5">
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
