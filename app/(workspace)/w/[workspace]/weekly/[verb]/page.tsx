import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/sheet";
import { Line } from "@/components/weekly/line";
import { requireActor } from "@/lib/auth/actor";
import type { Role } from "@/lib/domain/actor";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { sayConfirmation } from "@/lib/domain/weekly/confirm";
import { type LineVerb, lineVerbs } from "@/lib/domain/weekly/view";
import { verbWords } from "@/lib/domain/weekly/words";
import { readWeeklyLine } from "@/lib/queries/read-weekly-line";
import { Confirm } from "./_components/confirm";

export const metadata: Metadata = { title: "Coming up" };

type Props = {
  params: Promise<{ workspace: string; verb: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

/** Behind a mail's button: what will happen, and the button that makes it happen. Opening it changes nothing. */
export default async function ConfirmPage({ params, searchParams }: Props) {
  const { workspace, verb: wanted } = await params;
  const verb = lineVerbs.find((one): one is LineVerb => one === wanted);
  if (!verb) notFound();
  const actor = await requireActor(workspace);
  const at = new Date();
  const { clientName } = actor;
  const reader = { role: actor.role as Role, userId: actor.userId as string };
  const found = await readWeeklyLine(actor, String((await searchParams).line ?? ""), at);
  const zone = actor.workspace.zone;
  const today = dayAt(at.getTime(), zone);
  const list = { from: today, zone, clientName, reader };
  const label = verbWords(reader.role === "client", clientName)[verb];
  return (
    <div className="mx-auto flex w-full max-w-xl flex-col gap-4 px-4 py-6">
      <PageHeader title={label} />
      {found ? (
        <>
          <div className="overflow-hidden rounded-sheet border border-line bg-sheet">
            <Line line={found.line} list={list} slug={workspace} />
          </div>
          <Confirm
            line={found.line}
            verb={verb}
            label={label}
            list={list}
            first={sayConfirmation(verb, { ...found, ...list, today, reader: reader.role })}
          />
        </>
      ) : (
        <EmptyState
          title="This line is no more."
          action={<LinkButton href={`/w/${workspace}/weekly`}>What comes up now</LinkButton>}
        >
          It may have been taken back, or the day was changed since the mail was sent.
        </EmptyState>
      )}
    </div>
  );
}
