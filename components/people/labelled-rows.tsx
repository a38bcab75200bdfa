"use client";

import { Plus, X } from "lucide-react";
import type { HTMLInputTypeAttribute } from "react";
import { addLine } from "@/components/people/new-line";
import { Button, IconButton } from "@/components/ui/button";
import { controlClass, Field } from "@/components/ui/field";
import type { LabelledText } from "@/lib/domain/person/person";

type Props = {
  /** The field's name for the server: errors come back as "emails.0.value". */
  name: string;
  legend: string;
  /** One line's name for screen readers: "E-mail 2". */
  one: string;
  add: string;
  type?: HTMLInputTypeAttribute;
  /** Several lines of text each: a postal address. */
  tall?: boolean;
  most: number;
  items: LabelledText[];
  errors: Record<string, string>;
  onChange: (items: LabelledText[]) => void;
};

/** Lines of a value and what its owner calls it: e-mails, phones, addresses, links. */
export function LabelledRows(props: Props) {
  const { name, legend, one, add, type = "text", tall = false, most, items, errors, onChange } = props;
  const change = (at: number, part: Partial<LabelledText>) =>
    onChange(items.map((item, index) => (index === at ? { ...item, ...part } : item)));
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 text-[0.8125rem] font-medium">{legend}</legend>
      {items.map((item, at) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and are never re-ordered.
          key={at}
          className="grid grid-cols-[minmax(0,1fr)_6rem_auto] items-start gap-2 sm:grid-cols-[minmax(0,1fr)_9rem_auto]"
        >
          <Field label={`${one} ${at + 1}`} labelHidden error={errors[`${name}.${at}.value`]}>
            {(wiring) =>
              tall ? (
                <textarea
                  {...wiring}
                  dir="auto"
                  rows={2}
                  maxLength={1000}
                  value={item.value}
                  onChange={(event) => change(at, { value: event.target.value })}
                  className={`${controlClass} field-sizing-content`}
                />
              ) : (
                <input
                  {...wiring}
                  dir={type === "text" ? "auto" : "ltr"}
                  type={type}
                  autoComplete="off"
                  maxLength={2000}
                  value={item.value}
                  onChange={(event) => change(at, { value: event.target.value })}
                  className={controlClass}
                />
              )
            }
          </Field>
          <Field label={`${one} ${at + 1}, what it is`} labelHidden error={errors[`${name}.${at}.label`]}>
            {(wiring) => (
              <input
                {...wiring}
                dir="auto"
                maxLength={60}
                placeholder="home, work"
                value={item.label}
                onChange={(event) => change(at, { label: event.target.value })}
                className={controlClass}
              />
            )}
          </Field>
          <IconButton
            label={`Take ${one.toLowerCase()} ${at + 1} out`}
            className="mt-0.5 pointer-coarse:mt-0"
            onClick={() => onChange(items.filter((_, index) => index !== at))}
          >
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
      ))}
      {errors[name] ? (
        <p role="alert" className="text-[0.8125rem] text-late">
          {errors[name]}
        </p>
      ) : null}
      {items.length < most ? (
        <Button
          size="sm"
          variant="quiet"
          className="-ms-2.5 self-start"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={(event) =>
            addLine(event.currentTarget, () => onChange([...items, { value: "", label: "" }]))
          }
        >
          {add}
        </Button>
      ) : null}
    </fieldset>
  );
}
