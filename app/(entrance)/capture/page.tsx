import type { Metadata } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findSignedIn } from "@/lib/auth/actor";
import { deskLabel } from "@/lib/domain/workspace/desk-label";
import { EntranceHead } from "../_components/entrance-head";
import { ChooseDesk } from "./_components/choose-desk";
import { SignInFirst } from "./_components/sign-in-first";

export const metadata: Metadata = { title: "Capture" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a bookmark and a phone's share sheet lead: on to a desk, with what was shared. Nothing is made here. */
export default async function SharePage({ searchParams }: Props) {
  const [holder, asked] = [await findSignedIn(), await searchParams];
  if (holder === null)
    return (
      <>
        <EntranceHead title="Sign in to keep this">
          <p>What you shared waits on this device, and comes with you.</p>
        </EntranceHead>
        <SignInFirst />
      </>
    );
  if (holder.desks.length === 0) redirect("/no-desk");
  const last = (await cookies()).get("firsthand-last-desk")?.value;
  const desk =
    holder.desks.find(({ slug }) => slug === last) ?? (holder.desks.length === 1 && holder.desks[0]);
  if (desk) redirect(`/w/${desk.slug}/capture${queryOf(asked)}`);
  return (
    <>
      <EntranceHead title="For whose desk is this?" />
      <ChooseDesk
        desks={holder.desks.map((one) => ({ slug: one.slug, label: deskLabel(one, holder.desks) }))}
      />
    </>
  );
}

/** The fragment needs no carrying: a browser keeps it when it is led on. */
function queryOf(asked: Record<string, string | string[] | undefined>): string {
  const query = new URLSearchParams();
  for (const name of ["title", "text", "url"]) {
    const [value] = [asked[name]].flat();
    if (value) query.set(name, value);
  }
  return query.size > 0 ? `?${query}` : "";
}
