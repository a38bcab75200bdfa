import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readDesk } from "@/lib/queries/read-desk";
import { DeskForm } from "../_components/desk-form";

export const metadata: Metadata = { title: "Desk" };

export default async function DeskPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readDesk(actor, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/desk`));
  const { canChange, ...desk } = read.value;
  return (
    <section aria-label="Desk" className="flex flex-col gap-4">
      {canChange ? null : (
        <Notice>
          Only {firstName(actor.clientName)} can change what the desk is called, its colour, its zone and its
          days.
        </Notice>
      )}
      <DeskForm
        workspace={workspace}
        desk={desk}
        zones={Intl.supportedValuesOf("timeZone")}
        canChange={canChange}
      />
    </section>
  );
}
