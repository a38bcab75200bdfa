import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/sheet";
import { findSignedIn, requireActor } from "@/lib/auth/actor";
import { CaptureScreen } from "./_components/capture-screen";

export const metadata: Metadata = { title: "Capture" };

export default async function CapturePage({ params }: { params: Promise<{ workspace: string }> }) {
  const actor = await requireActor((await params).workspace);
  const desks = (await findSignedIn())?.desks ?? [];
  return (
    <div className="mx-auto w-full max-w-xl px-4 py-5 sm:px-8 sm:py-6">
      <PageHeader title="Capture" />
      <CaptureScreen
        here={actor.workspace.slug}
        desks={desks.map(({ slug, clientName }) => ({ slug, clientName }))}
      />
    </div>
  );
}
