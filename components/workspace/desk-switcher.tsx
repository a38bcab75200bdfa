"use client";

import { ChevronsUpDown } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { latePart } from "@/components/ui/late-part";
import { Menu, MenuHeading } from "@/components/ui/menu";
import { firstName } from "@/lib/domain/person/first-name";
import { isOneOfSeveral } from "@/lib/domain/workspace/desk-label";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

/** Fetches what the switcher shows when it opens. */
export const loadDesks = () => import("@/components/workspace/desk-list");
const DeskList = latePart(() => loadDesks().then((m) => m.DeskList));

/** Whose desk this is, in the client's colour, and the way to the others. */
export function DeskSwitcher({ shell }: { shell: WorkspaceShell }) {
  const { workspace } = shell;
  return (
    <Menu
      label={`${workspace.clientName}, ${roleLine(shell)}. Change desk or sign out`}
      buttonClassName="flex w-full items-center gap-2.5 rounded-lg px-1.5 py-1.5 text-start hover:bg-sunken"
      button={
        <>
          <Avatar name={workspace.clientName} colour={workspace.colour} />
          <span className="min-w-0 flex-1 leading-snug">
            <span dir="auto" className="block truncate text-[0.8125rem] font-semibold">
              {workspace.clientName}
            </span>
            <span dir="auto" className="block truncate text-[0.8125rem] text-muted">
              {roleLine(shell)}
            </span>
          </span>
          <ChevronsUpDown aria-hidden="true" className="size-3.5 shrink-0 text-muted" />
        </>
      }
    >
      <MenuHeading>
        Signed in as <span dir="auto">{shell.me.name || shell.me.email}</span>
      </MenuHeading>
      <DeskList shell={shell} />
    </Menu>
  );
}

/** "You assist Mira", or "Your desk"; the desk's name where its client has two. */
function roleLine({ me, workspace, others }: WorkspaceShell): string {
  if (isOneOfSeveral(workspace, [workspace, ...others])) return workspace.name;
  return me.role === "client" ? "Your desk" : `You assist ${firstName(workspace.clientName)}`;
}
