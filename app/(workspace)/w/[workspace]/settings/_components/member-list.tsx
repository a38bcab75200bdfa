import { AgentBadge } from "@/components/ui/agent-badge";
import { Avatar } from "@/components/ui/avatar";
import type { Place } from "@/components/when";
import type { Role } from "@/lib/domain/actor";
import type { MemberView } from "@/lib/domain/workspace/view";
import { RemoveMember } from "./remove-member";

const roleWords: Record<Role, string> = {
  client: "Client",
  assistant: "Assistant",
  agent: "AI assistant",
};

type Props = {
  members: MemberView[];
  workspace: string;
  place: Place;
  canChange: boolean;
  myId: string | null;
};

/** Who belongs to the desk, or did; with a way to remove those who may be removed. */
export function MemberList({ members, workspace, place, canChange, myId }: Props) {
  const days = new Intl.DateTimeFormat(place.locale, { dateStyle: "medium", timeZone: place.zone });
  const day = (iso: string) => days.format(Date.parse(iso));
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
      {members.map((member) => (
        <li
          key={member.userId}
          className="flex items-center gap-3 border-t border-line px-4 py-3 first:border-t-0"
        >
          <Avatar name={member.name} />
          <div className="min-w-0 flex-1">
            <p className="flex flex-wrap items-baseline gap-x-2">
              <span dir="auto" className="font-medium wrap-anywhere">
                {member.name}
              </span>
              {member.role === "agent" ? <AgentBadge /> : null}
              <span className="text-[0.8125rem] text-muted">
                {roleWords[member.role]}
                {member.userId === myId ? ", you" : ""}
              </span>
            </p>
            <p className="text-[0.8125rem] wrap-anywhere text-muted">
              {member.role === "agent" ? "" : `${member.email} · `}
              {member.endedAt === null
                ? `since ${day(member.joinedAt)}`
                : `${day(member.joinedAt)} to ${day(member.endedAt)}`}
            </p>
          </div>
          {canChange && member.role !== "client" && member.endedAt === null ? (
            <RemoveMember workspace={workspace} userId={member.userId} name={member.name} />
          ) : null}
        </li>
      ))}
    </ul>
  );
}
