import { KindIcon } from "@/components/tasks/kind-icon";
import { TagPill } from "@/components/tasks/tag-pill";
import { kindWords } from "@/components/tasks/words";
import type { KindRight } from "@/lib/domain/policy/rights";

/** Every kind, the tag it starts with, and the rule that says so. */
export function KindsTable({ kinds }: { kinds: KindRight[] }) {
  return (
    <ul className="rounded-sheet border border-line bg-sheet">
      {kinds.map(({ kind, starts }) => (
        <li
          key={kind}
          className="grid gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0 sm:grid-cols-[13rem_minmax(0,1fr)]"
        >
          <span className="flex items-center gap-2.5 font-semibold">
            <KindIcon kind={kind} />
            {kindWords[kind]}
          </span>
          <span className="flex flex-col gap-2">
            {starts.map(({ rule, tag, says, circles }) => (
              <span key={rule} className="flex flex-wrap items-center gap-x-3 gap-y-1">
                <TagPill tag={tag} />
                <span className="wrap-anywhere min-w-0 text-muted">
                  {circles.length > 0 ? <bdi>{circles.join(", ")}: </bdi> : null}
                  {says}
                </span>
              </span>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}
