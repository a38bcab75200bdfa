import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { DuplicatesScreen } from "@/app/(workspace)/w/[workspace]/people/duplicates/_components/duplicates-screen";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readDuplicates, readPair } from "@/lib/queries/read-duplicates";

export const metadata: Metadata = { title: "Duplicates" };

type Props = {
  params: Promise<{ workspace: string }>;
  /** `one` and `other`: two who were chosen by hand, to be merged right away. */
  searchParams: Promise<{ one?: unknown; other?: unknown }>;
};

export default async function DuplicatesPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const { one, other } = await searchParams;
  const actor = await requireActor(workspace);
  const read = await readDuplicates(actor, null);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/people/duplicates`));
  const isChosen = typeof one === "string" && typeof other === "string" && isUuid(one) && isUuid(other);
  const chosen = isChosen ? await readPair(actor, one, other) : null;
  return <DuplicatesScreen view={read.value} chosen={chosen} />;
}
