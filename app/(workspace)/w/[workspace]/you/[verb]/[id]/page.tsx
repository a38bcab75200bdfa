import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { isTaskId } from "@/app/(workspace)/w/[workspace]/tasks/_components/task-id";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { requireActor } from "@/lib/auth/actor";
import { sayConfirmation } from "@/lib/domain/daily/confirm";
import { type CardVerb, cardVerbs } from "@/lib/domain/daily/links";
import { readCard } from "@/lib/queries/read-card";
import { ClientsOwn } from "./_components/clients-own";
import { ConfirmCard } from "./_components/confirm-card";

export const metadata: Metadata = { title: "For you" };

type Props = {
  params: Promise<{ workspace: string; verb: string; id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Behind a link of the daily mail: what will happen, and the button that makes it happen. Opening it changes nothing. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { workspace, verb: wanted, id } = await params;
  const verb = cardVerbs.find((one): one is CardVerb => one === wanted);
  if (!verb || !isTaskId(id)) notFound();
  const actor = await requireActor(workspace);
  const at = new Date();
  const query = await searchParams;
  const decisionId = String(query.decision ?? "");
  const found = await readCard(actor, id, isTaskId(decisionId) ? decisionId : null, at);
  const link = { verb, seal: String(query.seal ?? "") || null, to: String(query.to ?? "") || null };
  return (
    <div className="mx-auto flex min-h-[calc(100dvh-4rem)] w-full max-w-xl flex-col gap-4 px-3.5 py-5">
      <h1 className="px-1 font-serif text-[1.75rem] leading-tight font-medium">For you</h1>
      {found === null ? (
        <EmptyState
          title="There is nothing here by that name."
          action={<LinkButton href={`/w/${workspace}/you`}>What is before you now</LinkButton>}
        >
          It may have been taken back since the mail was sent.
        </EmptyState>
      ) : actor.role === "client" ? (
        <ConfirmCard
          card={found.card}
          link={link}
          first={sayConfirmation(link, found, actor.workspace.zone, at)}
          me={actor.userId ?? ""}
        />
      ) : (
        <ClientsOwn card={found.card} />
      )}
    </div>
  );
}
