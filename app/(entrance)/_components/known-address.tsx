import { SignInWays } from "../sign-in/_components/sign-in-ways";

type Props = { back: string; email: string; then: string };

/** For an address that has an account: the invitation may have been forwarded, the sign-in link goes to its owner alone. */
export function KnownAddress({ back, email, then }: Props) {
  return (
    <>
      <p className="text-[0.9375rem] text-muted">
        You have been here with this address before. Sign in with it first; that leads you back here, where
        you {then}.
      </p>
      <SignInWays next={back} email={email} />
    </>
  );
}
