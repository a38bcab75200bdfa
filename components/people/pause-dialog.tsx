"use client";

import { type FormEvent, useState } from "react";
import { plainDayText } from "@/components/people/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextInput } from "@/components/ui/field";
import { Kbd } from "@/components/ui/kbd";
import { Notice } from "@/components/ui/notice";
import { useKeys } from "@/components/ui/use-keys";
import { pauseChoices, whatIsWrongWithPause } from "@/lib/domain/person/pause";

type FormProps = {
  name: string;
  today: string;
  locale: string;
  isBusy: boolean;
  /** Is given a day, "YYYY-MM-DD"; gives what is wrong, a sentence by field ("pausedUntil"; "form" for the whole), or null. */
  onPause: (until: string) => Promise<Record<string, string> | null>;
};
type Props = FormProps & { open: boolean; onClose: () => void };

/** Until when nobody is to be reminded of somebody: a few kind choices by number, or a day of one's own. */
export function PauseDialog({ open, onClose, ...form }: Props) {
  return (
    <Dialog open={open} onClose={onClose} title="Not before…">
      <PauseForm {...form} />
    </Dialog>
  );
}

function PauseForm({ name, today, locale, isBusy, onPause }: FormProps) {
  const choices = pauseChoices(today);
  const [day, setDay] = useState("");
  const [errors, setErrors] = useState<Record<string, string>>({});
  const keys = choices.map(({ until }, at) => [String(at + 1), () => void pause(until)] as const);
  useKeys(true, Object.fromEntries(keys), { inDialog: true });

  async function pause(until: string) {
    if (isBusy) return;
    setErrors((await onPause(until)) ?? {});
  }

  function onSubmit(event: FormEvent) {
    event.preventDefault();
    const wrong = whatIsWrongWithPause(day, today);
    if (wrong !== null) return setErrors({ pausedUntil: wrong });
    void pause(day);
  }

  return (
    <>
      <p dir="auto" className="wrap-anywhere mb-2 font-medium">
        {name}
      </p>
      {errors.form ? (
        <Notice tone="late" role="alert">
          {errors.form}
        </Notice>
      ) : null}
      <ul className="-mx-2">
        {choices.map(({ label, until }, at) => (
          <li key={label}>
            <button
              type="button"
              className="flex w-full items-center gap-3 rounded-lg px-3 py-2 text-start hover:bg-sunken pointer-coarse:min-h-12"
              onClick={() => void pause(until)}
            >
              <Kbd>{String(at + 1)}</Kbd>
              <span className="flex-1">{label}</span>
              <span className="text-[0.8125rem] text-muted">{plainDayText(until, today, locale)}</span>
            </button>
          </li>
        ))}
      </ul>
      <form
        noValidate
        className="mt-3 flex flex-wrap items-start gap-2 border-t border-line pt-4"
        onSubmit={onSubmit}
      >
        <TextInput
          label="A day of your own"
          type="date"
          value={day}
          error={errors.pausedUntil}
          onChange={(event) => setDay(event.target.value)}
          className="min-w-36 flex-1"
        />
        <Button type="submit" busy={isBusy} className="mt-[1.4375rem] min-h-9">
          Not before then
        </Button>
      </form>
    </>
  );
}
