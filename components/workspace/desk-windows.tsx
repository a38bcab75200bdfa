"use client";

import { Search } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { Kbd } from "@/components/ui/kbd";

/** The windows that every page of a desk has; `opener.current` is how the page that is open shows a task, if it has a way of its own. */
export type DeskWindows = { search: () => void; opener: { current: ((taskId: string) => void) | null } };

const Windows = createContext<DeskWindows>({ search: () => {}, opener: { current: null } });

export function DeskWindowsProvider({ value, children }: { value: DeskWindows; children: ReactNode }) {
  return <Windows value={value}>{children}</Windows>;
}

export function useDeskWindows(): DeskWindows {
  return useContext(Windows);
}

/** Opens the search over the whole desk; its key is shown where there is a keyboard. */
export function SearchButton({ inMenu = false, className }: { inMenu?: boolean; className: string }) {
  const { search } = useDeskWindows();
  return (
    <button type="button" role={inMenu ? "menuitem" : undefined} onClick={search} className={className}>
      {inMenu ? <Search aria-hidden="true" className="size-4 text-muted" /> : null}
      Search
      {inMenu ? null : <Kbd>/</Kbd>}
    </button>
  );
}
