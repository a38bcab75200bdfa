import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readWeeklyPage } from "@/lib/queries/read-weekly-list";
import { horizonSchema } from "@/lib/schemas/weekly";
import { WeeklyScreen } from "./_components/weekly-screen";

export const metadata: Metadata = { title: "Coming up" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function WeeklyPage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const horizon = horizonSchema.parse((await searchParams).days);
  const read = await readWeeklyPage(actor, horizon, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/weekly`));
  return <WeeklyScreen list={read.value} />;
}
