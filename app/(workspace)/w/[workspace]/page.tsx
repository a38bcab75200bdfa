import { redirect } from "next/navigation";
import { requireActor } from "@/lib/auth/actor";
import { homePath } from "@/lib/auth/home-path";

/** A desk's bare address, as somebody types or shortens it: to where they begin there. */
export default async function DeskHome({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const { role } = await requireActor(workspace);
  redirect(homePath({ slug: workspace, role }));
}
