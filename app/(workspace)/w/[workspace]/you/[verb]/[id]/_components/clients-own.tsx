"use client";

import { Card } from "@/components/tasks/for-you/card";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";

/** A link of the client's in somebody else's hands: what it is about, to read, and nothing to press. */
export function ClientsOwn({ card }: { card: ForYouCard }) {
  const { clientShort } = useDesk();
  return (
    <>
      <Notice role="note">
        This link is {clientShort}’s. Only {clientShort} can decide here.
      </Notice>
      <Card card={card} />
    </>
  );
}
