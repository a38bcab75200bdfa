"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Role } from "@/lib/domain/actor";
import type { WorkspaceShell } from "@/lib/domain/workspace/view";

/** What everything on a desk's pages may want to know: whose it is, who looks, which zone. */
export type Desk = {
  slug: string;
  clientName: string;
  /** "Mira", as buttons and sentences say it. */
  clientShort: string;
  /** "Ana" when there is exactly one assistant, otherwise "your assistant". */
  assistantShort: string;
  role: Role;
  myName: string;
  zone: string;
  locale: string;
  /** The desk's circles, from near to far, as the client calls them. */
  circles: WorkspaceShell["circles"];
};

const DeskContext = createContext<Desk | null>(null);

export function DeskProvider({ desk, children }: { desk: Desk; children: ReactNode }) {
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** The desk this is drawn on; outside a workspace there is none, and asking is a bug. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error("useDesk is for the pages of a workspace");
  return desk;
}
