import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { ReceiveInvitation } from "@/app/(workspace)/w/[workspace]/_components/receive-invitation";
import { ChooseFiles } from "@/app/(workspace)/w/[workspace]/import/_components/choose-files";
import { stateText } from "@/components/import/words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { Link } from "@/components/ui/link";
import { PageHeader, SectionHeader } from "@/components/ui/sheet";
import { fullText } from "@/components/when";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readImports } from "@/lib/queries/read-imports";

export const metadata: Metadata = { title: "Import" };

export default async function ImportPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readImports(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/import`));
  const place = { zone: actor.workspace.zone, locale: "en-GB" };
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 lg:px-8">
      <PageHeader
        title="Import"
        lead="Bring an address book or a calendar from a phone or a mail program. You first see what would be made; nothing is made before you say so, and all of it can be taken back."
      />
      <ChooseFiles />
      <section className="mt-8" aria-label="Invitations">
        <SectionHeader title="An invitation came by mail" />
        <ReceiveInvitation />
      </section>
      {read.value.length > 0 ? (
        <section className="mt-10">
          <SectionHeader title="Earlier imports" />
          <ul className="border-t border-line">
            {read.value.map((one) => (
              <li key={one.id} className="border-b border-line">
                <Link
                  href={`/w/${workspace}/import/${one.id}`}
                  className="flex min-h-14 flex-col justify-center gap-x-4 px-2 py-2 hover:bg-sunken/50 sm:flex-row sm:items-center"
                >
                  <bdi className="min-w-0 flex-1 wrap-anywhere font-medium">{one.fileName}</bdi>
                  <span className="text-[0.8125rem] text-muted">
                    {stateText(one, place.locale)} · {fullText(one.createdAt, place)} · {one.by}
                    {one.isByAgent ? <AgentBadge /> : null}
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  );
}
