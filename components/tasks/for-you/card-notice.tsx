import { TriangleAlert } from "lucide-react";
import { copyAndOpen } from "@/components/tasks/for-you/copy-and-open";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

/** What changed under one's hands, or why the last try did not go through. */
export function CardNotice({
  says,
  isProblem,
  typed,
  signIn,
}: {
  says: string;
  isProblem: boolean;
  /** What the client had typed there, where they cannot go on with it. */
  typed?: string | null;
  signIn: string | null;
}) {
  return (
    <Notice
      role={isProblem ? "alert" : "status"}
      tone={isProblem ? "late" : "gold"}
      icon={<TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
    >
      <p className="text-base">{says}</p>
      {typed ? (
        <div className="mt-2 flex flex-col items-start gap-2">
          <p className="text-sm">You had typed this; it is kept on this device:</p>
          <blockquote
            dir="auto"
            className="wrap-anywhere font-serif text-[1.0625rem] leading-relaxed whitespace-pre-wrap text-ink"
          >
            {typed}
          </blockquote>
          <Button onClick={() => void copyAndOpen(typed, null)}>Copy it</Button>
        </div>
      ) : null}
      {signIn ? (
        <LinkButton href={signIn} className="mt-2 min-h-11">
          Sign in
        </LinkButton>
      ) : null}
    </Notice>
  );
}
