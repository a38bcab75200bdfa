"use client";

import { createContext, type ReactNode, useContext, useState } from "react";

type Seen = { version: number; saw: (version: number) => void };

const Context = createContext<Seen | null>(null);

/** At which version an account is, for all the forms on its page: what one of them saved the others know before the page is drawn anew. */
export function AccountVersion({ version, children }: { version: number; children: ReactNode }) {
  const [saved, saw] = useState(version);
  return <Context value={{ version: Math.max(version, saved), saw }}>{children}</Context>;
}

/** The version to ask with; `saw` is told the one that an answer gives. */
export function useAccountVersion(): Seen {
  const seen = useContext(Context);
  if (!seen) throw new Error("useAccountVersion is for the page of an account");
  return seen;
}
