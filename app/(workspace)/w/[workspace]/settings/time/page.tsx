import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Facts } from "@/components/ui/facts";
import { Link } from "@/components/ui/link";
import { Notice } from "@/components/ui/notice";
import { SectionHeader, Sheet } from "@/components/ui/sheet";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import type { CalendarWishes } from "@/lib/domain/calendar/kept";
import { dayAt } from "@/lib/domain/calendar/zone-day";
import { firstName } from "@/lib/domain/person/first-name";
import { readProtected } from "@/lib/queries/read-protected";
import { ProtectedList } from "./_components/protected-list";
import { weekdays } from "./_components/weekdays";
import { WishesForm } from "./_components/wishes-form";

export const metadata: Metadata = { title: "Time" };

export default async function TimePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const at = new Date();
  const actor = await requireActor(workspace);
  const read = await readProtected(actor, at);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/time`));
  const { times, wishes, zone, canChange } = read.value;
  const client = firstName(actor.clientName);
  return (
    <>
      <section aria-labelledby="protected" className="flex flex-col">
        <SectionHeader id="protected" title="Protected hours" aside="nobody’s to book" />
        {canChange ? null : (
          <div className="mb-3">
            <Notice>
              Only {client} says which hours are protected. What you book over them waits for {client}.
            </Notice>
          </div>
        )}
        <ProtectedList
          times={times}
          today={dayAt(at.getTime(), zone)}
          zones={Intl.supportedValuesOf("timeZone")}
          canChange={canChange}
        />
        <p className="mt-3 text-[0.8125rem] text-muted">
          Days away are kept, too: they are under{" "}
          <Link href={`/w/${workspace}/settings/away`} className="underline">
            Away
          </Link>
          .
        </p>
      </section>
      <section aria-labelledby="hours" className="flex flex-col">
        <SectionHeader
          id="hours"
          title="Hours, ways and checks"
          aside={canChange ? "free times are looked for in them" : `Only ${client} says this`}
        />
        {canChange ? (
          <WishesForm wishes={wishes} />
        ) : (
          <Sheet aria-label={`What ${client} wishes`}>
            <Facts rows={sayWishes(wishes)} />
          </Sheet>
        )}
      </section>
    </>
  );
}

function sayWishes(wishes: CalendarWishes): [string, string][] {
  return [
    ["Hours", `${wishes.hoursFrom}–${wishes.hoursTo}`],
    ["Days for meetings", wishes.workDays.map((day) => weekdays[day - 1]).join(", ")],
    ["On the way", `${wishes.travelMinutes} minutes each way`],
    ["After a post", `${wishes.windowMinutes} minutes are kept`],
    ["Meetings are checked", `${wishes.checkHours} hours before`],
    ["A missing check is urgent", `${wishes.escalateHours} hours before`],
  ];
}
