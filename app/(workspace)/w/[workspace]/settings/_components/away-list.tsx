import { OneButtonForm } from "@/app/_components/one-button-form";
import { EmptyState } from "@/components/ui/empty-state";
import { dropDaysOff } from "../away-actions";

type Props = {
  days: { id: string; fromOn: string; toOn: string; label: string }[];
  workspace: string;
  canChange: boolean;
};

/** The days on which the client is away, those that are over left out. */
export function AwayList({ days, workspace, canChange }: Props) {
  if (days.length === 0)
    return (
      <EmptyState title="No days away are written down.">
        Keeping in touch waits for the day after one is back.
      </EmptyState>
    );
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
      {days.map(({ id, fromOn, toOn, label }) => (
        <li key={id} className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
          <div className="min-w-0 flex-1">
            <p className="font-medium">{sayDays(fromOn, toOn)}</p>
            {label ? (
              <p dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
                {label}
              </p>
            ) : null}
          </div>
          {canChange ? (
            <OneButtonForm
              action={dropDaysOff}
              fields={{ workspace, id }}
              label="Remove"
              fullLabel={`Remove ${sayDays(fromOn, toOn)}`}
              size="sm"
            />
          ) : null}
        </li>
      ))}
    </ul>
  );
}

function sayDays(from: string, to: string): string {
  const day = new Intl.DateTimeFormat("en-GB", {
    timeZone: "UTC",
    weekday: "short",
    day: "numeric",
    month: "short",
    year: "numeric",
  });
  const said = (text: string) => day.format(Date.parse(`${text}T00:00:00Z`)).replace(",", "");
  return from === to ? said(from) : `${said(from)} to ${said(to)}`;
}
