"use client";

import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";
import { useKeys } from "@/components/ui/use-keys";
import type { EventScope } from "@/lib/domain/calendar/event";

type Props = {
  /** "Change", "Move" or "Take away". */
  verb: string;
  title: string;
  /** Why this one alone cannot be meant, "" where it can. */
  whyNotOne?: string;
  onClose: () => void;
  onChoose: (scope: EventScope) => void;
};

const choices: { scope: EventScope; label: string }[] = [
  { scope: "one", label: "Only this one" },
  { scope: "following", label: "This one and all that follow" },
  { scope: "all", label: "All of them" },
];

/** Of something that repeats: which of them is meant. By number, or one tap. */
export function ScopeDialog({ verb, title, whyNotOne = "", onClose, onChoose }: Props) {
  const offered = choices.filter(({ scope }) => scope !== "one" || whyNotOne === "");
  useKeys(true, Object.fromEntries(offered.map(({ scope }, at) => [String(at + 1), () => onChoose(scope)])), {
    inDialog: true,
  });
  return (
    <Dialog open onClose={onClose} title={`${verb} which?`}>
      <p dir="auto" className="mb-3 wrap-anywhere text-muted">
        {title} repeats. {whyNotOne}
      </p>
      <ul className="-mx-2">
        {offered.map(({ scope, label }, at) => (
          <li key={scope}>
            <button
              type="button"
              onClick={() => onChoose(scope)}
              className="flex w-full items-center gap-3 rounded-lg px-3 py-2 text-start hover:bg-sunken pointer-coarse:min-h-12"
            >
              <Kbd>{String(at + 1)}</Kbd>
              <span className="flex-1">{label}</span>
            </button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
