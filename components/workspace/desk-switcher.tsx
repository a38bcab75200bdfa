import { Check, ChevronsUpDown, LogOut, Plus } from "lucide-react";
import Link from "next/link";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuHeading } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { firstName } from "@/lib/domain/person/first-name";
import { deskLabel, isOneOfSeveral } from "@/lib/domain/workspace/desk-label";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

/** Whose desk this is, in the client's colour, and the way to the others. */
export function DeskSwitcher({ shell, inMenu = false }: { shell: WorkspaceShell; inMenu?: boolean }) {
  if (inMenu) return <Desks shell={shell} />;
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
      <Desks shell={shell} />
    </Menu>
  );
}

/** "You assist Mira", or "Your desk"; the desk's name where its client has two. */
function roleLine({ me, workspace, others }: WorkspaceShell): string {
  if (isOneOfSeveral(workspace, [workspace, ...others])) return workspace.name;
  return me.role === "client" ? "Your desk" : `You assist ${firstName(workspace.clientName)}`;
}

function Desks({ shell }: { shell: WorkspaceShell }) {
  const here = shell.workspace;
  const others = shell.others.filter((desk) => desk.slug !== here.slug);
  const all = [here, ...others];
  return (
    <>
      <span className={`${menuItemClass} hover:bg-transparent`}>
        <Avatar name={here.clientName} colour={here.colour} size="sm" />
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium">
          {deskLabel(here, all)}
        </span>
        <Check aria-hidden="true" className="size-4" />
        <span className="sr-only">this desk</span>
      </span>
      {others.map((desk) => (
        <Link key={desk.slug} role="menuitem" href={`/w/${desk.slug}/queue`} className={menuItemClass}>
          <Avatar name={desk.clientName} colour={desk.colour} size="sm" />
          <span dir="auto" className="min-w-0 flex-1 truncate">
            {deskLabel(desk, all)}
          </span>
          <span className="text-xs text-muted">{desk.role === "client" ? "yours" : "you assist"}</span>
        </Link>
      ))}
      {here.isDemo ? null : (
        <Link role="menuitem" href="/new-desk" prefetch={false} className={menuItemClass}>
          <Plus aria-hidden="true" className="size-4 text-muted" />
          Another desk
        </Link>
      )}
      <Link role="menuitem" href="/sign-out" prefetch={false} className={menuItemClass}>
        <LogOut aria-hidden="true" className="size-4 text-muted" />
        Sign out
      </Link>
    </>
  );
}
