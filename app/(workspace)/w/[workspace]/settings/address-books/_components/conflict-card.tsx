"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { Sheet } from "@/components/ui/sheet";
import type { CardConflict } from "@/lib/domain/address-book/book";
import { useAsk } from "./use-ask";

type Side = "here" | "there";
type Props = { bookId: string; conflict: CardConflict; people: string };

/** Somebody who is one thing here and another on their card: both sides of each field, and which one it is to be. */
export function ConflictCard({ bookId, conflict, people }: Props) {
  const { href, version, name, personId, fields } = conflict;
  const { ask, busy, wrong } = useAsk(bookId);
  const [sides, setSides] = useState<Record<string, Side>>({});
  const ready = Object.keys(sides).length > 0;
  const all = (side: Side) => setSides(Object.fromEntries(fields.map(({ field }) => [field, side])));

  async function settle() {
    // A field that was settled is gone, and nothing stays chosen for it.
    if ((await ask("resolve", { href, version, fields: sides })) !== null) setSides({});
  }

  return (
    <Sheet aria-label={name} className="flex flex-col gap-3">
      <Link href={`${people}/${personId}`} className="font-medium underline-offset-2 hover:underline">
        <bdi className="wrap-anywhere">{name}</bdi>
      </Link>
      {fields.map(({ field, label, here, there }) => (
        <fieldset key={field} className="flex flex-col gap-1.5">
          <legend className="text-[0.8125rem] font-medium">{label}</legend>
          <div className="grid gap-2 sm:grid-cols-2">
            {(["here", "there"] as const).map((side) => (
              <label
                key={side}
                className="flex min-h-11 cursor-pointer items-start gap-2.5 rounded-lg border border-line px-3 py-2 has-checked:border-text has-checked:bg-sunken/60"
              >
                <input
                  type="radio"
                  name={`${href} ${field}`}
                  checked={sides[field] === side}
                  onChange={() => setSides({ ...sides, [field]: side })}
                  className="mt-1 accent-ink-fill"
                />
                <span className="flex min-w-0 flex-col">
                  <span className="text-[0.8125rem] text-muted">
                    {side === "here" ? "As it is here" : "As the card says"}
                  </span>
                  <span dir="auto" className="whitespace-pre-line wrap-anywhere">
                    {(side === "here" ? here : there) || "nothing"}
                  </span>
                </span>
              </label>
            ))}
          </div>
        </fieldset>
      ))}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        <Button
          disabled={!ready}
          busy={busy === "resolve"}
          onClick={() => void settle()}
          aria-label={`Settle it for ${name}`}
        >
          Settle it
        </Button>
        {fields.length > 1 ? (
          <>
            <Button variant="quiet" onClick={() => all("here")}>
              All as here
            </Button>
            <Button variant="quiet" onClick={() => all("there")}>
              All as the card says
            </Button>
          </>
        ) : null}
      </div>
    </Sheet>
  );
}
