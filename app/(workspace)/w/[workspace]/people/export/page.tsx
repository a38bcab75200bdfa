import type { Metadata } from "next";
import { ExportForm } from "@/app/(workspace)/w/[workspace]/people/export/_components/export-form";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";

export const metadata: Metadata = { title: "Export people" };

export default async function ExportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  return (
    <div className="mx-auto w-full max-w-3xl px-4 py-6 lg:px-8">
      <PageHeader
        title="Export people"
        lead={
          actor.role === "client"
            ? "Take your people along as a file. It has everything, also what is private: keep it where only you look."
            : "Everybody you see on this desk, as a file. What is private to the client is not in it."
        }
      />
      <ExportForm />
    </div>
  );
}
