import { Calendar, CircleSlash, Lock, MailQuestion, User } from "lucide-react";
import { DifferenceList } from "@/components/import/difference-list";
import { rowHeight } from "@/components/import/row-height";
import { outcomeWords } from "@/components/import/words";
import { cx } from "@/components/ui/cx";
import { controlClass } from "@/components/ui/field";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";
import type { Outcome } from "@/lib/domain/import/payload";
import type { ImportRowView, ImportState } from "@/lib/domain/import/view";
import type { Difference, Way } from "@/lib/domain/person/fill-in";
import type { Circle } from "@/lib/domain/policy/default-tags";

const icons = { person: User, event: Calendar, nothing: CircleSlash } as const;

const tones: Record<Outcome, string> = {
  make: "border-ok/40 text-ok",
  add: "border-gold/40 text-gold",
  same: "border-line text-muted",
  skip: "border-line text-muted",
};

/** What can be chosen about a line before it is imported; null once there is nothing to choose any more. */
export type RowChoice = {
  isLeftOut: boolean;
  circle: Circle;
  onLeaveOut: (leaveOut: boolean) => void;
  onCircle: (circle: Circle) => void;
  wayOf: (difference: Difference) => Way;
  onWay: (field: string, way: Way) => void;
};

/** One line of a dry run or of a result: what it is, what becomes of it, and why. */
export function ImportRow({
  row,
  base,
  choice,
  state,
}: {
  row: ImportRowView;
  base: string;
  choice: RowChoice | null;
  state: ImportState;
}) {
  const Icon = row.isInvitation ? MailQuestion : icons[row.what];
  const isChange = row.outcome === "make" || row.outcome === "add";
  const differences = row.differences ?? [];
  const canChoose = choice !== null && (isChange || differences.length > 0);
  const said = canChoose && choice.isLeftOut ? "Left out" : sayOutcome(row, state);
  const hasCircle = canChoose && row.what === "person" && row.outcome === "make" && !choice.isLeftOut;
  return (
    <li
      className={cx(
        "row-lazy flex flex-wrap items-start gap-x-3 gap-y-1.5 border-b border-line py-2.5 sm:flex-nowrap",
        rowHeight(row, hasCircle),
        canChoose && choice.isLeftOut && "opacity-60",
      )}
    >
      {choice === null ? null : (
        <span className="flex size-6 shrink-0 items-center justify-center pointer-coarse:size-11">
          {canChoose ? (
            <input
              type="checkbox"
              aria-label={`Import ${row.label}`}
              checked={!choice.isLeftOut}
              onChange={(event) => choice.onLeaveOut(!event.target.checked)}
              className="size-4 accent-ink-fill pointer-coarse:size-6"
            />
          ) : null}
        </span>
      )}
      <Icon aria-hidden="true" className="mt-1 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1 basis-40">
        <p className="flex flex-wrap items-center gap-x-2">
          <Name row={row} base={base} />
          {row.isPrivate ? (
            <span title="Private" className="inline-flex text-muted">
              <Lock aria-hidden="true" className="size-3.5" />
              <span className="sr-only">Private</span>
            </span>
          ) : null}
          {row.taskId ? (
            <Link
              href={`${base}/tasks/${row.taskId}`}
              className="text-[0.8125rem] underline underline-offset-2"
            >
              Invitation
            </Link>
          ) : row.isInvitation ? (
            <span className="text-[0.8125rem] text-muted">and a task for the invitation</span>
          ) : null}
        </p>
        {row.detail ? (
          <p dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
            {row.detail}
          </p>
        ) : null}
        {row.why ? (
          <p dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
            {row.why}
          </p>
        ) : null}
        {differences.length > 0 && !(choice?.isLeftOut ?? false) ? (
          <details>
            <summary className="cursor-pointer py-1 text-[0.8125rem] underline underline-offset-2 pointer-coarse:min-h-11">
              {differences.length === 1 ? "1 difference" : `${differences.length} differences`}
            </summary>
            <DifferenceList
              name={row.label}
              differences={differences}
              wayOf={choice?.wayOf ?? ((one) => one.chosen)}
              onWay={canChoose ? choice.onWay : null}
            />
          </details>
        ) : null}
        {row.stays ? <p className="text-[0.8125rem] text-late">Still here: {row.stays}</p> : null}
      </div>
      {hasCircle ? (
        <div className="order-1 ms-[3.25rem] w-48 sm:order-none sm:ms-0 sm:w-44 sm:shrink-0">
          <select
            aria-label={`Circle of ${row.label}`}
            value={choice.circle}
            onChange={(event) => choice.onCircle(event.target.value as Circle)}
            className={controlClass}
          >
            <CircleOptions />
          </select>
        </div>
      ) : null}
      <span
        className={cx(
          "mt-0.5 shrink-0 rounded-full border px-2 text-xs leading-5 font-medium whitespace-nowrap",
          said === "Left out" || said === "Taken back" ? tones.skip : tones[row.outcome],
        )}
      >
        {said}
      </span>
    </li>
  );
}

function sayOutcome(row: ImportRowView, state: ImportState): string {
  if (state === "previewed") return outcomeWords[row.outcome].will;
  const wasDone = row.outcome === "make" || row.outcome === "add";
  return state === "undone" && wasDone && row.stays === null ? "Taken back" : outcomeWords[row.outcome].did;
}

export function CircleOptions() {
  return useDesk().circles.map(({ key, name }) => (
    <option key={key} value={key}>
      {name}
    </option>
  ));
}

function Name({ row, base }: { row: ImportRowView; base: string }) {
  const name = <bdi className="wrap-anywhere font-medium">{row.label}</bdi>;
  if (row.personId === null) return name;
  return (
    <Link href={`${base}/people/${row.personId}`} className="underline decoration-line underline-offset-2">
      {name}
    </Link>
  );
}
