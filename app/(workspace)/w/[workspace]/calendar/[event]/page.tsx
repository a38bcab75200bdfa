import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EventScreen } from "@/app/(workspace)/w/[workspace]/calendar/[event]/_components/event-screen";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { requireActor } from "@/lib/auth/actor";
import { readEvent } from "@/lib/queries/read-event";
import { readEventSchema } from "@/lib/schemas/event";

export const metadata: Metadata = { title: "Entry" };

type Props = {
  params: Promise<{ workspace: string; event: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?at=` is which time of it is meant, an instant; without one the next. */
export default async function EventPage({ params, searchParams }: Props) {
  const { workspace, event: id } = await params;
  const actor = await requireActor(workspace);
  const asked = readEventSchema.safeParse({ at: (await searchParams).at });
  if (!isUuid(id) || !asked.success) notFound();
  const at = asked.data.at ?? null;
  const event = await readEvent(actor, id.toLowerCase(), at, new Date());
  if (event === null) notFound();
  return <EventScreen key={`${event.id}:${event.startsAt}`} event={event} at={at} />;
}
