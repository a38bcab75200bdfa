import type { Metadata } from "next";
import { PersonForm } from "@/app/(workspace)/w/[workspace]/people/_components/person-form";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Add somebody" };

export default async function NewPersonPage({ params }: { params: Promise<{ workspace: string }> }) {
  await requireActor((await params).workspace);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 lg:px-8">
      <PageHeader title="Add somebody" />
      <PersonForm person={null} />
    </div>
  );
}
