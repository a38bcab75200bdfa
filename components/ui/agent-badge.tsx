import { Bot } from "lucide-react";

/** Stands beside the name of an AI assistant, wherever it acts: nobody takes it for a person. Says so to everybody, in pencil. */
export function AgentBadge() {
  return (
    <span
      title="An AI assistant"
      className="mx-1 inline-flex items-center gap-1 rounded-md border border-dashed border-pencil-line px-1 align-baseline text-[0.6875rem] leading-4 font-medium whitespace-nowrap text-muted not-italic"
    >
      <Bot aria-hidden="true" className="size-3" />
      agent
    </span>
  );
}
