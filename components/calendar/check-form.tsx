"use client";

import { type FormEvent, useEffect, useId, useRef } from "react";
import { checkedWords, checkWayWords } from "@/components/calendar/check-words";
import { Button } from "@/components/ui/button";
import { controlClass, Field, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { type CheckedThing, type CheckInput, checkWays } from "@/lib/domain/calendar/check";

type Props = {
  input: CheckInput;
  /** What there is to confirm: a meeting without a link has none. */
  things: readonly CheckedThing[];
  zones: readonly string[];
  errors: Record<string, string>;
  problem: string | null;
  isBusy: boolean;
  onType: (change: Partial<CheckInput>) => void;
  onRecord: () => void;
  onClose: () => void;
  isLarge: boolean;
};

/** What was confirmed, with whom and how. It opens under the hand: the first tick has the focus, Ctrl and Enter record it, Escape closes it. */
export function CheckForm(props: Props) {
  const { input, things, zones, errors, problem, isBusy, onType, onRecord, onClose, isLarge } = props;
  const ticks = useRef<HTMLFieldSetElement>(null);
  const wrong = useId();
  useEffect(() => ticks.current?.querySelector("input")?.focus(), []);
  function submit(event: FormEvent): void {
    event.preventDefault();
    if (!isBusy) onRecord();
  }
  return (
    <form
      noValidate
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) submit(event);
        if (event.key === "Escape" && !isBusy) {
          event.stopPropagation();
          onClose();
        }
      }}
      className="flex flex-col gap-3"
    >
      <fieldset
        ref={ticks}
        aria-describedby={errors.confirmed ? wrong : undefined}
        className="flex flex-wrap gap-x-4 gap-y-1"
      >
        <legend className="mb-1 text-[0.8125rem] font-medium">Confirmed</legend>
        {things.map((thing) => (
          <label key={thing} className="flex min-h-9 items-center gap-2 pointer-coarse:min-h-11">
            <input
              type="checkbox"
              className="size-4 accent-ok"
              checked={input.confirmed.includes(thing)}
              onChange={(event) =>
                onType({
                  confirmed: event.target.checked
                    ? [...input.confirmed, thing]
                    : input.confirmed.filter((one) => one !== thing),
                })
              }
            />
            {checkedWords[thing]}
          </label>
        ))}
        {errors.confirmed ? (
          <p id={wrong} role="alert" className="basis-full text-[0.8125rem] text-late">
            {errors.confirmed}
          </p>
        ) : null}
      </fieldset>
      <div className="grid gap-3 sm:grid-cols-2">
        <TextInput
          label="With"
          value={input.withWhom}
          error={errors.withWhom}
          onChange={(event) => onType({ withWhom: event.target.value })}
        />
        <Field label="How" error={errors.how}>
          {(wiring) => (
            <select
              {...wiring}
              className={controlClass}
              value={input.how}
              onChange={(event) => onType({ how: event.target.value as CheckInput["how"] })}
            >
              {checkWays.map((way) => (
                <option key={way} value={way}>
                  {checkWayWords[way]}
                </option>
              ))}
            </select>
          )}
        </Field>
      </div>
      <TextInput
        label="Their time zone"
        hint="Where the other side will be, if it is not here."
        list="check-zones"
        autoComplete="off"
        spellCheck={false}
        value={input.otherZone ?? ""}
        error={errors.otherZone}
        onChange={(event) => onType({ otherZone: event.target.value.trim() || null })}
      />
      <datalist id="check-zones">
        {zones.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
      <TextArea
        label="Note"
        rows={2}
        value={input.note}
        error={errors.note}
        onChange={(event) => onType({ note: event.target.value })}
      />
      {problem ? (
        <Notice tone="late" role="alert">
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          variant={isLarge ? "primary" : "secondary"}
          size={isLarge ? "lg" : "md"}
          busy={isBusy}
          shortcut="Ctrl ⏎"
        >
          Record the check
        </Button>
        <Button variant="quiet" size={isLarge ? "lg" : "md"} onClick={onClose}>
          Close
        </Button>
      </div>
    </form>
  );
}
