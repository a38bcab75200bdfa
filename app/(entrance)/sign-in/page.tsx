import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Notice } from "@/components/ui/notice";
import { findSignedIn, sessionToken } from "@/lib/auth/actor";
import { isFirstRun } from "@/lib/auth/first-desk";
import { safePath } from "@/lib/auth/safe-path";
import { EntranceHead } from "../_components/entrance-head";
import { problemSentence } from "./_components/problem-sentence";
import { SignInWays } from "./_components/sign-in-ways";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; problem?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, problem } = await searchParams;
  const next = safePath([asked].flat()[0]);
  if ((await findSignedIn()) !== null && problem === undefined) redirect(next);
  if (await isFirstRun()) redirect("/welcome");
  const sentence = problemSentence([problem].flat()[0]);
  // Whoever signs out takes the cookie along; one that is still here belongs to a session that has ended without them.
  const hasEnded = (await sessionToken()) !== null;
  return (
    <>
      <EntranceHead title="Sign in">
        <p>We mail you a link that signs you in. There is no password to remember.</p>
      </EntranceHead>
      <div className="flex flex-col gap-4">
        {sentence ? (
          <Notice tone="late" role="alert">
            {sentence}
          </Notice>
        ) : hasEnded ? (
          <Notice role="status">
            Your session on this device has ended. It was ended elsewhere, or you were away for long. Sign in
            to go on.
          </Notice>
        ) : null}
        <SignInWays next={next} />
      </div>
    </>
  );
}
