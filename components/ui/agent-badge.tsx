import { Bot } from "lucide-react";

/** Stands behind the name of an AI assistant, wherever it acts: nobody takes it for a person. Says so to everybody, in pencil. */
export function AgentBadge() {
  return (
    <>
      {" "}
      <span
        title="An AI assistant"
        className="inline-flex items-center gap-1 rounded-md border border-dashed border-pencil-line px-1 align-baseline font-sans text-[0.6875rem] leading-4 font-medium whitespace-nowrap text-muted not-italic"
      >
        <Bot aria-hidden="true" className="size-3" />
        agent
      </span>
    </>
  );
}

/** A sentence about what an agent did, with the badge behind its name. `agent`: what it is called there; null where it was no agent. */
export function SaidOfAgent({ sentence, agent }: { sentence: string; agent: string | null }) {
  const at = agent === null ? -1 : sentence.indexOf(agent);
  if (agent === null || at < 0) return sentence;
  return (
    <>
      {sentence.slice(0, at + agent.length)}
      <AgentBadge />
      {sentence.slice(at + agent.length)}
    </>
  );
}
