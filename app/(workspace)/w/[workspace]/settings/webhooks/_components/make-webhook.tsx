"use client";

import { useState } from "react";
import { SectionHeader } from "@/components/ui/sheet";
import { useAskDesk } from "../../_components/use-ask-desk";
import { GivenSecret } from "./given-secret";
import { WebhookForm } from "./webhook-form";

/** Makes a webhook; its secret is known to this page alone, until it is left. */
export function MakeWebhook() {
  const { ask, busy, wrong } = useAskDesk();
  const [given, setGiven] = useState<{ name: string; secret: string } | null>(null);
  return (
    <>
      {given ? <GivenSecret {...given} onDone={() => setGiven(null)} /> : null}
      <section aria-labelledby="make">
        <SectionHeader id="make" title="Make a webhook" />
        <WebhookForm
          busy={busy === "webhooks"}
          wrong={wrong}
          onSend={async (typed) => {
            const made = await ask<{ secret: string }>("webhooks", typed);
            if (made) setGiven({ name: typed.name.trim(), secret: made.secret });
            return made !== null;
          }}
        />
      </section>
    </>
  );
}
