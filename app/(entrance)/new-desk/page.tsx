import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LinkButton } from "@/components/ui/link-button";
import { findSignedIn, sessionToken } from "@/lib/auth/actor";
import { findFounder } from "@/lib/auth/another-desk";
import { signInPath } from "@/lib/auth/safe-path";
import { deskNameOf } from "@/lib/domain/workspace/belonging";
import { deskColours } from "@/lib/domain/workspace/view";
import { EntranceHead } from "../_components/entrance-head";
import { FoundingForm } from "../_components/founding-form";
import { zonesHere } from "../_components/zones-here";
import { makeAnotherDesk } from "./actions";

export const metadata: Metadata = { title: "Another desk" };

/** Another desk of whoever is signed in, of which they are the client. */
export default async function NewDeskPage() {
  if ((await findSignedIn()) === null) redirect(signInPath("/new-desk"));
  const founder = await findFounder(await sessionToken());
  if (founder === null) return <NotWithThisAccount />;
  const { name, desks } = founder;
  const hasOwn = desks.some(({ role }) => role === "client");
  return (
    <>
      <EntranceHead title={hasOwn ? "Another desk" : "A desk of your own"}>
        <p>
          You are its client,{" "}
          <strong dir="auto" className="font-semibold wrap-anywhere text-text">
            {name}
          </strong>
          : what must be you is yours there, and you invite those who assist you. Nobody at your other desks
          sees it.
        </p>
        <p>
          Is it for somebody else? Then it is theirs to make: whoever runs this server can send them an
          invitation.
        </p>
      </EntranceHead>
      <FoundingForm
        action={makeAnotherDesk}
        asks={{ desk: hasOwn ? "" : deskNameOf(name) }}
        colour={deskColours.find((one) => desks.every(({ colour }) => colour !== one)) ?? "blue"}
        label="Make the desk"
        {...zonesHere()}
      />
      <LinkButton href="/" variant="quiet" size="lg" wide className="mt-2">
        Not now
      </LinkButton>
    </>
  );
}

function NotWithThisAccount() {
  return (
    <>
      <EntranceHead title="No desk can be made with this account">
        <p>
          In the demo everybody can invite anybody, so an account that was made there makes no desk by itself.
        </p>
        <p>
          Ask whoever runs this server to invite this address to a desk of its own. With the link that they
          send you make it with this account, and whoever else is signed in with it is signed out. If the demo
          signs everybody in as this account, ask with another address.
        </p>
      </EntranceHead>
      <LinkButton href="/" size="lg" wide>
        Back
      </LinkButton>
    </>
  );
}
