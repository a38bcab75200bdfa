import { type MergedTask, takePart } from "@/components/tasks/merge-task";
import type { FormValues } from "@/components/tasks/task-form-values";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActingRole } from "@/lib/domain/actor";
import { inARow } from "@/lib/domain/in-a-row";
import { firstName } from "@/lib/domain/person/first-name";
import { whoDoes } from "@/lib/domain/person/named";

/** What somebody else saved of a task while one was typing; `says` is the refusal's sentence, for what no field shows. */
export type Meanwhile = Pick<MergedTask, "taken" | "both"> & {
  by: string;
  byRole?: ActingRole;
  says: string;
  theirs: FormValues;
};

type Props = {
  meanwhile: Meanwhile;
  form: FormValues;
  /** Puts what the other wrote into the form. */
  onTake: (part: Partial<FormValues>) => void;
};

/** Says what somebody else saved of a task while one was typing; one's own words stay until one takes theirs. */
export function TaskMeanwhile({ meanwhile: { by, byRole, says, taken, both, theirs }, form, onTake }: Props) {
  const who = by ? whoDoes(by, byRole) : "Somebody";
  const whose = by && byRole !== "agent" ? `${firstName(by)}’s` : "Their";
  const words = [...both, ...taken].map((part) => part.words);
  const listed = inARow(words);
  return (
    <Notice tone="gold" role="alert">
      <p>
        {listed ? `${who} changed ${listed} meanwhile. Nothing of yours is saved yet.` : says} What you typed
        is kept. Look it over, and save again.
      </p>
      {both.map((part) => (
        <p key={part.words} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 wrap-anywhere text-text">
            {whose} version of {part.words}: <q dir="auto">{part.says(theirs) || "nothing"}</q>
          </span>
          <Button size="sm" onClick={() => onTake(takePart(form, part, theirs))}>
            Take this
          </Button>
        </p>
      ))}
    </Notice>
  );
}
