import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readTokens } from "@/lib/queries/read-tokens";
import { TokensPanel } from "./_components/tokens-panel";

export const metadata: Metadata = { title: "Tokens" };

export default async function TokensPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readTokens(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/tokens`));
  const { tokens, holders } = read.value;
  return (
    <TokensPanel
      tokens={tokens}
      holders={holders}
      me={actor.userId ?? ""}
      place={{ zone: actor.workspace.zone, locale: "en-GB" }}
      now={Date.now()}
    />
  );
}
