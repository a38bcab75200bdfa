import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readWebhooks } from "@/lib/queries/read-webhooks";
import { MakeWebhook } from "./_components/make-webhook";
import { WebhookList } from "./_components/webhook-list";

export const metadata: Metadata = { title: "Webhooks" };

export default async function WebhooksPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const base = `/w/${workspace}/settings/webhooks`;
  const read = await readWebhooks(actor);
  if (!read.ok) redirect(signInPath(base));
  const { webhooks } = read.value;
  const isClients = actor.role === "client";
  return (
    <>
      <section aria-labelledby="webhooks" className="flex flex-col gap-3">
        <SectionHeader id="webhooks" title="Webhooks" aside="signed, and told again until it is heard" />
        <p className="max-w-prose text-muted">
          A program of yours can be told as things change here: which thing it was and what about it, never
          what it says. It is told of nothing that you may not see yourself.
        </p>
        {webhooks.length > 0 ? (
          <WebhookList webhooks={webhooks} base={base} me={actor.userId ?? ""} now={Date.now()} />
        ) : (
          <EmptyState title="No program is told anything">
            {isClients
              ? "Make a webhook for each program, so that you can stop one without the others. Those of your assistants stand here as well."
              : `What you make here, ${firstName(actor.clientName)} sees as well, and can stop.`}
          </EmptyState>
        )}
      </section>
      <MakeWebhook />
    </>
  );
}
