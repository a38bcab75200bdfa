"use client";

import { useState } from "react";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeader } from "@/components/ui/sheet";
import type { Place } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { TokenView } from "@/lib/domain/token";
import { GivenToken } from "./given-token";
import { type MadeToken, MakeToken } from "./make-token";
import { TokenList } from "./token-list";

type Props = {
  tokens: TokenView[];
  holders: { id: string; name: string; isAgent: boolean }[];
  me: string;
  place: Place;
  now: number;
};

/** The tokens that there are, a new one, and the one that was just made: its secret is known to this page alone, until it is left. */
export function TokensPanel({ tokens, holders, me, place, now }: Props) {
  const [made, setMade] = useState<MadeToken | null>(null);
  const { role, clientShort } = useDesk();
  const opens = tokens.filter((one) => one.revokedAt === null && Date.parse(one.expiresAt) > now);
  const earlier = tokens.filter((one) => !opens.includes(one));
  const about = { me, place, now };
  return (
    <>
      <section aria-labelledby="tokens" className="flex flex-col gap-3">
        <SectionHeader id="tokens" title="Tokens" aside="for programs that work at this desk" />
        <p className="max-w-prose text-muted">
          A program with a token does what you may do, and nothing else.{" "}
          {role === "client"
            ? "What must be you stays with you: no token completes, approves or sends it, not even your own."
            : `What must be ${clientShort} stays with ${clientShort}, for every token there is.`}{" "}
          <a href="/docs/api" className="underline underline-offset-2">
            What programs can ask
          </a>
        </p>
        {made ? <GivenToken made={made} onDone={() => setMade(null)} /> : null}
        {opens.length > 0 ? (
          <TokenList tokens={opens} {...about} onEnded={(id) => made?.id === id && setMade(null)} />
        ) : (
          <EmptyState title="No program has a token">
            Make one for each program, so that you can end one without the others.
          </EmptyState>
        )}
      </section>
      <section aria-labelledby="make">
        <SectionHeader id="make" title="Make a token" />
        <MakeToken holders={holders} onMade={setMade} />
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <SectionHeader id="earlier" title="Earlier" aside="these open nothing any more" />
          <TokenList tokens={earlier} {...about} />
        </section>
      ) : null}
    </>
  );
}
