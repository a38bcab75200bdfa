import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { findSignedIn, sessionToken } from "@/lib/auth/actor";
import { findFounder } from "@/lib/auth/another-desk";
import { EntranceHead } from "../_components/entrance-head";
import { SignOutButton } from "../sign-out/_components/sign-out-button";
import { signOut } from "../sign-out/actions";

export const metadata: Metadata = { title: "No desk" };

export default async function NoDeskPage() {
  const holder = await findSignedIn();
  if (holder === null) redirect("/sign-in");
  if (holder.desks.length > 0) redirect("/");
  const mayFound = (await findFounder(await sessionToken())) !== null;
  return (
    <>
      <EntranceHead title="You belong to no desk at the moment">
        <p>
          You are signed in as{" "}
          <strong className="font-semibold wrap-anywhere text-text">{holder.email}</strong>. Whoever wants
          your help can invite this address; the mail with the invitation leads you to their desk.
        </p>
      </EntranceHead>
      <div className="flex flex-col gap-2.5">
        {mayFound ? (
          <LinkButton href="/new-desk" variant="primary" size="lg" wide>
            Make a desk of your own
          </LinkButton>
        ) : null}
        <SignOutButton action={signOut} label="Sign out" size="lg" wide />
      </div>
    </>
  );
}
