import { safeHref } from "@/components/tasks/field-rows";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { stampText } from "@/components/when";
import type { Desk } from "@/components/workspace/desk-context";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = { message: DraftView["task"]["message"]; desk: Desk };

/** What the words answer, as it came: text, never a page. On a phone it folds. */
export function TheirMessage({ message, desk }: Props) {
  if (message === null || message.text === "") return null;
  const href = safeHref(message.url);
  const who = message.from ? (
    <>
      <bdi>{message.from}</bdi> wrote
    </>
  ) : (
    "Their message"
  );
  return (
    <>
      <Sheet aria-label="Their message" className="max-sm:hidden">
        <SheetHeader
          level={2}
          title={who}
          aside={message.receivedAt ? stampText(message.receivedAt, desk) : null}
        />
        <Said text={message.text} href={href} />
      </Sheet>
      <details className="rounded-sheet border border-line bg-sheet px-4 sm:hidden">
        <summary className="min-h-11 content-center text-[0.8125rem] font-semibold text-muted">{who}</summary>
        <div className="pb-3">
          <Said text={message.text} href={href} />
        </div>
      </details>
    </>
  );
}

function Said({ text, href }: { text: string; href: string | undefined }) {
  return (
    <>
      <p
        dir="auto"
        className="wrap-anywhere max-h-[45dvh] overflow-y-auto font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard.
        tabIndex={0}
      >
        {text}
      </p>
      {href ? (
        <a
          href={href}
          target="_blank"
          rel="noreferrer noopener"
          className="mt-2 inline-flex items-center text-[0.8125rem] text-muted underline underline-offset-2 pointer-coarse:min-h-11"
        >
          Open it where it came from
        </a>
      ) : null}
    </>
  );
}
