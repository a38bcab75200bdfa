"use client";

import { useTyped } from "@/components/drafts/use-typed";
import { Button } from "@/components/ui/button";
import { TextInput } from "@/components/ui/field";
import type { Desk } from "@/components/workspace/desk-context";
import { instantAt, wallAt } from "@/lib/domain/calendar/zone-day";
import type { DraftView } from "@/lib/domain/draft/view";

type Props = {
  draft: DraftView;
  desk: Desk;
  error: string | undefined;
  onChange: (change: { neededBy: string | null }) => void;
};

/** Until when the words must be approved, in the desk's zone; after that they are held. */
export function NeededBy({ draft, desk, error, onChange }: Props) {
  const shown = draft.neededBy ? wallOf(draft.neededBy, desk.zone) : "";
  const [typed, setTyped] = useTyped(shown);
  function keep() {
    const at = instantOf(typed, desk.zone);
    if (typed !== shown && (at !== null || typed === "")) onChange({ neededBy: at });
  }
  return (
    <div className="flex flex-wrap items-end gap-2">
      <TextInput
        label="Needed by"
        hint={`Not approved by then, it is held. In ${desk.zone.replaceAll("_", " ")}.`}
        type="datetime-local"
        error={error}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
        onBlur={keep}
      />
      {draft.neededBy ? (
        <Button size="sm" variant="quiet" onClick={() => onChange({ neededBy: null })}>
          No such time
        </Button>
      ) : null}
    </div>
  );
}

function wallOf(iso: string, zone: string): string {
  return wallAt(Date.parse(iso), zone).slice(0, 16);
}

/** What a date field has, as an instant of the desk's zone; null while it is not whole. */
function instantOf(typed: string, zone: string): string | null {
  const [, day = "", time = ""] = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/.exec(typed) ?? [];
  return day === "" ? null : new Date(instantAt(day, time, zone)).toISOString();
}
