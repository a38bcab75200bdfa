import { Ban } from "lucide-react";
import type { ReactNode } from "react";
import { SaidOfAgent } from "@/components/ui/agent-badge";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { dayOf, fullText, type Place, timeText } from "@/components/when";
import type { HistoryLine } from "@/lib/domain/history/view";
import { doorWords } from "@/lib/domain/history/words";

type WordsOf = (gestureId: string) => ReactNode;
type Props = { lines: HistoryLine[]; place: Place; slug: string; wordsOf?: WordsOf };

/** What happened, day by day, the latest first. Refused attempts stand out by their word first. */
export function HistoryLines({ lines, place, slug, wordsOf }: Props) {
  return groupByDay(lines, place).map(([day, ofDay]) => (
    <section key={day} aria-label={ofDay[0] ? fullText(ofDay[0].at, place, true) : day} className="mb-7">
      <h2 className="border-b border-line pb-1.5 text-[0.8125rem] font-semibold">
        {ofDay[0] ? fullText(ofDay[0].at, place, true) : day}
      </h2>
      <ol>
        {ofDay.map((line) => (
          <Line key={line.seq} line={line} place={place} slug={slug} wordsOf={wordsOf} />
        ))}
      </ol>
    </section>
  ));
}

function Line({ line, place, slug, wordsOf }: Omit<Props, "lines"> & { line: HistoryLine }) {
  return (
    <li className="grid grid-cols-[3.25rem_minmax(0,1fr)] items-baseline gap-x-3 border-b border-line/60 py-2.5 sm:grid-cols-[3.25rem_minmax(0,1fr)_auto]">
      <time dateTime={line.at} title={fullText(line.at, place)} className="text-muted tabular-nums">
        {timeText(line.at, place)}
      </time>
      <p dir="auto" className={cx("wrap-anywhere", line.isRefused && "text-late")}>
        {line.isRefused ? <Ban aria-hidden="true" className="me-1.5 inline size-4 align-[-0.2em]" /> : null}
        <SaidOfAgent sentence={line.sentence} agent={line.agent} />
      </p>
      <p className="col-start-2 flex flex-wrap items-center gap-x-2 text-[0.8125rem] text-muted sm:col-start-3">
        {doorWords[line.door]}
        {line.link ? (
          <Link
            href={`/w/${slug}/history?subject=${line.link.id}`}
            className="touchable rounded underline decoration-line underline-offset-2 hover:text-text"
          >
            All about this
          </Link>
        ) : null}
      </p>
      {line.gestureId && wordsOf ? <div className="col-start-2">{wordsOf(line.gestureId)}</div> : null}
    </li>
  );
}

function groupByDay(lines: HistoryLine[], place: Place): [string, HistoryLine[]][] {
  const days = new Map<string, HistoryLine[]>();
  for (const line of lines) {
    const day = dayOf(Date.parse(line.at), place);
    days.set(day, [...(days.get(day) ?? []), line]);
  }
  return [...days];
}
