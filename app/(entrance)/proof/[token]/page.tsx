import type { Metadata } from "next";
import { headers } from "next/headers";
import { judgeProof } from "@/lib/adapters/proof/judge-proof";
import { readProof } from "@/lib/auth/read-proof";
import { readVisitor } from "@/lib/auth/visitor";
import { EntranceHead } from "../../_components/entrance-head";
import { ProofSheet } from "./_components/proof-sheet";

/** Found by whoever was given the link alone, and never told on: not to a search engine, not to a page that is opened from here. */
export const metadata: Metadata = {
  title: "Personally written",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

type Props = { params: Promise<{ token: string }> };

/** Where the link of a proof leads: whether somebody wrote a message themselves, and how to check that. Nothing else is known here. */
export default async function ProofPage({ params }: Props) {
  const { token } = await params;
  const { ip } = readVisitor(await headers());
  const read = await readProof(token, ip);
  if ("waitSeconds" in read)
    return (
      <EntranceHead title="One moment">
        <p>Many such links were opened from where you are. Please try again in a few minutes.</p>
      </EntranceHead>
    );
  return <ProofSheet proof={judgeProof(read.found)} />;
}
