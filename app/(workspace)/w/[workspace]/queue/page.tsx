import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { QueueScreen } from "@/app/(workspace)/w/[workspace]/queue/_components/queue-screen";
import { readFilter } from "@/components/tasks/filter-words";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { packQueue } from "@/lib/domain/task/packed-queue";
import { readQueue } from "@/lib/queries/read-queue";

export const metadata: Metadata = { title: "Queue" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function QueuePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readQueue(actor, readFilter(await searchParams), new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/queue`));
  return <QueueScreen packed={packQueue(read.value)} />;
}
