import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/ui/link";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readFeedReaders, readFeeds } from "@/lib/queries/read-feeds";
import { FeedsPanel } from "./_components/feeds-panel";

export const metadata: Metadata = { title: "Read elsewhere" };

export default async function FeedsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const calendars = `/w/${workspace}/settings/calendars`;
  const [read, readers] = [await readFeeds(actor), await readFeedReaders(actor)];
  if (!read.ok || !readers.ok) redirect(signInPath(`${calendars}/feeds`));
  return (
    <>
      <p>
        <Link href={calendars} className="touchable text-[0.8125rem] text-muted underline underline-offset-2">
          All calendars
        </Link>
      </p>
      <FeedsPanel
        feeds={read.value.feeds}
        readers={readers.value}
        zone={actor.workspace.zone}
        me={actor.name}
        isClients={actor.role === "client"}
        clientName={actor.clientName}
      />
    </>
  );
}
