import { Check, HelpCircle, X } from "lucide-react";
import type { ReactNode } from "react";
import { Names } from "@/components/tasks/names";
import { useNow } from "@/components/ui/clock";
import { Notice } from "@/components/ui/notice";
import { dayText, fullText, type Place } from "@/components/when";
import { useDesk } from "@/components/workspace/desk-context";
import type { ForYouCard } from "@/lib/domain/task/for-you";

type Props = {
  card: ForYouCard;
  /** What the kind has to say stands elsewhere: on the entry of the calendar that the card is about. */
  withoutRows?: boolean;
};

/** What helps to decide: what to know of the person, what the kind has to say, and the assistant's note in pencil. */
export function CardFacts({ card, withoutRows = false }: Props) {
  const desk = useDesk();
  const now = useNow();
  const about = aboutLines(card, now, desk);
  const { fields } = card;
  return (
    <>
      {card.noLonger ? (
        <Notice role="note" tone="gold">
          <span dir="auto" className="wrap-anywhere">
            {card.noLonger.says}
          </span>
        </Notice>
      ) : null}
      {card.wasThatIt ? <Notice role="note">{card.wasThatIt}</Notice> : null}
      {about.length > 0 ? (
        <div className="rounded-xl bg-paper px-4 py-3 text-base text-muted">
          {about.map((line) => (
            <p key={line} dir="auto" className="wrap-anywhere">
              {line}
            </p>
          ))}
        </div>
      ) : null}
      {withoutRows ? null : <CardFactRows card={card} />}
      {fields.criteria?.length ? <Criteria criteria={fields.criteria} /> : null}
      {fields.checklist?.length ? (
        <Lines
          lines={fields.checklist.map((line) => ({
            text: line.text,
            icon: line.done ? <Met /> : <Unknown />,
          }))}
        />
      ) : null}
      {fields.postText ? (
        <p
          dir="auto"
          className="wrap-anywhere font-serif text-[1.1875rem] leading-relaxed whitespace-pre-line"
        >
          {fields.postText}
        </p>
      ) : null}
      {card.note ? (
        <div className="rounded-xl border border-dashed border-pencil-line px-4 py-3">
          <p className="text-sm text-muted">Note</p>
          <p
            dir="auto"
            className="wrap-anywhere max-h-[40dvh] overflow-y-auto text-base whitespace-pre-line text-pencil"
          >
            {card.note}
          </p>
        </div>
      ) : null}
    </>
  );
}

/** When, where and with whom, as the task itself has it. */
export function CardFactRows({ card }: { card: ForYouCard }) {
  return <Facts rows={factRows(card, useDesk())} />;
}

function aboutLines({ about, lastContact }: ForYouCard, now: number, place: Place): string[] {
  const lines: string[] = lastContact ? [lastContact] : [];
  if (!about) return lines;
  const { last, careful } = about;
  if (last) {
    const day = dayText(last.at, now, place, true).replace(/^(Today|Tomorrow|Yesterday)$/, (word) =>
      word.toLowerCase(),
    );
    lines.push(`Last: ${last.title}, ${last.outcome} ${/^\d|^[A-Z]/.test(day) ? `on ${day}` : day}.`);
  }
  if (careful) lines.push(`Careful: ${careful}`);
  return lines;
}

function factRows({ fields, whoComes }: ForYouCard, place: Place): [string, ReactNode][] {
  const rows: [string, ReactNode][] = [
    ["When", fields.startsAt && fullText(fields.startsAt, place)],
    ["Where", fields.place],
    ["Link", fields.link],
    ["Organiser", fields.organiser],
    ["With", fields.otherSide || whoComes],
    ["Who", fields.handle],
    ["Between", fields.between && <Names key="names" line={fields.between} />],
    ["Publish", fields.publishAt && fullText(fields.publishAt, place)],
  ];
  return rows.filter(([, says]) => Boolean(says));
}

function Facts({ rows }: { rows: [string, ReactNode][] }) {
  if (rows.length === 0) return null;
  return (
    <dl className="grid grid-cols-[max-content_minmax(0,1fr)] gap-x-4 gap-y-1 text-base">
      {rows.map(([term, says]) => (
        <div key={term} className="contents">
          <dt className="text-muted">{term}</dt>
          <dd dir="auto" className="wrap-anywhere">
            {says}
          </dd>
        </div>
      ))}
    </dl>
  );
}

const answers = {
  met: { icon: <Met />, says: "met" },
  "not-met": { icon: <NotMet />, says: "not met" },
  unknown: { icon: <Unknown />, says: "unknown" },
} as const;

function Criteria({ criteria }: { criteria: NonNullable<ForYouCard["fields"]["criteria"]> }) {
  return (
    <Lines
      lines={criteria.map(({ text, met }) => ({
        text: `${text}: ${answers[met].says}`,
        icon: answers[met].icon,
      }))}
    />
  );
}

function Lines({ lines }: { lines: { text: string; icon: ReactNode }[] }) {
  return (
    <ul className="flex flex-col gap-1.5 text-base">
      {lines.map(({ text, icon }) => (
        <li key={text} className="flex items-start gap-2.5">
          {icon}
          <span dir="auto" className="wrap-anywhere">
            {text}
          </span>
        </li>
      ))}
    </ul>
  );
}

function Met() {
  return <Check aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-ok" />;
}

function NotMet() {
  return <X aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-late" />;
}

function Unknown() {
  return <HelpCircle aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-muted" />;
}
