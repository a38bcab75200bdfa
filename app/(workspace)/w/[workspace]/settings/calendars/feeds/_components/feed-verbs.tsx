"use client";

import type { FeedView } from "@/lib/domain/calendar/feed";
import { AskAgain } from "../../../_components/ask-again";
import { useAskDesk } from "../../../_components/use-ask-desk";

type Props = { feed: FeedView; onGiven: (address: string) => void; onRevoked: () => void };

/** A new address for a feed, and taking it back: both end the old one at once, so both ask again. */
export function FeedVerbs({ feed, onGiven, onRevoked }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const { id, version, name } = feed;
  return (
    <>
      <AskAgain
        verb="New address"
        fullVerb={`New address for ${name}`}
        title={`A new address for ${name}?`}
        keep="Keep the old one"
        size="sm"
        busy={busy.endsWith("reissue")}
        wrong={wrong.form}
        onYes={async () => {
          const made = await ask<{ address: string }>(`feeds/${id}/reissue`, { version });
          if (made) onGiven(made.address);
          return made !== null;
        }}
      >
        <p>The old address opens nothing from then on. Programs that have it need the new one.</p>
      </AskAgain>
      <AskAgain
        verb="Take back"
        fullVerb={`Take back ${name}`}
        title={`Take ${name} back?`}
        keep="Keep it"
        size="sm"
        busy={busy.endsWith("revoke")}
        wrong={wrong.form}
        onYes={async () => {
          const done = (await ask(`feeds/${id}/revoke`, { version })) !== null;
          if (done) onRevoked();
          return done;
        }}
      >
        <p>Its address opens nothing any more, for good. What a program has read already stays there.</p>
      </AskAgain>
    </>
  );
}
