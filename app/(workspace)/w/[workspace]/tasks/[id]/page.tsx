import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isTaskId } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-id";
import { TaskScreen } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-screen";
import { requireActor } from "@/lib/auth/actor";
import { readTask } from "@/lib/queries/read-task";

export const metadata: Metadata = { title: "Task" };

export default async function TaskPage({ params }: { params: Promise<{ workspace: string; id: string }> }) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const task = isTaskId(id) ? await readTask(actor, id) : null;
  if (task === null) notFound();
  return <TaskScreen task={task} />;
}
