import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ForYouScreen } from "@/app/(workspace)/w/[workspace]/you/_components/for-you-screen";
import { ReadOnlyPile } from "@/components/tasks/for-you/read-only-pile";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readForYou } from "@/lib/queries/read-for-you";

export const metadata: Metadata = { title: "For you" };

export default async function ForYouPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readForYou(actor, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/you`));
  if (actor.role !== "client") return <ReadOnlyPile {...read.value} clientName={actor.clientName} />;
  return <ForYouScreen view={read.value} me={actor.userId ?? ""} />;
}
