import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { WhisperSheet } from "@/app/(workspace)/w/[workspace]/_components/whisper-sheet";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { requireActor } from "@/lib/auth/actor";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";

export const metadata: Metadata = { title: "Whisper card" };

export default async function WhisperPage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const card = isUuid(id) ? await readWhisperCard(actor, id, new Date()) : null;
  if (card === null) notFound();
  const back = { href: `/w/${workspace}/people/${card.id}`, label: card.name };
  return <WhisperSheet title="Whisper card" back={back} cards={[card]} />;
}
