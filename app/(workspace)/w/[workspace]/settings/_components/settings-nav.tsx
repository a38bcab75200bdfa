"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cx } from "@/components/ui/cx";

const pages = [
  { path: "", label: "People at this desk" },
  { path: "/desk", label: "Desk" },
  { path: "/you", label: "You" },
];

/** The pages of the settings, the present one marked. */
export function SettingsNav({ base }: { base: string }) {
  const here = usePathname();
  return (
    <nav aria-label="Settings" className="flex gap-1 overflow-x-auto border-b border-line">
      {pages.map(({ path, label }) => {
        const isHere = here === `${base}${path}`;
        return (
          <Link
            key={path}
            href={`${base}${path}`}
            aria-current={isHere ? "page" : undefined}
            className={cx(
              "-mb-px flex min-h-9 items-center border-b-2 px-3 font-medium whitespace-nowrap pointer-coarse:min-h-11",
              isHere ? "border-text text-text" : "border-transparent text-muted hover:text-text",
            )}
          >
            {label}
          </Link>
        );
      })}
    </nav>
  );
}
