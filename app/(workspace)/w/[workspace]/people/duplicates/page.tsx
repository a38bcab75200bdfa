import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DuplicatesScreen } from "@/app/(workspace)/w/[workspace]/people/duplicates/_components/duplicates-screen";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readDuplicates } from "@/lib/queries/read-duplicates";

export const metadata: Metadata = { title: "Duplicates" };

export default async function DuplicatesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const read = await readDuplicates(await requireActor(workspace), null);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/people/duplicates`));
  return <DuplicatesScreen view={read.value} />;
}
