"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { beginWord } from "@/components/ui/early-keys";
import { lateWindow } from "@/components/ui/late-part";
import { useKeys } from "@/components/ui/use-keys";
import { useDesk } from "@/components/workspace/desk-context";
import { type DeskWindows, DeskWindowsProvider } from "@/components/workspace/desk-windows";

const SearchDialog = lateWindow(() =>
  import("@/app/(workspace)/w/[workspace]/_components/search-dialog").then((m) => m.SearchDialog),
);
const PageKeys = lateWindow(() => import("@/components/workspace/page-keys").then((m) => m.PageKeys));

/** The search and the help with keys, on every page of a desk. `segments`: those of the address behind the desk's own. */
export function DeskKeys({ segments, children }: { segments: string[]; children: ReactNode }) {
  const { slug } = useDesk();
  const router = useRouter();
  const [open, setOpen] = useState<"search" | "keys" | null>(null);
  const opener: DeskWindows["opener"] = useRef(null);
  const windows = useMemo(() => ({ search: () => setOpen("search"), opener }), []);
  // A question that is begun before its task is here is a word all the same, and no row of commands.
  const keys = { "/": windows.search, "?": () => setOpen("keys"), q: beginWord };
  useKeys(open === null, keys, { ofDesk: true });
  const close = () => setOpen(null);
  const show = (taskId: string) =>
    opener.current ? opener.current(taskId) : router.push(`/w/${slug}/tasks/${taskId}`);
  return (
    <DeskWindowsProvider value={windows}>
      {children}
      {open === "search" ? <SearchDialog onClose={close} onOpen={show} /> : null}
      {open === "keys" ? <PageKeys segments={segments} onClose={close} /> : null}
    </DeskWindowsProvider>
  );
}
