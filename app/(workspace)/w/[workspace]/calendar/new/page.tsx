import type { Metadata } from "next";
import { NewEntry } from "@/app/(workspace)/w/[workspace]/calendar/new/_components/new-entry";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readDay } from "@/lib/domain/calendar/stretch";

export const metadata: Metadata = { title: "New entry" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** `?start=` and `?end=` are on the wall of the desk's zone: "YYYY-MM-DDTHH:MM", or days for an entry of whole days. */
export default async function NewEntryPage({ params, searchParams }: Props) {
  await requireActor((await params).workspace);
  const query = await searchParams;
  const start = readWall(query.start);
  return (
    <div className="px-4 py-6 sm:px-8">
      <PageHeader title="New entry" />
      <NewEntry start={start} end={start && readWall(query.end)} />
    </div>
  );
}

function readWall(text: string | string[] | undefined): string | undefined {
  if (typeof text !== "string" || !/^.{10}(T([01]\d|2[0-3]):[0-5]\d)?$/.test(text)) return undefined;
  return readDay(text.slice(0, 10)) === null ? undefined : text;
}
