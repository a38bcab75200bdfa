"use client";

import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { GoneCard } from "@/lib/domain/address-book/book";
import { useAsk } from "./use-ask";

/** Somebody whose card was deleted on its server: they stay, or are taken off the desk. */
export function GoneLine({ bookId, card, people }: { bookId: string; card: GoneCard; people: string }) {
  const { href, personId, name } = card;
  const { ask, busy, wrong } = useAsk(bookId);
  const decide = (person: "keep" | "remove") => void ask("gone", { href, person }, person);
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line px-4 py-2.5 last:border-b-0">
      <span className="min-w-40 flex-1">
        {personId ? (
          <Link href={`${people}/${personId}`} className="underline-offset-2 hover:underline">
            <bdi className="wrap-anywhere">{name}</bdi>
          </Link>
        ) : (
          <bdi className="wrap-anywhere">{name}</bdi>
        )}
        {personId ? null : <span className="text-muted"> is off the desk already</span>}
      </span>
      {wrong.form ? (
        <span role="alert" className="w-full text-[0.8125rem] text-late">
          {wrong.form}
        </span>
      ) : null}
      <Button size="sm" busy={busy === "keep"} onClick={() => decide("keep")} aria-label={`Keep ${name}`}>
        {personId ? "Keep" : "All right"}
      </Button>
      {personId ? (
        <Button
          size="sm"
          variant="danger"
          busy={busy === "remove"}
          onClick={() => decide("remove")}
          aria-label={`Take ${name} off the desk`}
        >
          Take off the desk
        </Button>
      ) : null}
    </li>
  );
}
