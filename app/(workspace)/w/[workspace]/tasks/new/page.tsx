import type { Metadata } from "next";
import { TaskForm } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-form";
import { isTaskId } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-id";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readPerson } from "@/lib/queries/read-person";

export const metadata: Metadata = { title: "New task" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function NewTaskPage({ params, searchParams }: Props) {
  const actor = await requireActor((await params).workspace);
  const { person } = await searchParams;
  const found =
    typeof person === "string" && isTaskId(person) ? await readPerson(actor, person, new Date()) : null;
  return (
    <div className="px-4 py-6 sm:px-8">
      <PageHeader title="New task" />
      <TaskForm task={null} about={found && { id: found.id, name: found.name }} />
    </div>
  );
}
