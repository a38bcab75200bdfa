import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { isUuid } from "@/app/(workspace)/w/[workspace]/people/_components/is-uuid";
import { PersonScreen } from "@/app/(workspace)/w/[workspace]/people/[id]/_components/person-screen";
import { requireActor } from "@/lib/auth/actor";
import { readPerson } from "@/lib/queries/read-person";
import { readWhoStandsFor } from "@/lib/queries/read-who-stands-for";

export const metadata: Metadata = { title: "Person" };

type Props = { params: Promise<{ workspace: string; id: string }> };

export default async function PersonPage({ params }: Props) {
  const { workspace, id } = await params;
  const actor = await requireActor(workspace);
  const person = isUuid(id) ? await readPerson(actor, id, new Date()) : null;
  if (person === null) {
    // Whoever was merged leads to the one who stayed.
    const kept = isUuid(id) ? await readWhoStandsFor(actor, id) : null;
    if (kept === null) notFound();
    redirect(`/w/${workspace}/people/${kept}`);
  }
  return <PersonScreen person={person} />;
}
