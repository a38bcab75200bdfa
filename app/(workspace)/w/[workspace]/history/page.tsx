import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { GestureWords } from "@/app/(workspace)/w/[workspace]/_components/gesture-words";
import { HistoryFilterForm, historyAddress } from "@/components/history/filter";
import { HistoryLines } from "@/components/history/lines";
import { buttonClass } from "@/components/ui/button-class";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readHistory } from "@/lib/queries/read-history";
import { historySchema } from "@/lib/schemas/history";

export const metadata: Metadata = { title: "History" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function HistoryPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const base = `/w/${workspace}/history`;
  const { before, ...filter } = readAddress(await searchParams);
  const read = await readHistory(actor, filter, before);
  if (!read.ok) redirect(signInPath(base));
  const view = read.value;
  const place = { zone: actor.workspace.zone, locale: "en-GB" };
  const client = firstName(actor.clientName);
  return (
    <div className="mx-auto w-full max-w-4xl px-4 py-6 lg:px-8">
      <PageHeader
        title="History"
        lead={`Everything that was done on ${actor.role === "client" ? "your" : `${client}’s`} desk, and every attempt that was refused. Nobody can rewrite it.`}
        actions={
          view.canDownload ? (
            <a href={`/api/v1/w/${workspace}/history/download`} download className={buttonClass()}>
              Download all
            </a>
          ) : null
        }
      />
      <HistoryFilterForm view={view} base={base} />
      {view.lines.length > 0 ? (
        <HistoryLines
          lines={view.lines}
          place={place}
          slug={workspace}
          wordsOf={(id) => <GestureWords id={id} />}
        />
      ) : (
        <EmptyState title={view.more ? "Nothing like this lately." : "Nothing like this was done here."} />
      )}
      <nav aria-label="Further back" className="flex flex-wrap gap-3">
        {before !== null ? <LinkButton href={base}>To the latest</LinkButton> : null}
        {view.more ? (
          <LinkButton href={historyAddress(base, filter, view.more)}>Further back</LinkButton>
        ) : null}
      </nav>
    </div>
  );
}

/** The filter in the address; what cannot be read there is left out, never an error page. */
function readAddress(query: Record<string, string | string[] | undefined>) {
  const given = Object.entries(query).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string" && entry[1] !== "",
  );
  const readable = given.filter(([name, value]) => historySchema.safeParse({ [name]: value }).success);
  return historySchema.parse(Object.fromEntries(readable));
}
