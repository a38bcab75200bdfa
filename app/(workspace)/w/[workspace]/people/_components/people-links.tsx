"use client";

import { CalendarHeart, Download, Ellipsis, HeartHandshake, Upload, Users } from "lucide-react";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { LinkButton } from "@/components/ui/link-button";
import { Menu } from "@/components/ui/menu";
import { menuItemClass } from "@/components/ui/menu-item-class";

/** Those that one goes to every week; in a wide window they stand beside the menu. */
const often = [
  { path: "weekly", label: "Coming up", icon: CalendarHeart },
  { path: "people/touch", label: "Losing touch", icon: HeartHandshake },
];
const seldom = [
  { path: "people/duplicates", label: "Duplicates", icon: Users },
  { path: "import", label: "Import from a file", icon: Upload },
  { path: "people/export", label: "Export", icon: Download },
];

/** Where one goes from the list of people, in a window that has room for it; the rest is in {@link PeopleMenu}. `base`: "/w/mira". */
export function PeopleLinks({ base }: { base: string }) {
  return (
    <div className="flex flex-wrap gap-2 max-xl:hidden">
      {often.map(({ path, label }) => (
        <LinkButton key={path} href={`${base}/${path}`}>
          {label}
        </LinkButton>
      ))}
    </div>
  );
}

/** Behind one button: what one seldom needs, and in a narrow window all of it. */
export function PeopleMenu({ base }: { base: string }) {
  return (
    <Menu
      label="More about people"
      variant="quiet"
      button={<Ellipsis aria-hidden="true" className="size-4" />}
    >
      {[...often, ...seldom].map(({ path, label, icon: Icon }) => (
        <Link
          key={path}
          role="menuitem"
          href={`${base}/${path}`}
          className={cx(menuItemClass, often.some((one) => one.path === path) && "xl:hidden")}
        >
          <Icon aria-hidden="true" className="size-4 text-muted" /> {label}
        </Link>
      ))}
    </Menu>
  );
}
