"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { contactHowWords } from "@/components/people/words";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Checkbox, TextArea, TextInput } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { sendByKey } from "@/components/ui/send-by-key";
import { parseDate } from "@/lib/domain/calendar/civil-date";
import { type ContactHow, contactHows } from "@/lib/domain/person/contact";

/** Contact as it is typed. `day` is "YYYY-MM-DD" where the client lives, today or before. */
export type TypedContact = { how: ContactHow; day: string; note: string; isPrivate: boolean };

/** Contact before anybody has typed. */
export function emptyContact(today: string): TypedContact {
  return { how: "call", day: today, note: "", isPrivate: false };
}

type FormProps = {
  name: string;
  today: string;
  isBusy: boolean;
  /** What was typed so far. */
  typed: TypedContact;
  onType: (part: Partial<TypedContact>) => void;
  /** Whether one may keep it to oneself. */
  canBePrivate?: boolean;
  /** Gives what is wrong, a sentence by field ("at", "note"; "form" for the whole), or null when it is written down. */
  onLog: (contact: TypedContact) => Promise<Record<string, string> | null>;
};
type Props = FormProps & { open: boolean; onClose: () => void };

/** Writes down that there was contact: how, on which day, and a word about it. What was typed stays where the page keeps it. */
export function LogContactDialog({ open, onClose, ...form }: Props) {
  const id = useId();
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title="Log contact"
      footer={
        <>
          <Button variant="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={id} variant="primary" busy={form.isBusy}>
            Write it down
          </Button>
        </>
      }
    >
      <LogContactForm id={id} {...form} />
    </Dialog>
  );
}

function LogContactForm(props: FormProps & { id: string }) {
  const { id, name, today, isBusy, typed, onType, canBePrivate = false, onLog } = props;
  const { how, day, note, isPrivate } = typed;
  const formRef = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Record<string, string>>({});
  useEffect(() => {
    if (Object.keys(errors).length > 0)
      formRef.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [errors]);

  async function onSubmit(event: FormEvent) {
    event.preventDefault();
    if (isBusy) return;
    const wrong = whatIsWrongWithDay(day, today);
    setErrors(
      wrong === null ? ((await onLog({ how, day, note: note.trim(), isPrivate })) ?? {}) : { at: wrong },
    );
  }

  return (
    <form
      ref={formRef}
      id={id}
      noValidate
      onSubmit={onSubmit}
      onKeyDown={sendByKey}
      className="flex flex-col gap-4"
    >
      <p dir="auto" className="wrap-anywhere font-medium">
        {name}
      </p>
      {errors.form ? (
        <Notice tone="late" role="alert">
          {errors.form}
        </Notice>
      ) : null}
      <fieldset className="min-w-0">
        <legend className="mb-1 text-[0.8125rem] font-medium">How</legend>
        <div className="grid grid-cols-2 gap-x-4 sm:grid-cols-3">
          {contactHows.map((one) => (
            <label key={one} className="flex items-center gap-2.5 py-1 text-sm pointer-coarse:min-h-11">
              <input
                type="radio"
                name={`${id}-how`}
                className="accent-text"
                checked={how === one}
                onChange={() => onType({ how: one })}
              />
              {contactHowWords[one]}
            </label>
          ))}
        </div>
      </fieldset>
      <TextInput
        label="When"
        type="date"
        max={today}
        value={day}
        error={errors.at}
        onChange={(event) => onType({ day: event.target.value })}
      />
      <TextArea
        label="About what"
        hint="For whoever writes or calls next."
        letter
        rows={2}
        maxLength={5000}
        value={note}
        error={errors.note}
        onChange={(event) => onType({ note: event.target.value })}
      />
      {canBePrivate ? (
        <Checkbox
          label="Private: only you see it"
          checked={isPrivate}
          onChange={(event) => onType({ isPrivate: event.target.checked })}
        />
      ) : null}
    </form>
  );
}

function whatIsWrongWithDay(day: string, today: string): string | null {
  if (parseDate(day) === null) return "Give a day.";
  return day > today ? "This is still to come. Add a task or a promise for it." : null;
}
