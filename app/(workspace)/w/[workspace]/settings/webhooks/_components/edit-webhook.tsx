"use client";

import type { WebhookView } from "@/lib/domain/webhook/webhook";
import { useAskDesk } from "../../_components/use-ask-desk";
import { WebhookForm } from "./webhook-form";

/** Says anew what a webhook is called, where it leads and what it is told of. */
export function EditWebhook({ webhook }: { webhook: WebhookView }) {
  const { ask, busy, wrong } = useAskDesk();
  const { id, version, name, url, about } = webhook;
  const path = `webhooks/${id}/edit`;
  return (
    <WebhookForm
      id={id}
      webhook={{ name, url, about }}
      busy={busy === path}
      wrong={wrong}
      onSend={async (typed) => (await ask(path, { ...typed, version })) !== null}
    />
  );
}
