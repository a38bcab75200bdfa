import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeetingCards } from "@/app/(workspace)/w/[workspace]/calendar/[event]/whisper/_components/meeting-cards";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { requireActor } from "@/lib/auth/actor";
import { readEventCards } from "@/lib/queries/read-event-cards";

export const metadata: Metadata = { title: "Who will be there" };

type Props = { params: Promise<{ workspace: string; event: string }> };

export default async function MeetingCardsPage({ params }: Props) {
  const { workspace, event } = await params;
  const actor = await requireActor(workspace);
  const view = isUuid(event) ? await readEventCards(actor, event, new Date()) : null;
  if (view === null) notFound();
  return <MeetingCards view={view} />;
}
