import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TaskForm } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-form";
import { isTaskId } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-id";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readTask } from "@/lib/queries/read-task";

export const metadata: Metadata = { title: "Edit task" };

export default async function EditTaskPage({
  params,
}: {
  params: Promise<{ workspace: string; id: string }>;
}) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const task = isTaskId(id) ? await readTask(actor, id) : null;
  if (task === null) notFound();
  return (
    <div className="px-4 py-6 sm:px-8">
      <PageHeader title="Edit task" />
      <TaskForm task={task} />
    </div>
  );
}
