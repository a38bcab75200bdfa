import { fieldText, fieldWords } from "@/components/people/merge-typed";
import type { PersonValues } from "@/components/people/person-form-values";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { firstName } from "@/lib/domain/person/first-name";

type Props = {
  meanwhile: {
    by: string;
    taken: (keyof PersonValues)[];
    both: (keyof PersonValues)[];
    theirs: PersonValues;
  };
  /** Puts what the other wrote into the form. */
  onTake: (part: Partial<PersonValues>) => void;
};

/** Says what somebody else saved while one was typing; one's own words stay until one takes theirs. */
export function MeanwhileNotice({ meanwhile, onTake }: Props) {
  const { by, taken, both, theirs } = meanwhile;
  const who = by ? firstName(by) : "Somebody";
  const words = [...both, ...taken].map((name) => fieldWords[name]);
  return (
    <Notice tone="gold" role="alert">
      <p>
        {who} changed {words.length > 0 ? joined(words) : "this"} meanwhile. What you typed is kept; nothing
        of yours is saved yet. Look it over, and save again.
      </p>
      {both.map((name) => (
        <p key={name} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 wrap-anywhere text-text">
            {by ? `${firstName(by)}’s` : "Their"} version of {fieldWords[name]}:{" "}
            <q dir="auto">{fieldText(theirs, name) || "nothing"}</q>
          </span>
          <Button size="sm" onClick={() => onTake({ [name]: theirs[name] })}>
            Take this
          </Button>
        </p>
      ))}
    </Notice>
  );
}

function joined(words: string[]): string {
  return words.length < 2 ? (words[0] ?? "") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
