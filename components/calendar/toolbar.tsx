import { ChevronLeft, ChevronRight, Globe, Plus } from "lucide-react";
import { Legend } from "@/components/calendar/legend";
import { Button, IconButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Spinner } from "@/components/ui/spinner";
import { Toggle } from "@/components/ui/toggle";
import type { CalendarLook } from "@/lib/domain/calendar/stretch";
import { cityOf } from "@/lib/domain/calendar/zone-day";

type Props = {
  title: string;
  look: CalendarLook;
  zone: string;
  otherZone: string | null;
  busy: boolean;
  /** Where feeds and calendars are set up. */
  subscribeHref: string;
  onStep: (step: 1 | -1) => void;
  onToday: () => void;
  onLook: (look: CalendarLook) => void;
  onZone: () => void;
  onNew: () => void;
};

const units: Record<CalendarLook, string> = {
  month: "month",
  week: "week",
  day: "day",
  agenda: "four weeks",
};

/** Where one is, the way back and on, the four looks, and what the colours mean. */
export function Toolbar(props: Props) {
  const { title, look, zone, otherZone, busy, subscribeHref, onStep, onToday, onLook, onZone, onNew } = props;
  const unit = units[look];
  const hasHours = look === "week" || look === "day";
  return (
    <header className="flex flex-wrap items-center gap-x-4 gap-y-3 max-sm:gap-x-2 max-sm:gap-y-2">
      <h1
        aria-live="polite"
        className="me-auto font-serif text-[1.625rem] leading-tight font-medium max-sm:text-lg lg:me-0"
      >
        {title}
      </h1>
      <div className="flex items-center gap-2 print:hidden">
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
        <span role="status" className="inline-flex w-5 max-sm:-ms-2 max-sm:w-0">
          {busy ? (
            <>
              <Spinner />
              <span className="sr-only">Loading</span>
            </>
          ) : null}
        </span>
      </div>
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full max-sm:justify-between lg:ms-auto print:hidden">
        <Toggle
          label="Look"
          value={look}
          choices={[
            { value: "month", label: "Month" },
            { value: "week", label: "Week" },
            { value: "day", label: "Day" },
            { value: "agenda", label: "Agenda" },
          ]}
          onChange={onLook}
        />
        <LinkButton href={subscribeHref} className="max-sm:hidden">
          Subscribe
        </LinkButton>
        <Button
          variant="primary"
          shortcut="C"
          icon={<Plus aria-hidden="true" className="size-4" />}
          onClick={onNew}
        >
          New
        </Button>
      </div>
      <div className="flex basis-full flex-wrap items-center gap-x-4 max-sm:gap-x-3">
        <Legend />
        <p className="ms-auto py-1 text-[0.8125rem] text-muted max-sm:order-last max-sm:ms-0 max-sm:basis-full max-sm:py-0">
          Times as in {zone.replaceAll("_", " ")}
          {hasHours && otherZone ? `, beside them ${cityOf(otherZone)}` : ""}
        </p>
        {hasHours ? (
          <Button
            variant="quiet"
            size="sm"
            shortcut="Z"
            icon={<Globe aria-hidden="true" className="size-3.5" />}
            onClick={onZone}
            className="max-sm:px-0"
          >
            {otherZone ? "Another zone" : "Second time zone"}
          </Button>
        ) : null}
        <Link
          href={subscribeHref}
          className="ms-auto flex min-h-11 items-center text-[0.8125rem] text-muted underline underline-offset-2 sm:hidden print:hidden"
        >
          Subscribe
        </Link>
      </div>
    </header>
  );
}
