import { buttonClass } from "@/components/ui/button-class";
import { LinkButton } from "@/components/ui/link-button";

type Props = { desks: { slug: string; name: string }[]; words: string; denied: string };

/** Somebody with agents at several desks says at which of them the program is to work. */
export function ChooseDesk({ desks, words, denied }: Props) {
  return (
    <div className="flex flex-col gap-2.5">
      <p className="text-[0.9375rem] text-muted">A program works at one desk. At which?</p>
      {desks.map(({ slug, name }) => (
        <LinkButton key={slug} href={`/oauth/authorize?${words}&desk=${slug}`} size="lg" wide>
          {name}
        </LinkButton>
      ))}
      <a href={denied} className={buttonClass({ size: "lg", wide: true, variant: "quiet" })}>
        Not now
      </a>
    </div>
  );
}
