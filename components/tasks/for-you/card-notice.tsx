import { TriangleAlert } from "lucide-react";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";

/** What changed under one's hands, or why the last try did not go through. */
export function CardNotice({
  says,
  isProblem,
  signIn,
}: {
  says: string;
  isProblem: boolean;
  signIn: string | null;
}) {
  return (
    <Notice
      role={isProblem ? "alert" : "status"}
      tone={isProblem ? "late" : "gold"}
      icon={<TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0" />}
    >
      <p className="text-base">{says}</p>
      {signIn ? (
        <LinkButton href={signIn} className="mt-2 min-h-11">
          Sign in
        </LinkButton>
      ) : null}
    </Notice>
  );
}
