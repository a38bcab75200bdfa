import { sayScopes } from "@/components/programs/words";
import { SectionHeader } from "@/components/ui/sheet";
import { ageText } from "@/components/when";
import type { Actor } from "@/lib/domain/actor";
import { firstName } from "@/lib/domain/person/first-name";
import type { ProgramView } from "@/lib/domain/program";
import { readPrograms } from "@/lib/queries/read-programs";
import { EndProgram } from "./end-program";

/** The programs that are signed in as agents, for whoever let them in, answers for them, or is the client. */
export async function ProgramsPart({ actor }: { actor: Actor }) {
  const at = new Date();
  const read = await readPrograms(actor, at);
  if (!read.ok || read.value.programs.length === 0) return null;
  const day = new Intl.DateTimeFormat("en-GB", { timeZone: actor.workspace.zone, dateStyle: "long" });
  return (
    <section aria-labelledby="programs" className="flex flex-col gap-3">
      <SectionHeader id="programs" title="Programs that are signed in" aside="each as one of the agents" />
      <ul className="overflow-hidden rounded-sheet border border-line bg-sheet">
        {read.value.programs.map((program) => (
          <li
            key={program.id}
            className="flex flex-wrap items-start justify-between gap-3 border-t border-line px-4 py-3 first:border-t-0"
          >
            <div className="flex min-w-0 flex-1 basis-56 flex-col gap-0.5">
              <p className="font-medium wrap-anywhere">
                <bdi>{program.name}</bdi>{" "}
                <span className="font-normal text-muted">
                  as <bdi>{program.agent.name}</bdi>
                </span>
              </p>
              <p className="text-[0.8125rem] text-muted">{sayFor(program)}</p>
              <p className="text-[0.8125rem] text-muted">
                Let in by {firstName(program.letInBy)} on {day.format(Date.parse(program.letInAt))}, ends on{" "}
                {day.format(Date.parse(program.expiresAt))},{" "}
                {program.lastUsedAt ? `last used ${ageText(program.lastUsedAt, at.getTime())}` : "never used"}
                .
              </p>
            </div>
            <EndProgram program={program} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function sayFor({ scopes }: ProgramView): string {
  const said = sayScopes(scopes);
  return `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
}
