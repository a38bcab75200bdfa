import { buttonClass } from "@/components/ui/button-class";
import { offeredProviders } from "@/lib/auth/providers";
import { SignInForm } from "./sign-in-form";

/** Every way to sign in that is set up, each leading to `next` afterwards. */
export function SignInWays({ next, email }: { next: string; email?: string }) {
  const providers = offeredProviders();
  return (
    <>
      <SignInForm next={next} email={email} />
      {providers.length > 0 ? <p className="text-center text-[0.8125rem] text-muted">or</p> : null}
      {providers.map(({ id, name }) => (
        <form key={id} method="post" action={`/api/auth/signin/${id}`}>
          <input type="hidden" name="next" value={next} />
          <button type="submit" className={buttonClass({ size: "lg", wide: true })}>
            Continue with {name}
          </button>
        </form>
      ))}
    </>
  );
}
