import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportScreen } from "@/app/(workspace)/w/[workspace]/import/[id]/_components/import-screen";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { requireActor } from "@/lib/auth/actor";
import { readImport } from "@/lib/queries/read-import";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function ImportDetailPage({ params }: Props) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const view = isUuid(id) ? await readImport(actor, id, { show: null, after: -1 }) : null;
  if (view === null) notFound();
  return <ImportScreen view={view} />;
}
