import { fieldText, fieldWords } from "@/components/people/merge-typed";
import type { PersonValues } from "@/components/people/person-form-values";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { ActingRole } from "@/lib/domain/actor";
import { inARow } from "@/lib/domain/in-a-row";
import { firstName } from "@/lib/domain/person/first-name";
import { whoDoes } from "@/lib/domain/person/named";

type Props = {
  meanwhile: {
    by: string;
    byRole?: ActingRole;
    taken: (keyof PersonValues)[];
    both: (keyof PersonValues)[];
    theirs: PersonValues;
  };
  /** Puts what the other wrote into the form. */
  onTake: (part: Partial<PersonValues>) => void;
};

/** Says what somebody else saved while one was typing; one's own words stay until one takes theirs. */
export function MeanwhileNotice({ meanwhile, onTake }: Props) {
  const { by, byRole, taken, both, theirs } = meanwhile;
  const who = by ? whoDoes(by, byRole) : "Somebody";
  const whose = by && byRole !== "agent" ? `${firstName(by)}’s` : "Their";
  const words = [...both, ...taken].map((name) => fieldWords[name]);
  return (
    <Notice tone="gold" role="alert">
      <p>
        {who} changed {words.length > 0 ? inARow(words) : "this"} meanwhile. What you typed is kept; nothing
        of yours is saved yet. Look it over, and save again.
      </p>
      {both.map((name) => (
        <p key={name} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 wrap-anywhere text-text">
            {whose} version of {fieldWords[name]}: <q dir="auto">{fieldText(theirs, name) || "nothing"}</q>
          </span>
          <Button size="sm" onClick={() => onTake({ [name]: theirs[name] })}>
            Take this
          </Button>
        </p>
      ))}
    </Notice>
  );
}
