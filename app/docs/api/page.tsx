import type { Metadata } from "next";
import { PageHeader } from "@/components/ui/sheet";
import { env } from "@/lib/env";
import { Contents } from "./_components/contents";
import { HowItWorks } from "./_components/how-it-works";
import { OperationPart } from "./_components/operation-part";
import { readDocument } from "./_components/read-document";
import { RefusalPart } from "./_components/refusal-part";
import { refusals } from "./_components/refusals";

export const metadata: Metadata = { title: "For programs" };

const operations = readDocument(env.FIRSTHAND_URL);
const groups = [...new Set(operations.map(({ group }) => group))].map((name) => ({
  name,
  id: `group-${name.toLowerCase().replaceAll(/\W+/g, "-")}`,
  operations: operations.filter(({ group }) => group === name),
}));

/** What can be asked of the API, to be read by people: made from what the handlers are made from. Nothing in it is anybody's. */
export default function ApiPage() {
  return (
    <div className="mx-auto w-full max-w-6xl px-4 py-8 sm:px-8 lg:grid lg:grid-cols-[14rem_minmax(0,1fr)] lg:gap-10 print:block">
      <Contents groups={groups} total={operations.length} />
      <main id="main" className="min-w-0">
        <PageHeader
          title="Firsthand for programs"
          lead="Everything that a person can do at a desk has an address, and every “no” a name. What must be the client stays the client’s."
        />
        <HowItWorks server={env.FIRSTHAND_URL} operations={operations} />
        {groups.map(({ name, id, operations: within }) => (
          <section key={id} aria-labelledby={id} data-group className="pb-4">
            <h2 id={id} className="scroll-mt-4 pb-2 font-serif text-xl font-medium">
              {name}
            </h2>
            {within.map((one) => (
              <OperationPart key={one.id} one={one} />
            ))}
          </section>
        ))}
        <section aria-labelledby="refusals" className="pt-4">
          <h2 id="refusals" className="scroll-mt-4 pb-2 font-serif text-xl font-medium">
            Every “no”, by its name
          </h2>
          <RefusalPart refusals={refusals} />
        </section>
      </main>
    </div>
  );
}
