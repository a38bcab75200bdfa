import { AgentBadge } from "@/components/ui/agent-badge";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { DecisionView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";

/** What the client is asked, large; and by whom. */
export function QuestionPart({ decision }: { decision: DecisionView }) {
  const desk = useDesk();
  return (
    <section aria-label="The question" className="flex flex-col gap-1.5">
      <p dir="auto" className="wrap-anywhere font-serif text-2xl leading-snug whitespace-pre-line">
        {decision.question}
      </p>
      <p className="text-sm text-muted">
        <bdi>{firstName(decision.askedBy)}</bdi>
        {decision.askedByRole === "agent" ? <AgentBadge /> : null} asks, {stampText(decision.askedAt, desk)}
      </p>
    </section>
  );
}
