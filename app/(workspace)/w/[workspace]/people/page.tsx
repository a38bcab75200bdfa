import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { PeopleScreen } from "@/app/(workspace)/w/[workspace]/people/_components/people-screen";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readPeople } from "@/lib/queries/read-people";
import { listPeopleSchema } from "@/lib/schemas/person";

export const metadata: Metadata = { title: "People" };

type Props = {
  params: Promise<{ workspace: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function PeoplePage({ params, searchParams }: Props) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const wanted = listPeopleSchema.parse({ ...(await searchParams), cursor: null });
  const read = await readPeople(actor, wanted, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/people`));
  return <PeopleScreen view={read.value} />;
}
