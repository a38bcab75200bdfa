import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Link } from "@/components/ui/link";
import { findSignedIn } from "@/lib/auth/actor";
import { EntranceHead } from "../_components/entrance-head";
import { SignOutButton } from "./_components/sign-out-button";
import { signOut } from "./actions";

export const metadata: Metadata = { title: "Sign out" };

export default async function SignOutPage() {
  const holder = await findSignedIn();
  if (holder === null) redirect("/sign-in");
  return (
    <>
      <EntranceHead title="Sign out?">
        <p>
          You are signed in as <strong className="font-semibold text-text">{holder.name}</strong>. Other
          places where you are signed in stay so.
        </p>
      </EntranceHead>
      <div className="flex flex-col gap-3">
        <SignOutButton action={signOut} label="Sign out" variant="primary" size="lg" wide />
        <Link
          href="/"
          className="touchable justify-center text-center text-[0.8125rem] text-muted underline underline-offset-2"
        >
          Back to the desk
        </Link>
      </div>
    </>
  );
}
