import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { findSignedIn } from "@/lib/auth/actor";
import { readDeskInvitation } from "@/lib/auth/another-desk";
import { deskNameOf } from "@/lib/domain/workspace/belonging";
import { EntranceHead } from "../../_components/entrance-head";
import { FoundingForm } from "../../_components/founding-form";
import { KnownAddress } from "../../_components/known-address";
import { zonesHere } from "../../_components/zones-here";
import { makeInvitedDesk } from "../actions";

export const metadata: Metadata = { title: "A desk of your own" };

type Props = { params: Promise<{ token: string }> };

/** Where the host's invitation to a desk of one's own leads. Looking founds nothing; the button does. */
export default async function InvitedDeskPage({ params }: Props) {
  const { token } = await params;
  const invitation = token.length <= 200 ? await readDeskInvitation(token) : null;
  if (invitation === null) return <NoInvitation />;
  const { email, isNewcomer, guessedName } = invitation;
  const holder = await findSignedIn();
  const isTheirs = holder?.email === email;
  return (
    <>
      <EntranceHead title="You are invited to a desk of your own">
        <p>You are its client: the desk is yours, and you invite those who assist you.</p>
        <p>
          The invitation is for <strong className="font-semibold wrap-anywhere text-text">{email}</strong>.
        </p>
      </EntranceHead>
      <div className="flex flex-col gap-4">
        {holder !== null && !isTheirs ? (
          <Notice tone="gold" role="note">
            You are signed in as {holder.email}. {isNewcomer ? "Making the desk" : "Signing in below"} signs
            you out there and in as {email}.
          </Notice>
        ) : null}
        {isNewcomer || isTheirs ? (
          <FoundingForm
            action={makeInvitedDesk}
            asks={isNewcomer ? { name: guessedName } : { desk: deskNameOf(holder?.name ?? "") }}
            token={token}
            colour="blue"
            label={isNewcomer ? "Make my desk and sign in" : "Make my desk"}
            {...zonesHere()}
          />
        ) : (
          <KnownAddress back={`/new-desk/${encodeURIComponent(token)}`} email={email} then="make your desk" />
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
          A desk was made with it already, there is a newer one, or it is older than two weeks. Ask whoever
          invited you for a new one.
        </p>
      </EntranceHead>
      <LinkButton href={holder ? "/" : "/sign-in"} size="lg" wide>
        {holder ? "To your desk" : "Sign in"}
      </LinkButton>
    </>
  );
}
