import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { webhookStateText } from "@/components/webhooks/words";
import { firstName } from "@/lib/domain/person/first-name";
import type { WebhookView } from "@/lib/domain/webhook/webhook";

type Props = { webhooks: WebhookView[]; base: string; me: string; now: number };

/** The webhooks that one sees, each with where it leads and how it stands. `now` in milliseconds. */
export function WebhookList({ webhooks, base, me, now }: Props) {
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {webhooks.map((webhook) => (
        <li key={webhook.id} className="border-b border-line last:border-b-0">
          <Link
            href={`${base}/${webhook.id}`}
            className="flex min-h-14 flex-col gap-0.5 px-4 py-3 hover:bg-sunken/50"
          >
            <span className="flex flex-wrap items-baseline justify-between gap-x-3">
              <bdi className="font-medium wrap-anywhere">{webhook.name}</bdi>
              {webhook.madeBy.id === me ? null : (
                <span className="text-[0.8125rem] text-muted">made by {firstName(webhook.madeBy.name)}</span>
              )}
            </span>
            <span className="text-[0.8125rem] text-muted wrap-anywhere" dir="ltr">
              {webhook.url}
            </span>
            <span className={cx("text-[0.8125rem]", isTroubled(webhook) ? "text-late" : "text-muted")}>
              {webhookStateText(webhook, now)}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isTroubled({ pausedWhy, failingSince }: WebhookView): boolean {
  return pausedWhy === "gone" || pausedWhy === "failing" || (pausedWhy === null && failingSince !== null);
}
