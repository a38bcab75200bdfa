"use client";

import { type ChangeEvent, useId, useState } from "react";
import { controlClass } from "@/components/ui/field";

/** Hides every operation that does not have all the words that are typed. It asks nobody: the page is all here. */
export function FindBox({ total }: { total: number }) {
  const id = useId();
  const [shown, setShown] = useState(total);

  function onChange(event: ChangeEvent<HTMLInputElement>) {
    const words = event.target.value.toLowerCase().split(/\s+/).filter(Boolean);
    let left = 0;
    for (const one of document.querySelectorAll<HTMLElement>("[data-find]")) {
      const has = words.every((word) => one.dataset.find?.includes(word));
      one.hidden = !has;
      if (has) left += 1;
    }
    for (const group of document.querySelectorAll<HTMLElement>("[data-group]"))
      group.hidden = group.querySelector("[data-find]:not([hidden])") === null;
    setShown(left);
  }

  return (
    <search className="flex flex-col gap-1 print:hidden">
      <label htmlFor={id} className="text-[0.8125rem] font-medium">
        Find an operation
      </label>
      <input
        id={id}
        type="search"
        autoComplete="off"
        placeholder="complete task"
        onChange={onChange}
        className={controlClass}
      />
      <p role="status" className="text-[0.8125rem] text-muted">
        {shown === total ? `${total} operations` : `${shown} of ${total} operations`}
      </p>
    </search>
  );
}
