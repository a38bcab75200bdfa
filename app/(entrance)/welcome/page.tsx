import type { Metadata } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { isFirstRun, needsSetupCode } from "@/lib/auth/first-desk";
import { readVisitor } from "@/lib/auth/visitor";
import { EntranceHead } from "../_components/entrance-head";
import { FoundingForm } from "../_components/founding-form";
import { zonesHere } from "../_components/zones-here";
import { makeFirstDesk } from "./actions";

export const metadata: Metadata = { title: "Welcome" };

/** The first run: whoever comes first makes the first desk. Afterwards nobody ever sees this page again. */
export default async function WelcomePage() {
  const visitor = readVisitor(await headers());
  if (!(await isFirstRun())) redirect("/");
  return (
    <>
      <EntranceHead title="Welcome. Whose desk is this?">
        <p>You are the client: the desk is yours, and you invite those who assist you.</p>
      </EntranceHead>
      <FoundingForm
        action={makeFirstDesk}
        asks={{ code: needsSetupCode(visitor) ? "" : undefined, name: "", email: "" }}
        colour="blue"
        label="Make my desk"
        {...zonesHere()}
      />
    </>
  );
}
