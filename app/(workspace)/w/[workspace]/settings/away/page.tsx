import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readDaysOff } from "@/lib/queries/read-days-off";
import { AwayForm } from "../_components/away-form";
import { AwayList } from "../_components/away-list";
import { ListSection } from "../_components/list-section";

export const metadata: Metadata = { title: "Away" };

export default async function AwayPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readDaysOff(actor, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/away`));
  const isClient = actor.role === "client";
  return (
    <>
      <ListSection labelledBy="away" className="flex flex-col">
        <SectionHeader id="away" title="Days away" aside="nobody is due to hear on these days" />
        {isClient ? null : (
          <div className="mb-3">
            <Notice>Only {firstName(actor.clientName)} can change when they are away.</Notice>
          </div>
        )}
        <AwayList days={read.value} workspace={workspace} canChange={isClient} />
      </ListSection>
      {isClient ? (
        <section aria-labelledby="add-away" className="flex flex-col">
          <SectionHeader id="add-away" title="Add days" />
          <AwayForm workspace={workspace} />
        </section>
      ) : null}
    </>
  );
}
