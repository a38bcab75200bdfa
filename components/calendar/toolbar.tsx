import { ChevronLeft, ChevronRight } from "lucide-react";
import { chipLooks, legend } from "@/components/calendar/looks";
import { Button, IconButton } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Spinner } from "@/components/ui/spinner";
import { Toggle } from "@/components/ui/toggle";
import type { CalendarLook } from "@/lib/domain/calendar/stretch";

type Props = {
  title: string;
  look: CalendarLook;
  zone: string;
  busy: boolean;
  onStep: (step: 1 | -1) => void;
  onToday: () => void;
  onLook: (look: CalendarLook) => void;
};

/** Where one is, the way back and on, what the colours mean, and the two looks. */
export function Toolbar({ title, look, zone, busy, onStep, onToday, onLook }: Props) {
  const unit = look === "month" ? "month" : "four weeks";
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3">
      <h1 aria-live="polite" className="font-serif text-[1.625rem] leading-tight font-medium">
        {title}
      </h1>
      <div className="flex items-center gap-2">
        <IconButton
          variant="secondary"
          label={`Previous ${unit}`}
          title={`Previous ${unit} (P or ←)`}
          onClick={() => onStep(-1)}
        >
          <ChevronLeft aria-hidden="true" className="size-4" />
        </IconButton>
        <Button shortcut="T" onClick={onToday}>
          Today
        </Button>
        <IconButton
          variant="secondary"
          label={`Next ${unit}`}
          title={`Next ${unit} (N or →)`}
          onClick={() => onStep(1)}
        >
          <ChevronRight aria-hidden="true" className="size-4" />
        </IconButton>
        <span role="status" className="inline-flex w-5">
          {busy ? (
            <>
              <Spinner />
              <span className="sr-only">Loading</span>
            </>
          ) : null}
        </span>
      </div>
      <div className="ms-auto">
        <Toggle
          label="Look"
          value={look}
          choices={[
            { value: "month", label: "Month" },
            { value: "agenda", label: "Agenda" },
          ]}
          onChange={onLook}
        />
      </div>
      <div className="flex basis-full flex-wrap items-center justify-between gap-x-4 gap-y-1.5">
        <ul aria-label="What the colours mean" className="flex flex-wrap items-center gap-1.5">
          {legend.map(({ look: one, says }) => (
            <li
              key={one}
              className={cx(
                "flex h-6 items-center rounded-md px-1.5 text-[0.8125rem] font-medium",
                chipLooks[one],
              )}
            >
              {says}
            </li>
          ))}
        </ul>
        <p className="text-[0.8125rem] text-muted">Times as in {zone.replaceAll("_", " ")}</p>
      </div>
    </header>
  );
}
