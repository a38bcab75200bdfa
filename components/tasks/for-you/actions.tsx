import type { CardButton, CardButtons, CardDeed } from "@/components/tasks/for-you/card-buttons";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Kbd } from "@/components/ui/kbd";

type Props = {
  buttons: CardButtons;
  busy: boolean;
  /** The card has only just come: a tap now was meant for another, and `onDeed` does nothing. */
  justCome: boolean;
  onDeed: (deed: CardDeed) => void;
};

/** The one primary button (or one for each answer), some beside each other under it, and two quiet ones. All are 44 px or more. */
export function Actions({ buttons, busy, justCome, onDeed }: Props) {
  const { primary, beside, quiet } = buttons;
  const isQuestion = primary.length > 1;
  const isStill = busy || justCome;
  return (
    <div className="flex flex-col gap-2.5">
      {isQuestion ? (
        <Answers answers={primary} busy={isStill} onDeed={onDeed} />
      ) : (
        primary.map((one) => (
          <Button
            key={one.deed}
            variant="primary"
            size="lg"
            wide
            busy={busy}
            aria-disabled={justCome}
            shortcut={one.shortcut ?? undefined}
            onClick={() => onDeed(one.deed)}
            className="py-4 text-[1.0625rem]"
          >
            {one.label}
          </Button>
        ))
      )}
      {beside.length > 0 ? (
        <div className="grid grid-cols-[repeat(auto-fit,minmax(min(9rem,100%),1fr))] gap-2.5">
          {beside.map((one) => (
            <Deed key={one.deed} one={one} busy={isStill} onDeed={onDeed} />
          ))}
        </div>
      ) : null}
      {quiet.length > 0 ? (
        <div className="flex flex-wrap items-center justify-center gap-x-2">
          {quiet.map((one) => (
            <Deed key={one.deed} one={one} variant="quiet" busy={isStill} onDeed={onDeed} />
          ))}
        </div>
      ) : null}
    </div>
  );
}

type DeedProps = Pick<Props, "busy" | "onDeed"> & { one: CardButton; variant?: "quiet" };

/** One of those that stand under the primary button. */
function Deed({ one, variant, busy, onDeed }: DeedProps) {
  return (
    <Button
      variant={variant}
      size="lg"
      shortcut={one.shortcut ?? undefined}
      aria-disabled={busy}
      onClick={() => onDeed(one.deed)}
      className="wrap-anywhere"
    >
      {one.label}
    </Button>
  );
}

/** One tap an answer. No answer is the right one, so all look the same; only "Need more" is the lesser. */
function Answers({ answers, busy, onDeed }: { answers: CardButton[] } & Omit<Props, "buttons" | "justCome">) {
  const isShort = answers.every((one) => one.label.length <= 12) && answers.length <= 3;
  return (
    <fieldset
      className={
        isShort ? "grid grid-cols-[repeat(auto-fit,minmax(7rem,1fr))] gap-2.5" : "flex flex-col gap-2.5"
      }
    >
      <legend className="sr-only">Your answer</legend>
      {answers.map((one) => (
        <Button
          key={one.deed}
          size="lg"
          aria-disabled={busy}
          onClick={() => onDeed(one.deed)}
          className="px-3! py-4"
        >
          <span className="flex w-full items-center justify-center gap-2.5 text-[1.0625rem]">
            <span
              dir="auto"
              className={cx(
                "min-w-0",
                isShort ? "" : "wrap-anywhere",
                one.deed === "answer:more" ? "" : "text-ink",
              )}
            >
              {one.label}
            </span>
            {one.shortcut ? <Kbd>{one.shortcut}</Kbd> : null}
          </span>
        </Button>
      ))}
    </fieldset>
  );
}
