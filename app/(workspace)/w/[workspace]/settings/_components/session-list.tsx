import { MonitorSmartphone } from "lucide-react";
import { OneButtonForm } from "@/app/_components/one-button-form";
import { ageText, type Place, stampText } from "@/components/when";
import type { SessionView } from "@/lib/domain/workspace/view";
import { endOne } from "../actions";

type Props = { sessions: SessionView[]; workspace: string; place: Place; now: number };

/** Where somebody is signed in, each place with its end. This one ends by signing out. */
export function SessionList({ sessions, workspace, place, now }: Props) {
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
      {sessions.map(({ id, device, createdAt, lastSeenAt, isThis }) => (
        <li key={id} className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0">
          <MonitorSmartphone aria-hidden="true" className="size-4.5 shrink-0 text-muted" />
          <div className="min-w-0 flex-1">
            <p className="font-medium wrap-anywhere">{device || "A browser"}</p>
            <p className="text-[0.8125rem] text-muted">
              {isThis ? "this browser" : `last used ${ageText(lastSeenAt, now)}`} · since{" "}
              {stampText(createdAt, place)}
            </p>
          </div>
          {isThis ? null : (
            <OneButtonForm
              action={endOne}
              fields={{ workspace, id }}
              label="Sign out"
              fullLabel={`Sign out ${device || "that browser"}`}
              size="sm"
            />
          )}
        </li>
      ))}
    </ul>
  );
}
