import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { Notice } from "@/components/ui/notice";
import { SectionHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readProofKeys } from "@/lib/queries/read-proof-keys";
import { KeyList } from "./_components/key-list";
import { NewKey } from "./_components/new-key";

export const metadata: Metadata = { title: "Proof" };

export default async function ProofPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readProofKeys(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/proof`));
  if (actor.role !== "client")
    return (
      <Notice>“Personally written” is {firstName(actor.clientName)}’s to say, and so are its keys.</Notice>
    );
  const { keys } = read.value;
  const signing = keys.filter((key) => key.retiredAt === null && key.revokedAt === null);
  const earlier = keys.filter((key) => !signing.includes(key));
  const { zone } = actor.workspace;
  return (
    <>
      <section aria-labelledby="key" className="flex flex-col gap-3">
        <SectionHeader id="key" title="The key that signs" aside="“Personally written”" />
        <p className="max-w-prose text-muted">
          A message that you typed, or whose very words you approved, can carry the line “Personally written”
          with a link. Whoever follows it sees that this is so, and nothing else. A key signs these; a new one
          now and then does no harm, and what the old one signed still holds.
        </p>
        {signing.length > 0 ? (
          <KeyList keys={signing} zone={zone} />
        ) : (
          <EmptyState title="No key signs yet">
            One is made with the first message that says “Personally written”.
          </EmptyState>
        )}
        <NewKey isFirst={signing.length === 0} />
      </section>
      {earlier.length > 0 ? (
        <section aria-labelledby="earlier">
          <SectionHeader id="earlier" title="Earlier keys" />
          <KeyList keys={earlier} zone={zone} />
        </section>
      ) : null}
    </>
  );
}
