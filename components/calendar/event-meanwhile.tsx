import type { EventValues } from "@/components/calendar/event-form-values";
import { eventFieldText, eventFieldWords } from "@/components/calendar/merge-event";
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
    taken: (keyof EventValues)[];
    both: (keyof EventValues)[];
    theirs: EventValues;
  };
  /** Puts what the other wrote into the form. */
  onTake: (part: Partial<EventValues>) => void;
};

/** Says what somebody else saved of an entry while one was typing; one's own words stay until one takes theirs. */
export function EventMeanwhile({ meanwhile: { by, byRole, taken, both, theirs }, onTake }: Props) {
  const who = by ? whoDoes(by, byRole) : "Somebody";
  const whose = by && byRole !== "agent" ? `${firstName(by)}’s` : "Their";
  const words = [...both, ...taken].map((name) => eventFieldWords[name]);
  const listed = inARow(words);
  return (
    <Notice tone="gold" role="alert">
      <p>
        {who} changed {listed || "this"} meanwhile. What you typed is kept; nothing of yours is saved yet.
        Look it over, and save again.
      </p>
      {both.map((name) => (
        <p key={name} className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 wrap-anywhere text-text">
            {whose} version of {eventFieldWords[name]}:{" "}
            <q dir="auto">{eventFieldText(theirs, name) || "nothing"}</q>
          </span>
          <Button size="sm" onClick={() => onTake({ [name]: theirs[name] })}>
            Take this
          </Button>
        </p>
      ))}
    </Notice>
  );
}
