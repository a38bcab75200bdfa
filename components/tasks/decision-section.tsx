import { AgentBadge } from "@/components/ui/agent-badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet, SheetHeader } from "@/components/ui/sheet";
import { stampText } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import { sayAnswer } from "@/lib/domain/decision/decision";
import type { DecisionView } from "@/lib/domain/draft/view";
import { firstName } from "@/lib/domain/person/first-name";

type Props = {
  decisions: readonly DecisionView[];
  busy: boolean;
  onWithdraw: (decision: DecisionView) => void;
};

/** What the client was asked about a task, and what they answered: who, and when. */
export function DecisionSection({ decisions, busy, onWithdraw }: Props) {
  if (decisions.length === 0) return null;
  return (
    <Sheet aria-label="Questions">
      <SheetHeader title={decisions.length === 1 ? "Question" : "Questions"} />
      <ul className="flex flex-col gap-3">
        {decisions.map((one) => (
          <li key={one.id} className="flex flex-col gap-1">
            <Question decision={one} />
            {one.canWithdraw ? (
              <Button size="sm" className="self-start" aria-disabled={busy} onClick={() => onWithdraw(one)}>
                Take the question back
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function Question({ decision }: { decision: DecisionView }) {
  const desk = useDesk();
  const { question, choices, answer, answerNote, answeredBy, answeredAt } = decision;
  return (
    <>
      <p dir="auto" className="wrap-anywhere font-serif text-[1.0625rem] leading-snug whitespace-pre-line">
        {question}
      </p>
      <p className="text-[0.8125rem] text-muted">
        <bdi>{firstName(decision.askedBy)}</bdi>
        {decision.askedByRole === "agent" ? <AgentBadge /> : null} asked, {stampText(decision.askedAt, desk)}
      </p>
      {answer === null ? (
        <p className="text-[0.8125rem] text-muted">
          {choices.length > 0 ? `${choices.map((text, n) => `${n + 1}. ${text}`).join(" · ")}. ` : ""}
          {decision.canAnswer ? (
            <Link
              href={`/w/${desk.slug}/you`}
              className="touchable font-medium text-ink underline underline-offset-2"
            >
              Answer it under “For you”
            </Link>
          ) : (
            `Waiting for ${desk.clientShort}’s answer.`
          )}
        </p>
      ) : (
        <p dir="auto" className="wrap-anywhere text-ink">
          <strong className="font-semibold">{sayAnswer(choices, answer)}</strong>
          {answerNote ? <span>: {answerNote}</span> : null}
          <span className="text-[0.8125rem] text-muted">
            {" "}
            · <bdi>{firstName(answeredBy ?? "")}</bdi>, {answeredAt ? stampText(answeredAt, desk) : ""}
          </span>
        </p>
      )}
    </>
  );
}
