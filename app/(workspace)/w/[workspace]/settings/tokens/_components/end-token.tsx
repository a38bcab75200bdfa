"use client";

import type { TokenView } from "@/lib/domain/token";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";

/** Ends a token, once it was said what that means: there is no way back. */
export function EndToken({ token, onEnded }: { token: TokenView; onEnded: () => void }) {
  const { ask, busy, wrong } = useAskDesk();
  const { id, version, name } = token;
  return (
    <AskAgain
      verb="End"
      fullVerb={`End ${name}`}
      title={`End ${name}?`}
      keep="Keep it"
      size="sm"
      busy={busy !== ""}
      wrong={wrong.form}
      onYes={async () => {
        const done = (await ask(`tokens/${id}/revoke`, { version })) !== null;
        if (done) onEnded();
        return done;
      }}
    >
      <p>It opens nothing any more, at once and for good. What the program did stays in the history.</p>
    </AskAgain>
  );
}
