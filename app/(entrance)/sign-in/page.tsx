import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { buttonClass } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { findSignedIn } from "@/lib/auth/actor";
import { isFirstRun } from "@/lib/auth/first-desk";
import { offeredProviders } from "@/lib/auth/providers";
import { safePath } from "@/lib/auth/safe-path";
import { EntranceHead } from "../_components/entrance-head";
import { problemSentence } from "./_components/problem-sentence";
import { SignInForm } from "./_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<{ next?: string; problem?: string }> };

export default async function SignInPage({ searchParams }: Props) {
  const { next: asked, problem } = await searchParams;
  const next = safePath([asked].flat()[0]);
  if ((await findSignedIn()) !== null && problem === undefined) redirect(next);
  if (await isFirstRun()) redirect("/welcome");
  const sentence = problemSentence([problem].flat()[0]);
  const providers = offeredProviders();
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
        ) : null}
        <SignInForm next={next} />
        {providers.length > 0 ? <p className="text-center text-[0.8125rem] text-muted">or</p> : null}
        {providers.map(({ id, name }) => (
          <form key={id} method="post" action={`/api/auth/signin/${id}`}>
            <input type="hidden" name="next" value={next} />
            <button type="submit" className={buttonClass({ size: "lg", wide: true })}>
              Continue with {name}
            </button>
          </form>
        ))}
      </div>
    </>
  );
}
