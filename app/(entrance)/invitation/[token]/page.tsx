import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { readInvitation } from "@/lib/auth/accept";
import { findSignedIn } from "@/lib/auth/actor";
import { EntranceHead } from "../../_components/entrance-head";
import { KnownAddress } from "../../_components/known-address";
import { AcceptForm } from "./_components/accept-form";

export const metadata: Metadata = { title: "Invitation" };

type Props = { params: Promise<{ token: string }> };

/** Where an invitation's mail leads. Looking accepts nothing; the button does. */
export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const invitation = token.length <= 200 ? await readInvitation(token) : null;
  if (invitation === null) return <NoInvitation />;
  const { email, clientName, isNewcomer, guessedName } = invitation;
  const holder = await findSignedIn();
  const isSomebodyElse = holder !== null && holder.email !== email;
  return (
    <>
      <EntranceHead title={`${clientName} invites you to assist them`}>
        <p>
          You would share one queue: you prepare and do what may be delegated, and what must be {clientName}{" "}
          stays theirs.
        </p>
        <p>
          The invitation is for <strong className="font-semibold wrap-anywhere text-text">{email}</strong>.
        </p>
      </EntranceHead>
      <div className="flex flex-col gap-4">
        {isSomebodyElse ? (
          <Notice tone="gold" role="note">
            You are signed in as {holder.email}. {isNewcomer ? "Accepting" : "Signing in below"} signs you out
            there and in as {email}.
          </Notice>
        ) : null}
        {isNewcomer || holder?.email === email ? (
          <AcceptForm
            token={token}
            isNewcomer={isNewcomer}
            guessedName={guessedName}
            label={isNewcomer ? "Accept and sign in" : "Accept"}
          />
        ) : (
          <KnownAddress back={`/invitation/${encodeURIComponent(token)}`} email={email} then="accept" />
        )}
      </div>
    </>
  );
}

async function NoInvitation() {
  const holder = await findSignedIn();
  return (
    <>
      <EntranceHead title="This invitation is over">
        <p>
          It was accepted already, taken back, or is older than two weeks. Ask whoever invited you for a new
          one.
        </p>
      </EntranceHead>
      <LinkButton href={holder ? "/" : "/sign-in"} size="lg" wide>
        {holder ? "To your desk" : "Sign in"}
      </LinkButton>
    </>
  );
}
