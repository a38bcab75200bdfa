import { Lock } from "lucide-react";
import type { ReactNode } from "react";
import { diedText } from "@/components/people/words";
import { useDesk } from "@/components/workspace/desk-context";
import type { PersonView } from "@/lib/domain/person/view";

/** Who it is, at the top of their page; `picture` shows and changes theirs, `children` are what one can do with them. */
export function PersonHead({
  person,
  picture,
  children,
}: {
  person: PersonView;
  picture: ReactNode;
  children: ReactNode;
}) {
  const { locale } = useDesk();
  const about = [person.jobTitle, person.organization].filter(Boolean).join(", ");
  return (
    <header className="mb-5 flex flex-wrap items-start gap-x-4 gap-y-3">
      {picture}
      <div className="min-w-0 flex-1 basis-52">
        <h1 className="wrap-anywhere font-serif text-[1.75rem] leading-tight font-medium">
          <bdi>{person.name}</bdi>
        </h1>
        {person.saidAs ? (
          <p className="mt-0.5 wrap-anywhere text-muted">
            Said: <bdi>{person.saidAs}</bdi>
          </p>
        ) : null}
        {about ? (
          <p className="mt-0.5 wrap-anywhere text-muted">
            <bdi>{about}</bdi>
          </p>
        ) : null}
        {person.isDead ? <p className="mt-0.5 text-muted">{diedText(person.diedOn, locale)}</p> : null}
        {person.isPrivate ? (
          <p className="mt-1 flex items-center gap-1.5 text-[0.8125rem] text-muted">
            <Lock aria-hidden="true" className="size-3.5" /> Private: nobody but you sees them.
          </p>
        ) : null}
      </div>
      {children}
    </header>
  );
}
