"use client";

import { useId, useState } from "react";
import { type Choice, mergedText } from "@/components/drafts/merged-text";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Dialog } from "@/components/ui/dialog";
import type { MergeView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";
import { whoDoes } from "@/lib/domain/person/named";

type Props = { merge: MergeView; onClose: () => void; onTake: (text: string) => void };

/** Two texts that were made of one, laid together: what only one changed stands as changed, of the rest one chooses. */
export function MergeDialog({ merge, onClose, onTake }: Props) {
  const [chosen, setChosen] = useState<Record<number, Choice>>({});
  const isAgents = merge.role === "agent";
  // “Ana’s”, of an agent called “Ana Helper”, would be taken for a person’s.
  const whose = isAgents ? "The agent’s" : `${firstName(merge.by)}’s`;
  const open = merge.parts.filter((part, at) => part.kind === "conflict" && !chosen[at]).length;
  return (
    <Dialog
      open
      wide="widest"
      title={`${whoDoes(merge.by, merge.role)} wrote here, too`}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Back to my words</Button>
          <Button
            variant="primary"
            onClick={(event) => {
              // Closed by itself, a window gives the focus back to where it was.
              event.currentTarget.closest("dialog")?.close();
              onTake(mergedText(merge.parts, chosen));
            }}
          >
            {open > 0 ? "Save with both" : "Save this"}
          </Button>
        </>
      }
    >
      <p className="mb-3 text-muted">
        Nothing of either is lost. Where both of you changed the same sentence, choose one; otherwise both
        stay.
      </p>
      <div className="wrap-anywhere flex flex-col gap-2 font-serif text-[1.0625rem] leading-[1.55]">
        {stretchesOf(merge.parts).map((one) =>
          one.conflict ? (
            <Conflict
              key={one.at}
              sides={one.conflict}
              whose={whose}
              chosen={chosen[one.at] ?? null}
              onChoose={(choice) => setChosen((before) => ({ ...before, [one.at]: choice }))}
            />
          ) : (
            <p key={one.at} dir="auto" className="whitespace-pre-wrap [unicode-bidi:plaintext]">
              {one.texts.map(({ at, kind, text }) => (
                <span key={at} className={kind === "same" ? undefined : "rounded-sm bg-sunken"}>
                  {kind === "same" ? null : (
                    <span className="sr-only"> {kind === "mine" ? "Yours:" : `${whose}:`} </span>
                  )}
                  {text}
                </span>
              ))}
            </p>
          ),
        )}
      </div>
    </Dialog>
  );
}

type Sides = { mine: string; theirs: string };
type Run = {
  at: number;
  texts: { at: number; kind: "same" | "mine" | "theirs"; text: string }[];
  conflict: Sides | null;
};

/** The parts that need no choice run together as one paragraph; each conflict stands by itself. */
function stretchesOf(parts: MergeView["parts"]): Run[] {
  const runs: Run[] = [];
  for (const [at, part] of parts.entries()) {
    const last = runs.at(-1);
    if (part.kind === "conflict") runs.push({ at, texts: [], conflict: part });
    else if (last && !last.conflict) last.texts.push({ at, kind: part.kind, text: part.text });
    else runs.push({ at, texts: [{ at, kind: part.kind, text: part.text }], conflict: null });
  }
  return runs;
}

function Conflict({
  sides,
  whose,
  chosen,
  onChoose,
}: {
  sides: Sides;
  whose: string;
  chosen: Choice | null;
  onChoose: (choice: Choice) => void;
}) {
  const name = useId();
  const choices: [Choice, string, string][] = [
    ["mine", "Mine", sides.mine],
    ["theirs", whose, sides.theirs],
    ["both", "Both", ""],
  ];
  return (
    <fieldset className="rounded-lg border border-gold/50 bg-gold-soft/40 p-3">
      <legend className="sr-only">You both changed this sentence</legend>
      <div className="grid gap-2 sm:grid-cols-[1fr_1fr_auto]">
        {choices.map(([choice, label, text]) => (
          <label
            key={choice}
            className={cx(
              "flex cursor-pointer flex-col gap-1 rounded-md border bg-sheet px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-ink",
              chosen === choice ? "border-text" : "border-line",
            )}
          >
            <span className="flex items-center gap-2 font-sans text-[0.8125rem] font-medium">
              <input
                type="radio"
                name={name}
                className="accent-text"
                checked={chosen === choice}
                onChange={() => onChoose(choice)}
              />
              {label}
            </span>
            {choice === "both" ? null : (
              <span dir="auto" className="whitespace-pre-wrap [unicode-bidi:plaintext]">
                {text.trim() === "" ? "(taken out)" : text}
              </span>
            )}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
