import type { Metadata } from "next";
import { buttonClass } from "@/components/ui/button-class";
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
  if (link !== "good") return <LinkIsOver isOld={link === "over"} email={email} next={next} />;
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

function LinkIsOver({ isOld, email, next }: { isOld: boolean; email: string; next: string }) {
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
      <SignInForm next={next} email={email.slice(0, 254)} />
    </>
  );
}
