import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { findSignedIn } from "@/lib/auth/actor";
import { isFirstRun } from "@/lib/auth/first-desk";
import { homePath } from "@/lib/auth/home-path";

/** Nobody stays here: to the desk one worked at last, to the sign-in page, or to founding the first desk. */
export default async function Home() {
  // Also for whoever is still signed in from a look at the demo.
  if (await isFirstRun()) redirect("/welcome");
  const holder = await findSignedIn();
  if (holder === null) redirect("/sign-in");
  const last = (await cookies()).get("firsthand-last-desk")?.value;
  const desk = holder.desks.find(({ slug }) => slug === last) ?? holder.desks[0];
  redirect(desk ? homePath(desk) : "/no-desk");
}
