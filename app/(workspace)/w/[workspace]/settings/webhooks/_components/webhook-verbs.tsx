"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useDesk } from "@/components/workspace/desk-context";
import type { WebhookView } from "@/lib/domain/webhook/webhook";
import { AskAgain } from "../../_components/ask-again";
import { useAskDesk } from "../../_components/use-ask-desk";
import { GivenSecret } from "./given-secret";

/** What can be done with a webhook: a test, another secret, pausing and waking it, ending it. */
export function WebhookVerbs({ webhook }: { webhook: WebhookView }) {
  const { slug } = useDesk();
  const router = useRouter();
  const { ask, busy, wrong } = useAskDesk();
  const [secret, setSecret] = useState("");
  const { id, version, name, can } = webhook;
  const isPaused = webhook.pausedAt !== null;
  const path = `webhooks/${id}`;
  return (
    <div className="flex flex-col gap-3">
      {secret ? <GivenSecret name={name} secret={secret} onDone={() => setSecret("")} /> : null}
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-2">
        {can.change && !isPaused ? (
          <Button
            variant="primary"
            busy={busy === "test"}
            onClick={() => void ask(`${path}/test`, {}, "test")}
          >
            Send a test
          </Button>
        ) : null}
        {isPaused && can.wake ? (
          <Button
            variant="primary"
            busy={busy === "wake"}
            onClick={() => void ask(`${path}/wake`, { version }, "wake")}
          >
            Wake
          </Button>
        ) : null}
        {isPaused ? null : (
          <Button busy={busy === "pause"} onClick={() => void ask(`${path}/pause`, { version }, "pause")}>
            Pause
          </Button>
        )}
        {can.change ? (
          <AskAgain
            verb="New secret"
            title={`A new secret for ${name}?`}
            keep="Keep the old one"
            busy={busy.endsWith("rotate")}
            wrong={wrong.form}
            onYes={async () => {
              const given = await ask<{ secret: string }>(`${path}/rotate`, { version });
              if (given) setSecret(given.secret);
              return given !== null;
            }}
          >
            <p>For a day everything is signed with both, so that you can change it at the receiver.</p>
          </AskAgain>
        ) : null}
        <AskAgain
          verb="Remove"
          title={`Remove ${name}?`}
          keep="Keep it"
          busy={busy.endsWith("remove")}
          wrong={wrong.form}
          onYes={async () => {
            const done = (await ask(`${path}/remove`, { version })) !== null;
            if (done) router.push(`/w/${slug}/settings/webhooks`);
            return done;
          }}
        >
          <p>It is told nothing more, for good; what was waiting to be told again is not told either.</p>
        </AskAgain>
      </div>
    </div>
  );
}
