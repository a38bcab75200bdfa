"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Notice } from "@/components/ui/notice";
import { answerText, deliveryText, isLeaving } from "@/components/webhooks/words";
import { fullText, type Place, stampText } from "@/components/when";
import type { DeliveryView } from "@/lib/domain/webhook/webhook";
import { useAskDesk } from "../../_components/use-ask-desk";

type Props = { deliveries: DeliveryView[]; canReplay: boolean; place: Place };

const LOOK_AGAIN_MS = 1_500;

/** What a webhook was told, the latest first: how it went, how long it took, and what exactly was said. */
export function DeliveryLog({ deliveries, canReplay, place }: Props) {
  const { ask, busy, wrong } = useAskDesk();
  const router = useRouter();
  // What was put in the row by hand leaves within seconds: whoever pressed the button sees it go.
  const someLeave = deliveries.some(isLeaving);
  useEffect(() => {
    if (!someLeave) return;
    const timer = setInterval(() => router.refresh(), LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [someLeave, router]);
  return (
    <div className="flex flex-col gap-3">
      {wrong.form ? (
        <Notice tone="late" role="alert">
          {wrong.form}
        </Notice>
      ) : null}
      <ul aria-label="What was told" className="rounded-sheet border border-line bg-sheet">
        {deliveries.map((one) => (
          <li key={one.id} className="flex flex-col gap-1 border-b border-line px-4 py-3 last:border-b-0">
            <div className="flex flex-wrap items-start justify-between gap-x-3 gap-y-2">
              <div className="flex min-w-0 flex-1 basis-56 flex-col">
                <p className="font-medium wrap-anywhere">
                  {one.type}
                  {one.isReplay ? (
                    <span className="font-normal text-muted"> · told again by hand</span>
                  ) : null}
                </p>
                <p className={cx("text-[0.8125rem]", isWell(one) ? "text-muted" : "text-late")}>
                  {[deliveryText(one, place), answerText(one)].filter(Boolean).join(" · ")}
                </p>
                <time
                  dateTime={one.madeAt}
                  title={fullText(one.madeAt, place)}
                  className="text-[0.8125rem] text-muted"
                >
                  {stampText(one.madeAt, place)}
                </time>
              </div>
              {canReplay ? (
                <Button
                  size="sm"
                  busy={busy === one.id}
                  aria-label={`Tell again: ${one.type} of ${stampText(one.madeAt, place)}`}
                  onClick={() => void ask(`webhook-deliveries/${one.id}/replay`, {}, one.id)}
                >
                  Tell again
                </Button>
              ) : null}
            </div>
            <details className="text-[0.8125rem]">
              <summary className="w-fit cursor-pointer text-muted pointer-coarse:min-h-11 pointer-coarse:content-center">
                What was said
              </summary>
              <p className="mt-1 text-muted wrap-anywhere">webhook-id: {one.messageId}</p>
              <pre className="mt-1 overflow-x-auto rounded-lg bg-sunken p-2 font-mono text-xs whitespace-pre-wrap wrap-anywhere">
                {one.body}
              </pre>
            </details>
          </li>
        ))}
      </ul>
    </div>
  );
}

function isWell(delivery: DeliveryView): boolean {
  return delivery.state === "delivered" || isLeaving(delivery);
}
