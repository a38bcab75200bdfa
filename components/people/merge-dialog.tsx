"use client";

import { useState } from "react";
import { pairLines, sayWhich } from "@/components/people/pair-sides";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { Pair, PairSide } from "@/lib/domain/person/duplicates-view";
import type { MergeChoices, MergeField } from "@/lib/domain/person/merge-people";

type Props = {
  pair: Pair;
  locale: string;
  isBusy: boolean;
  onClose: () => void;
  onMerge: (kept: PairSide, merged: PairSide, choices: MergeChoices) => void;
};

/** Which one stays, and where the two differ, whose words. Everything else of both is kept. */
export function MergeDialog({ pair, locale, isBusy, onClose, onMerge }: Props) {
  const { circles } = useDesk();
  const [isTurned, setTurned] = useState(false);
  const [choices, setChoices] = useState<MergeChoices>({});
  const [kept, merged] = isTurned ? [pair.other, pair.one] : [pair.one, pair.other];
  const lines = pairLines(kept, merged, locale).filter((line) => line.choice !== null);
  const mayTurn = pair.one.canLeave && pair.other.canLeave;
  return (
    <Dialog
      open
      wide
      title="Merge two people"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>Not yet</Button>
          <Button
            variant="primary"
            busy={isBusy}
            disabled={!merged.canLeave}
            onClick={() => onMerge(kept, merged, choices)}
          >
            Merge
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <Choice
          legend="Who stays"
          value={isTurned ? "other" : "one"}
          options={[
            { value: "one", label: sayWhich(pair.one, pair.other, circles), isOff: !mayTurn && isTurned },
            { value: "other", label: sayWhich(pair.other, pair.one, circles), isOff: !mayTurn && !isTurned },
          ]}
          onChange={(value) => {
            setTurned(value === "other");
            setChoices({});
          }}
        />
        {mayTurn ? null : (
          <Notice>
            {merged.canLeave
              ? "The one of the stricter circle stays: only the client takes somebody out of it."
              : "Both are of a circle that is the client’s alone, so only the client can merge them."}
          </Notice>
        )}
        {lines.map((line) => {
          const field = line.choice?.field as MergeField;
          return (
            <Choice
              key={field}
              legend={line.label}
              value={choices[field] ?? "kept"}
              options={[
                { value: "kept", label: line.one },
                { value: "merged", label: line.other },
                ...(line.choice?.mayBeBoth ? [{ value: "both", label: "Both, one below the other" }] : []),
              ]}
              onChange={(value) => setChoices((now) => ({ ...now, [field]: value }))}
            />
          );
        })}
        <p className="text-[0.8125rem] text-muted">
          Addresses, numbers, days, facts, promises and open tasks of both are kept, and so are the circles of
          both. What was done for either stays as it was written down. You can take this back.
        </p>
        {kept.isPrivate !== merged.isPrivate ? (
          <Notice tone="ink">
            One of them is private, so the one who stays will be: nobody but you sees them.
          </Notice>
        ) : null}
      </div>
    </Dialog>
  );
}

type ChoiceProps = {
  legend: string;
  value: string;
  options: { value: string; label: string; isOff?: boolean }[];
  onChange: (value: string) => void;
};

function Choice({ legend, value, options, onChange }: ChoiceProps) {
  return (
    <fieldset className="flex flex-col gap-1">
      <legend className="mb-1 text-[0.8125rem] font-medium text-muted first-letter:uppercase">
        {legend}
      </legend>
      {options.map((option) => (
        <label
          key={option.value}
          className="flex items-start gap-2.5 rounded-lg py-1 has-disabled:opacity-55 pointer-coarse:min-h-11"
        >
          <input
            type="radio"
            name={legend}
            className="mt-1 accent-text"
            checked={value === option.value}
            disabled={option.isOff}
            onChange={() => onChange(option.value)}
          />
          <span dir="auto" className="min-w-0 whitespace-pre-line wrap-anywhere">
            {option.label}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
