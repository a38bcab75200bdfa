import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isTaskId } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-id";
import { DraftPage } from "@/app/(workspace)/w/[workspace]/tasks/[id]/draft/_components/draft-page";
import { requireActor } from "@/lib/auth/actor";
import { env } from "@/lib/env";
import { readDraftOfTask } from "@/lib/queries/read-draft-of-task";

export const metadata: Metadata = { title: "Draft" };

export default async function TaskDraftPage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const page = isTaskId(id) ? await readDraftOfTask(actor, id, new Date(), env.FIRSTHAND_URL) : null;
  if (page === null) notFound();
  return <DraftPage task={page.task} draft={page.draft} me={actor.userId ?? ""} />;
}
