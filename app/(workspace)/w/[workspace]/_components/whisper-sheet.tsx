"use client";

import { ArrowLeft, Printer } from "lucide-react";
import type { ReactNode } from "react";
import { WhisperCard } from "@/components/people/whisper-card";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import type { WhisperCard as Card } from "@/lib/domain/person/whisper";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  back: { href: string; label: string };
  cards: Card[];
  children?: ReactNode;
};

/** Whisper cards as pages: on paper each on a page of its own, with nothing around it. */
export function WhisperSheet({ title, lead, back, cards, children }: Props) {
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-5 px-4 pt-4 pb-16 print:max-w-none print:gap-0 print:p-0">
      <div className="flex flex-wrap items-center justify-between gap-2 print:hidden">
        <LinkButton variant="quiet" size="sm" className="-ms-2" href={back.href}>
          <ArrowLeft aria-hidden="true" className="size-4 rtl:rotate-180" /> <bdi>{back.label}</bdi>
        </LinkButton>
        {cards.length > 0 ? (
          <Button
            size="sm"
            icon={<Printer aria-hidden="true" className="size-4" />}
            onClick={() => window.print()}
          >
            Print
          </Button>
        ) : null}
      </div>
      <header className="print:mb-4">
        <h1
          dir="auto"
          className="wrap-anywhere font-serif text-[1.75rem] leading-tight font-medium print:text-base print:text-muted"
        >
          {title}
        </h1>
        {lead ? <p className="mt-1 text-muted">{lead}</p> : null}
      </header>
      {cards.map((card) => (
        <div
          key={card.id}
          className="rounded-sheet border border-line bg-sheet p-5 print:break-inside-avoid print:break-after-page print:border-0 print:p-0 print:last-of-type:break-after-auto"
        >
          <WhisperCard card={card} level="h2" />
        </div>
      ))}
      {children}
    </div>
  );
}
