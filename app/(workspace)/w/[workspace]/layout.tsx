import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { ReactNode } from "react";
import { DeskPage } from "@/app/(workspace)/w/[workspace]/_components/desk-live";
import { Frame } from "@/app/(workspace)/w/[workspace]/_components/frame";
import { RememberDesk } from "@/app/(workspace)/w/[workspace]/_components/remember-desk";
import { rememberEarlyKeys } from "@/components/ui/early-keys";
import { Shell } from "@/components/workspace/shell";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readShell } from "@/lib/queries/read-shell";

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

/** Whoever works at somebody else's desk reads in each of their windows' titles whose it is. */
export async function generateMetadata({ params }: Props): Promise<Metadata> {
  // Whoever may not come in is told so by the page.
  const actor = await requireActor((await params).workspace).catch(() => null);
  if (actor === null || actor.role === "client") return {};
  const { clientName } = actor;
  return { title: { template: `%s · ${clientName} · Firsthand`, default: clientName } };
}

export default async function WorkspaceLayout({ children, params }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const at = new Date();
  const shell = await readShell(actor, at);
  if (!shell.ok) redirect(signInPath(`/w/${workspace}/queue`));
  return (
    <>
      <script nonce={await nonce()} suppressHydrationWarning>
        {rememberEarlyKeys}
      </script>
      <Frame shell={shell.value} at={at.getTime()}>
        <RememberDesk slug={workspace} />
        <Shell shell={shell.value}>
          <DeskPage>{children}</DeskPage>
        </Shell>
      </Frame>
    </>
  );
}

/** The nonce of this answer, as the guard in front of everything put it into the policy. */
async function nonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get("content-security-policy") ?? "")?.[1];
}
