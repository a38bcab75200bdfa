import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { SectionHeader } from "@/components/ui/sheet";
import { aboutText, webhookStateText } from "@/components/webhooks/words";
import { requireActor } from "@/lib/auth/actor";
import { firstName } from "@/lib/domain/person/first-name";
import { readDeliveries, readWebhook } from "@/lib/queries/read-webhooks";
import { DeliveryLog } from "../_components/delivery-log";
import { EditWebhook } from "../_components/edit-webhook";
import { WebhookVerbs } from "../_components/webhook-verbs";

export const metadata: Metadata = { title: "Webhook" };

type Props = {
  params: Promise<{ workspace: string; id: string }>;
  searchParams: Promise<{ before?: string | string[] }>;
};

export default async function WebhookPage({ params, searchParams }: Props) {
  const { workspace, id } = await params;
  const { before } = await searchParams;
  const actor = await requireActor(workspace);
  const read = isUuid(id) ? await readWebhook(actor, id) : null;
  if (!read?.ok) notFound();
  const told = await readDeliveries(actor, id, typeof before === "string" ? before : null);
  if (!told.ok) notFound();
  const webhook = read.value;
  const { deliveries, more } = told.value;
  const base = `/w/${workspace}/settings/webhooks`;
  const isMine = webhook.madeBy.id === actor.userId;
  const isStill = webhook.pausedAt !== null || webhook.failingSince !== null;
  return (
    <>
      <section aria-labelledby="webhook">
        <Link href={base} className="touchable text-[0.8125rem] text-muted underline underline-offset-2">
          All webhooks
        </Link>
        <h2 id="webhook" className="mt-1 font-serif text-2xl wrap-anywhere">
          <bdi>{webhook.name}</bdi>
        </h2>
        <p className={isStill ? "text-late" : "text-muted"}>{webhookStateText(webhook, Date.now())}</p>
        <p className="text-[0.8125rem] text-muted wrap-anywhere" dir="ltr">
          {webhook.url}
        </p>
        <p className="mb-3 text-[0.8125rem] text-muted">
          {isMine
            ? `${aboutText(webhook.about)}.`
            : `Made by ${firstName(webhook.madeBy.name)}, and told of nothing that ${firstName(webhook.madeBy.name)} may not see.`}
        </p>
        <WebhookVerbs webhook={webhook} />
      </section>
      <section aria-labelledby="told">
        <SectionHeader id="told" title="What it was told" aside="kept for thirty days" />
        {deliveries.length > 0 ? (
          <DeliveryLog
            deliveries={deliveries}
            canReplay={webhook.can.change && webhook.pausedAt === null}
            place={{ zone: actor.workspace.zone, locale: "en-GB" }}
          />
        ) : (
          <EmptyState title="Nothing yet">
            The next change that it is to hear of stands here, or send it a test.
          </EmptyState>
        )}
        {more ? (
          <p className="mt-3">
            <Link
              href={`${base}/${id}?before=${encodeURIComponent(more)}`}
              className="touchable text-[0.8125rem] text-muted underline underline-offset-2"
            >
              Older
            </Link>
          </p>
        ) : null}
      </section>
      {webhook.can.change ? (
        <section aria-labelledby="how">
          <SectionHeader id="how" title="Its address" />
          <EditWebhook webhook={webhook} />
        </section>
      ) : null}
    </>
  );
}
