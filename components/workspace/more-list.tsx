"use client";

import { History, type LucideIcon, Settings, ShieldCheck } from "lucide-react";
import { MenuHeading } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";
import { DeskList } from "@/components/workspace/desk-list";
import { SearchButton } from "@/components/workspace/desk-windows";
import { PlaceLink } from "@/components/workspace/place-link";
import { placeNames, type ShellPlace } from "@/components/workspace/places";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

const inMore: [ShellPlace, LucideIcon][] = [
  ["rights", ShieldCheck],
  ["history", History],
  ["settings", Settings],
];

/** On a phone: the places that have no room at its foot, and the desks. */
export function MoreList({ shell }: { shell: WorkspaceShell }) {
  return (
    <>
      <SearchButton inMenu className={menuItemClass} />
      {inMore.map(([place, Icon]) => (
        <PlaceLink
          key={place}
          role="menuitem"
          place={place}
          href={`/w/${shell.workspace.slug}/${place}`}
          className={menuItemClass}
        >
          <Icon aria-hidden="true" className="size-4 text-muted" />
          {placeNames[place]}
        </PlaceLink>
      ))}
      <MenuHeading>Desk</MenuHeading>
      <DeskList shell={shell} />
    </>
  );
}
