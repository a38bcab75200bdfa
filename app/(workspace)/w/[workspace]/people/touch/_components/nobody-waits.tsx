import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { useDesk } from "@/components/workspace/desk-context";

/** The empty list; and where one says how often, as long as no circle does. */
export function NobodyWaits({ hasCadence, base }: { hasCadence: boolean; base: string }) {
  const { role, clientShort } = useDesk();
  const isClient = role === "client";
  return (
    <EmptyState title={`Nobody is waiting to hear from ${isClient ? "you" : clientShort}.`}>
      {hasCadence ? (
        "Whoever has waited longer than their circle says, or their own page, stands here."
      ) : (
        <>
          No circle says yet how often.{" "}
          <Link href={`${base}/settings/circles`} className="underline decoration-line underline-offset-2">
            {isClient ? "Say it for a circle" : "See the circles"}
          </Link>
          {isClient ? ", or for one person on their page." : `, which ${clientShort} shapes.`}
        </>
      )}
    </EmptyState>
  );
}
