import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { TouchScreen } from "@/app/(workspace)/w/[workspace]/people/touch/_components/touch-screen";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { readTouch } from "@/lib/queries/read-touch";

export const metadata: Metadata = { title: "Losing touch" };

export default async function TouchPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readTouch(actor, { cursor: null }, new Date());
  if (!read.ok) redirect(signInPath(`/w/${workspace}/people/touch`));
  return <TouchScreen view={read.value} />;
}
