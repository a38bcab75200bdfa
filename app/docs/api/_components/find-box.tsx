"use client";

import { useEffect, useId, useRef, useState } from "react";
import { controlClass } from "@/components/ui/field";

/** Hides every operation that does not have all the words that are typed. It asks nobody: the page is all here. */
export function FindBox({ total }: { total: number }) {
  const id = useId();
  const ref = useRef<HTMLInputElement>(null);
  const [shown, setShown] = useState(total);
  useEffect(() => {
    // A link to something that is hidden brings everything back first.
    function onHash() {
      const target = document.getElementById(location.hash.slice(1));
      if (!target?.closest("[hidden]")) return;
      if (ref.current) ref.current.value = "";
      setShown(showOnly([]));
      target.scrollIntoView();
    }
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, []);
  return (
    <search className="flex flex-col gap-1 print:hidden">
      <label htmlFor={id} className="text-[0.8125rem] font-medium">
        Find an operation
      </label>
      <input
        ref={ref}
        id={id}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        placeholder="complete task"
        className={controlClass}
        onChange={(event) =>
          setShown(showOnly(event.target.value.toLowerCase().split(/\s+/).filter(Boolean)))
        }
        onKeyDown={(event) => {
          if (event.key === "Enter") document.querySelector("[data-find]:not([hidden])")?.scrollIntoView();
        }}
      />
      <p role="status" className="text-[0.8125rem] text-muted">
        {shown === total ? `${total} operations` : `${shown} of ${total} operations`}
        {shown < total && shown > 0 ? "; Enter goes to the first" : ""}
      </p>
    </search>
  );
}

/** Shows the operations that have all these words, and the headings above them; how many there are. */
function showOnly(words: string[]): number {
  const all = [...document.querySelectorAll<HTMLElement>("[data-find]")];
  for (const one of all) one.hidden = !words.every((word) => one.dataset.find?.includes(word));
  for (const group of document.querySelectorAll<HTMLElement>("[data-group]"))
    group.hidden = group.querySelector("[data-find]:not([hidden])") === null;
  return all.filter((one) => !one.hidden).length;
}
