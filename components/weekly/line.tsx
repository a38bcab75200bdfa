import { TagPill } from "@/components/tasks/tag-pill";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { type LineVerb, lineVerbs, type WeeklyLine, type WeeklyList } from "@/lib/domain/weekly/view";
import { sayFacts, sayOccasion, sayProposed, verbWords } from "@/lib/domain/weekly/words";

type Props = {
  line: WeeklyLine;
  list: Pick<WeeklyList, "from" | "zone" | "clientName" | "reader">;
  slug: string;
  /** Without it the line is only to be read. */
  onAnswer?: (line: WeeklyLine, verb: LineVerb) => void;
  busy?: boolean;
  isChosen?: boolean;
};

/** One line of what comes up: who, what, everything that helps to write to them, and the three answers. */
export function Line({ line, list, slug, onAnswer, busy, isChosen }: Props) {
  const { person, task } = line;
  const words = verbWords(list.reader.role === "client", list.clientName);
  return (
    <article
      id={line.key}
      aria-label={person.name}
      data-chosen={isChosen || undefined}
      className="flex flex-col gap-1 border-t border-line px-4 py-3 first:border-t-0 data-chosen:bg-sunken/50 print:break-inside-avoid print:px-0 print:py-2"
    >
      <header className="flex flex-wrap items-baseline gap-x-2.5 gap-y-0.5">
        <h3 className="min-w-0 font-serif text-[1.0625rem] leading-snug">
          <Link href={`/w/${slug}/people/${person.id}`} className="touchable wrap-anywhere hover:underline">
            <bdi>{person.name}</bdi>
          </Link>
        </h3>
        {person.saidAs ? (
          <span className="text-[0.8125rem] text-muted">
            (<bdi>{person.saidAs}</bdi>)
          </span>
        ) : null}
        {line.type === "day" ? (
          <span className="font-semibold">
            <bdi>{sayOccasion(line)}</bdi>
          </span>
        ) : null}
        {task ? <TagPill tag={task.tag} className="ms-auto print:hidden" /> : null}
      </header>
      {sayFacts(line, list).map((fact) => (
        <p key={fact} dir="auto" className="wrap-anywhere text-[0.8125rem] text-muted">
          {fact}
        </p>
      ))}
      <Reach line={line} />
      <p dir="auto" className="wrap-anywhere text-[0.8125rem]">
        {sayProposed(line, list)}
      </p>
      {onAnswer ? (
        <div className="mt-1 flex flex-wrap gap-2 print:hidden">
          {lineVerbs.map((verb, n) => (
            <Button
              key={verb}
              size="sm"
              shortcut={isChosen ? String(n + 1) : undefined}
              variant={verb === "skip" ? "quiet" : "secondary"}
              aria-label={`${words[verb]}: ${person.name}`}
              aria-disabled={busy || (verb === "skip" && !line.canSkip) || undefined}
              title={verb === "skip" && !line.canSkip ? "Only the client can skip this one." : undefined}
              onClick={() => onAnswer(line, verb)}
            >
              {words[verb]}
            </Button>
          ))}
        </div>
      ) : null}
    </article>
  );
}

function Reach({ line }: { line: WeeklyLine }) {
  const { phones, emails, addresses } = line.reach;
  if (phones.length + emails.length + addresses.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-3 text-[0.8125rem] text-muted">
      {phones.map((phone) => (
        <li key={phone}>
          <a href={`tel:${phone.replace(/[^\d+*#]/g, "")}`} className="touchable hover:underline">
            <bdi>{phone}</bdi>
          </a>
        </li>
      ))}
      {emails.map((email) => (
        <li key={email} className="wrap-anywhere">
          <a
            href={`mailto:${encodeURIComponent(email).replace(/%40/g, "@")}`}
            className="touchable hover:underline"
          >
            <bdi>{email}</bdi>
          </a>
        </li>
      ))}
      {addresses.map((address) => (
        <li key={address} className="wrap-anywhere">
          <bdi>{address}</bdi>
        </li>
      ))}
    </ul>
  );
}
