import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { PersonForm } from "@/app/(workspace)/w/[workspace]/people/_components/person-form";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { readPerson } from "@/lib/queries/read-person";

export const metadata: Metadata = { title: "Edit" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function EditPersonPage({ params }: Props) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const person = isUuid(id) ? await readPerson(actor, id, new Date()) : null;
  if (person === null) notFound();
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 lg:px-8">
      <PageHeader title={<bdi className="wrap-anywhere">{person.name}</bdi>} />
      <PersonForm person={person} />
    </div>
  );
}
