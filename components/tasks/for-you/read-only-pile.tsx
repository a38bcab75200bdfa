"use client";

import { Card } from "@/components/tasks/for-you/card";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** What lies before the client, for whoever assists: to read, all at once, with nothing to decide and the way to each task. */
export function ReadOnlyPile({
  cards,
  hasMore,
  clientName,
}: {
  cards: ForYouCard[];
  hasMore: boolean;
  clientName: string;
}) {
  const client = firstName(clientName);
  const { slug } = useDesk();
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4 px-3.5 py-6">
      <PageHeader title={`Before ${client}`} />
      <Notice role="note">
        This is what {client} sees under “For you”, one at a time. Only {client} can decide here; you prepare
        in the queue. What is private to {client} is not shown.
      </Notice>
      {cards.length === 0 ? <EmptyState title={`Nothing is before ${client}.`} /> : null}
      {cards.map((card) => (
        <div key={card.id} className="flex flex-col gap-1">
          <Card card={card} />
          <Link
            href={`/w/${slug}/tasks/${card.id}`}
            aria-label={`Open the task: ${card.title}`}
            className="touchable self-end text-[0.8125rem] text-muted underline underline-offset-2"
          >
            Open the task
          </Link>
        </div>
      ))}
      {hasMore ? <p className="text-center text-muted">There is more after these.</p> : null}
    </div>
  );
}
