"use client";

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { Button, IconButton } from "@/components/ui/button";
import { controlClass } from "@/components/ui/field";

type Props<T extends { text: string }> = {
  label: string;
  add: string;
  items: T[];
  make: () => T;
  onChange: (items: T[]) => void;
  /** What stands at the end of each line. */
  end: (item: T, change: (item: T) => void) => ReactNode;
};

/** A short list that is written line by line: criteria, a checklist. */
export function ListEditor<T extends { text: string }>({ label, add, items, make, onChange, end }: Props<T>) {
  const change = (at: number, item: T) => onChange(items.map((one, index) => (index === at ? item : one)));
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-[0.8125rem] font-medium">{label}</legend>
      {items.map((item, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines have no name of their own and are never re-ordered.
        <div key={at} className="flex items-center gap-2">
          <input
            dir="auto"
            aria-label={`${label}, line ${at + 1}`}
            maxLength={500}
            value={item.text}
            onChange={(event) => change(at, { ...item, text: event.target.value })}
            className={controlClass}
          />
          {end(item, (next) => change(at, next))}
          <IconButton
            label={`Take line ${at + 1} out`}
            onClick={() => onChange(items.filter((_, index) => index !== at))}
          >
            <X aria-hidden="true" className="size-4" />
          </IconButton>
        </div>
      ))}
      <Button
        size="sm"
        variant="quiet"
        className="self-start"
        icon={<Plus aria-hidden="true" className="size-4" />}
        onClick={() => onChange([...items, make()])}
      >
        {add}
      </Button>
    </fieldset>
  );
}
