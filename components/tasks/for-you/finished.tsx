import type { Ref } from "react";
import { LinkButton } from "@/components/ui/link-button";
import { useDesk } from "@/components/workspace/desk-context";

/** Nothing is before the client any more. Said plainly: no praise, nothing counted. */
export function Finished({ headingRef, dealt }: { headingRef: Ref<HTMLHeadingElement>; dealt: number }) {
  const { slug, assistantShort } = useDesk();
  // Whoever has no assistant yet is not told that one goes on.
  const goesOn = assistantShort === "your assistant" ? "" : `${assistantShort} goes on with the rest. `;
  return (
    <section className="flex flex-1 flex-col items-start justify-center gap-3 px-1 py-10">
      <h2
        ref={headingRef}
        tabIndex={-1}
        className="font-serif text-[1.75rem] leading-tight font-medium outline-none"
      >
        {dealt > 0 ? "That was all." : "Nothing is before you."}
      </h2>
      <p className="max-w-prose text-base text-muted">
        {goesOn}
        What must be you comes here when it is ready, or when its day has come.
      </p>
      <div className="mt-2 flex flex-wrap gap-2.5">
        <LinkButton href={`/w/${slug}/calendar`} size="lg">
          Look at the calendar
        </LinkButton>
        <LinkButton href={`/w/${slug}/weekly`} size="lg" variant="quiet">
          What comes up
        </LinkButton>
        <LinkButton href={`/w/${slug}/queue`} size="lg" variant="quiet">
          The whole queue
        </LinkButton>
      </div>
    </section>
  );
}
