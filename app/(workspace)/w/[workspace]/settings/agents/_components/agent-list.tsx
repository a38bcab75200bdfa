import { AgentBadge } from "@/components/ui/agent-badge";
import { Avatar } from "@/components/ui/avatar";
import { type Place, stampText } from "@/components/when";
import type { AgentView } from "@/lib/domain/agent";
import { firstName } from "@/lib/domain/person/first-name";
import { AgentVerbs } from "./agent-verbs";

type Props = { agents: AgentView[]; owners: { id: string; name: string }[]; myId: string; place: Place };

/** The agents of the desk: who answers for each, what it may, what it did today, and how to stop it. */
export function AgentList({ agents, owners, myId, place }: Props) {
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
      {agents.map((agent) => (
        <li
          key={agent.id}
          className="flex flex-wrap items-start gap-3 border-t border-line px-4 py-3 first:border-t-0"
        >
          <Avatar name={agent.name} />
          <div className="flex min-w-0 flex-1 basis-56 flex-col gap-0.5">
            <p className="font-medium wrap-anywhere">
              <bdi>{agent.name}</bdi>
              <AgentBadge />
            </p>
            <p className="text-[0.8125rem] text-muted">
              {agent.mayFinish ? "May finish what is delegable" : "Prepares only"} · {sayOwner(agent, myId)}
            </p>
            <p className="text-[0.8125rem] text-muted">
              {agent.changedToday.toLocaleString("en-GB")} of {agent.dailyLimit.toLocaleString("en-GB")}{" "}
              changes today
            </p>
            {agent.paused ? (
              <p className="text-[0.8125rem] font-medium text-gold">
                Paused by {firstName(agent.paused.byName)} on {stampText(agent.paused.at, place)}
              </p>
            ) : null}
          </div>
          <AgentVerbs agent={agent} owners={owners} myId={myId} />
        </li>
      ))}
    </ul>
  );
}

function sayOwner({ owner }: AgentView, myId: string): string {
  if (!owner.isHere) return `${firstName(owner.name)} answered for it and has left: it rests`;
  return owner.id === myId ? "you answer for it" : `${firstName(owner.name)} answers for it`;
}
