import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";
import { firstName } from "@/lib/domain/person/first-name";

type Props = {
  desks: { slug: string; name: string; clientName: string; role: string }[];
  denied: string;
};

/** Why somebody who answers for no agent can let nothing in, and what they can do about it. */
export function NoAgents({ desks, denied }: Props) {
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-col gap-2 text-[0.9375rem] text-muted">
        <p>
          A program works under a name of its own, as an agent that somebody answers for: so that its words
          are never taken for a person’s. You answer for no agent yet.
        </p>
        {desks.length === 0 ? <p>You belong to no desk at the moment.</p> : null}
      </div>
      {desks.map(({ slug, name, clientName, role }) => (
        <LinkButton key={slug} href={`/w/${slug}/settings/agents`} size="lg" wide>
          {role === "client" ? `Add an agent at “${name}”` : `Ask ${firstName(clientName)} to add one`}
        </LinkButton>
      ))}
      <p className="text-[0.8125rem] text-muted">Afterwards start again from the program.</p>
      <a href={denied} className={buttonClass({ size: "lg", wide: true, variant: "quiet" })}>
        Not now
      </a>
    </div>
  );
}
