import { Minus } from "lucide-react";
import { sayRight } from "@/components/rights/say-right";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Sheet } from "@/components/ui/sheet";
import type { Right } from "@/lib/domain/policy/rights";

type Props = {
  withheld: Right[];
  agents: { id: string; name: string; mayFinish: boolean }[];
  /** Whoever lets an agent finish things: "you" or "Mira". */
  client: string;
};

/** What an agent may: all that an assistant may, and, while it prepares only, less. */
export function AgentRights({ withheld, agents, client }: Props) {
  return (
    <Sheet className="flex flex-col gap-2">
      <p className="max-w-prose">
        The very same as a human assistant, and never more. Until {client} {client === "you" ? "let" : "lets"}{" "}
        it finish what is delegable, it prepares only. Then it may not
      </p>
      <ul className="flex flex-col gap-1.5">
        {withheld.map(({ id, says }) => (
          <li key={id} className="flex items-start gap-2.5">
            <Minus aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
            {sayRight(says, client)}
          </li>
        ))}
      </ul>
      {agents.map(({ id, name, mayFinish }) => (
        <p key={id} className="text-muted">
          <bdi className="font-medium text-text">{name}</bdi>
          <AgentBadge /> {mayFinish ? "may finish what is delegable." : "prepares only."}
        </p>
      ))}
    </Sheet>
  );
}
