import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { findSignedIn } from "@/lib/auth/actor";
import { safePath } from "@/lib/auth/safe-path";
import { lookAtLink } from "@/lib/auth/sign-in-link";
import { EntranceHead } from "../../_components/entrance-head";
import { SignInForm } from "../_components/sign-in-form";

export const metadata: Metadata = { title: "Sign in" };

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Where a sign-in link leads. Looking spends nothing, as mail scanners look too; the button does. */
export default async function ConfirmPage({ searchParams }: Props) {
  const query = await searchParams;
  const read = (name: string) => [query[name]].flat()[0] ?? "";
  const [email, token, next] = [read("email"), read("token"), safePath(read("next"))];
  const link = await lookAtLink(email, token, new Date());
  if (link !== "good") {
    const isSignedIn = (await findSignedIn()) !== null;
    return <LinkIsOver isOld={link === "over"} email={email} next={next} isSignedIn={isSignedIn} />;
  }
  return (
    <>
      <EntranceHead title="One step left">
        <p>
          This signs you in as{" "}
          <strong dir="auto" className="font-semibold wrap-anywhere text-text">
            {email}
          </strong>{" "}
          in this browser.
        </p>
      </EntranceHead>
      <form method="post" action={`/api/auth/callback/email?${new URLSearchParams({ email, token })}`}>
        <input type="hidden" name="next" value={next} />
        <button type="submit" className={buttonClass({ variant: "primary", size: "lg", wide: true })}>
          Sign in
        </button>
      </form>
    </>
  );
}

type Over = { isOld: boolean; email: string; next: string; isSignedIn: boolean };

/** Whoever presses the link in their mail a second time is mostly signed in by the first. */
function LinkIsOver({ isOld, email, next, isSignedIn }: Over) {
  return (
    <>
      <EntranceHead title={isOld ? "This link is too old" : "This link does not work any more"}>
        <p>
          {isOld
            ? "A link works for ten minutes, and this one is older."
            : "A link works once, within ten minutes, and signing in with one ends the others."}{" "}
          We can mail you a new one.
        </p>
      </EntranceHead>
      {isSignedIn ? (
        <div className="mb-6 flex flex-col gap-3">
          <p>You are signed in in this browser, so you need none.</p>
          <LinkButton href={next} variant="primary" size="lg" wide>
            Go on
          </LinkButton>
        </div>
      ) : null}
      <SignInForm next={next} email={email.slice(0, 254)} isAside={isSignedIn} />
    </>
  );
}
