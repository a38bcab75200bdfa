import { AgentBadge } from "@/components/ui/agent-badge";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { fullText, type Place } from "@/components/when";
import { firstName } from "@/lib/domain/person/first-name";
import type { TaskDetail } from "@/lib/domain/task/view";

/** What was done when this day last came round: by whom, with which words. */
export function LastTime({ last, place }: { last: TaskDetail["lastTime"]; place: Place }) {
  if (last === null) return null;
  return (
    <Sheet>
      <SheetHeader title="Last time" aside={fullText(last.at, place)} />
      <p dir="auto" className="wrap-anywhere">
        {last.note || (last.outcome === "done" ? "Done" : "Let pass")}, by <bdi>{firstName(last.by)}</bdi>
        {last.role === "agent" ? <AgentBadge /> : null}
      </p>
      {last.words ? (
        <p
          dir="auto"
          className="wrap-anywhere mt-2 font-serif text-[1.0625rem] leading-[1.5] whitespace-pre-line"
        >
          {last.words}
        </p>
      ) : null}
    </Sheet>
  );
}
