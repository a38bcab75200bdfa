import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";
import { SectionHeader } from "@/components/ui/sheet";
import type { WeeklyLine, WeeklyList } from "@/lib/domain/weekly/view";
import { sayDay, sayRemembered } from "@/lib/domain/weekly/words";

type Props = { list: WeeklyList; slug: string; draw: (line: WeeklyLine) => ReactNode };

/** The list in its order: day after day, whom one is losing touch with, who is remembered; and how many a long one leaves out. */
export function Sections({ list, slug, draw }: Props) {
  const days = [...new Set(list.days.map((line) => line.day))];
  return (
    <div className="flex flex-col gap-6 print:gap-3">
      {days.map((day) => (
        <section key={day} aria-labelledby={`day-${day}`}>
          <SectionHeader id={`day-${day}`} title={sayDay(day)} />
          <Rows lines={list.days.filter((line) => line.day === day)} draw={draw} />
        </section>
      ))}
      <LeftOut count={list.daysInAll - list.days.length} what="days" />
      {list.touch.length > 0 ? (
        <section aria-labelledby="losing-touch">
          <SectionHeader id="losing-touch" title="Losing touch" />
          <Rows lines={list.touch} draw={draw} />
        </section>
      ) : null}
      <LeftOut count={list.touchInAll - list.touch.length} what="people" />
      {list.remembered.length > 0 ? <Remembered list={list} slug={slug} /> : null}
      <LeftOut count={list.rememberedInAll - list.remembered.length} what="days to remember" />
    </div>
  );
}

/** Nothing is asked of these: they are said, and one remembers. */
function Remembered({ list, slug }: Pick<Props, "list" | "slug">) {
  return (
    <section aria-labelledby="remembered">
      <SectionHeader id="remembered" title="Remembered" />
      <ul className="flex flex-col gap-1 px-4 text-[0.8125rem] text-muted print:px-0">
        {list.remembered.map((one) => (
          <li key={one.key} dir="auto" className="wrap-anywhere">
            {sayDay(one.day)}:{" "}
            <Link href={`/w/${slug}/people/${one.person.id}`} className="hover:underline">
              <bdi>{sayRemembered(one)}</bdi>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Rows({ lines, draw }: { lines: WeeklyLine[]; draw: Props["draw"] }) {
  return (
    <ul className="overflow-hidden rounded-sheet border border-line bg-sheet print:rounded-none print:border-x-0 print:border-b-0">
      {lines.map((line) => (
        <li key={line.key} className="border-t border-line first:border-t-0">
          {draw(line)}
        </li>
      ))}
    </ul>
  );
}

function LeftOut({ count, what }: { count: number; what: string }) {
  return count > 0 ? (
    <p className="text-muted">
      And {count} more {what}. Look fewer days ahead, or see to these first.
    </p>
  ) : null;
}
