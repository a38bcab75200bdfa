"use client";

import { timeWords } from "@/components/calendar/move-words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { useDesk } from "@/components/workspace/desk-context";
import type { Walls } from "@/lib/domain/calendar/shift-entry";

type Props = {
  title: string;
  walls: Walls;
  /** What the client keeps there, in words. */
  kept: string[];
  onClose: () => void;
  /** The client knows; an assistant has it wait for the client. */
  onGoOn: (word: { overProtected: true } | { hold: true }) => void;
};

/** Something comes to stand over time that the client keeps: the client says so, an assistant asks. */
export function OverKeptDialog({ title, walls, kept, onClose, onGoOn }: Props) {
  const { role, clientShort, locale } = useDesk();
  const isClient = role === "client";
  const names = `“${kept.join("”, “")}”`;
  return (
    <Dialog
      open
      title={isClient ? "Move it over your protected time?" : "This is protected time"}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Leave it where it was</Button>
          <Button
            variant="primary"
            onClick={() => onGoOn(isClient ? { overProtected: true } : { hold: true })}
          >
            {isClient ? "Move it there" : `Ask ${clientShort}`}
          </Button>
        </>
      }
    >
      <p dir="auto" className="wrap-anywhere">
        “{title}” would be on {timeWords(walls, locale)}, over {names}.
        {isClient
          ? ""
          : ` Only ${clientShort} gives that time away: it waits there in pencil until ${clientShort} has decided.`}
      </p>
    </Dialog>
  );
}
