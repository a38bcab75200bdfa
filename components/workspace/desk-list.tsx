"use client";

import { Check, LogOut, Plus } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Link } from "@/components/ui/link";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { deskLabel } from "@/lib/domain/workspace/desk-label";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

/** In a menu: the desk one is at, the others, and the way out. */
export function DeskList({ shell }: { shell: WorkspaceShell }) {
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
        <Link role="menuitem" href="/new-desk" className={menuItemClass}>
          <Plus aria-hidden="true" className="size-4 text-muted" />
          Another desk
        </Link>
      )}
      <Link role="menuitem" href="/sign-out" className={menuItemClass}>
        <LogOut aria-hidden="true" className="size-4 text-muted" />
        Sign out
      </Link>
    </>
  );
}
