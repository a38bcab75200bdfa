import { CalendarClock, Check, Handshake, Lock, type LucideIcon, Mail, Phone, X } from "lucide-react";
import type { ReactNode } from "react";
import { contactHowWords, plainDayText } from "@/components/people/words";
import { AgentBadge } from "@/components/ui/agent-badge";
import { IconButton } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { dayOf, dayText, stampText } from "@/components/when";
import { type Desk, useDesk } from "@/components/workspace/desk-context";
import { firstName } from "@/lib/domain/person/first-name";
import type { StoryEntry, StoryKind } from "@/lib/domain/person/story";

type Contact = Extract<StoryEntry, { kind: "contact" }>;
type Meeting = Extract<StoryEntry, { kind: "meeting" }>;
type Props = {
  entry: StoryEntry;
  person: string;
  base: string;
  now: number;
  onTakeAway: (contact: Contact) => void;
  /** Whose words went out with a gesture, to be opened. */
  wordsOf?: (gestureId: string) => ReactNode;
};

const icons: Record<StoryKind, LucideIcon> = {
  gesture: Check,
  message: Mail,
  meeting: CalendarClock,
  contact: Phone,
  promise: Handshake,
};

/** One thing that happened with somebody: what, when, and by whom. */
export function StoryLine({ entry, person, base, now, onTakeAway, wordsOf }: Props) {
  const desk = useDesk();
  const Icon = icons[entry.kind];
  return (
    <article className="flex items-start gap-2.5">
      <Icon aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <p className="wrap-anywhere">
          <What entry={entry} person={person} base={base} desk={desk} now={now} />
          {entry.isPrivate ? (
            <span
              title="Private: only the client sees this"
              className="ms-2 inline-flex align-middle text-muted"
            >
              <Lock aria-hidden="true" className="size-3.5" />
              <span className="sr-only">Private</span>
            </span>
          ) : null}
        </p>
        <p className="text-xs text-muted">
          {sayWhen(entry, now, desk)}
          {"by" in entry && entry.by ? ` · by ${firstName(entry.by)}` : ""}
          {"role" in entry && entry.role === "agent" ? <AgentBadge /> : null}
        </p>
        <Said entry={entry} />
        {entry.kind === "gesture" && entry.words ? wordsOf?.(entry.id) : null}
      </div>
      {entry.kind === "contact" ? (
        <IconButton label={`Take away: ${contactHowWords[entry.how]}`} onClick={() => onTakeAway(entry)}>
          <X aria-hidden="true" className="size-4" />
        </IconButton>
      ) : null}
    </article>
  );
}

function What({ entry, person, base, desk, now }: Omit<Props, "onTakeAway" | "wordsOf"> & { desk: Desk }) {
  switch (entry.kind) {
    case "gesture":
      return (
        <>
          <TaskLink href={`${base}/tasks/${entry.taskId}`} title={entry.title} />
          {entry.outcome === "declined" ? " was declined" : " was done"}
          {entry.undoneAt ? ", and opened again" : ""}
        </>
      );
    case "message":
      return (
        <TaskLink
          href={`${base}/tasks/${entry.taskId}`}
          title={`${entry.from || person} wrote${entry.service ? `, ${entry.service}` : ""}`}
        />
      );
    case "meeting":
      return (
        <>
          <bdi>{entry.title}</bdi>
          {sayMeeting(entry, person, desk)}
        </>
      );
    case "contact":
      return contactHowWords[entry.how];
    case "promise": {
      const who =
        entry.whose === "person" ? firstName(person) : desk.role === "client" ? "You" : desk.clientShort;
      const by = entry.dueOn ? `, by ${plainDayText(entry.dueOn, dayOf(now, desk), desk.locale)}` : "";
      return `${who} promised${by}${entry.keptAt ? ": kept" : ""}`;
    }
  }
}

/** What a title and a time leave out: that it is still to come, or that it may never have been a meeting. */
function sayMeeting({ isCancelled, notAgreed, isComing }: Meeting, person: string, desk: Desk): string {
  if (isCancelled) return ", cancelled";
  switch (notAgreed) {
    case "client-declined":
      return desk.role === "client" ? ", which you declined" : `, which ${desk.clientShort} declined`;
    case "they-declined":
      return `, which ${firstName(person)} declined`;
    case "open":
      return isComing ? ", still to come, not settled yet" : ", never settled";
    default:
      return isComing ? ", still to come" : "";
  }
}

function TaskLink({ href, title }: { href: string; title: string }) {
  return (
    <Link
      href={href}
      className="touchable underline decoration-line underline-offset-2 hover:decoration-current"
    >
      <bdi>{title}</bdi>
    </Link>
  );
}

function sayWhen(entry: StoryEntry, now: number, desk: Desk): string {
  if (entry.kind === "meeting")
    return entry.allDay ? dayText(entry.at, now, desk, true) : stampText(entry.at, desk);
  return dayText(entry.at, now, desk, entry.kind !== "message");
}

function Said({ entry }: { entry: StoryEntry }) {
  const note = "note" in entry ? entry.note : entry.kind === "promise" ? entry.text : "";
  const words = entry.kind === "gesture" ? entry.words : entry.kind === "message" ? entry.text : "";
  return (
    <>
      {note ? (
        <p dir="auto" className="mt-0.5 line-clamp-6 wrap-anywhere whitespace-pre-line">
          {note}
        </p>
      ) : null}
      {words ? (
        <q dir="auto" className="mt-0.5 line-clamp-6 wrap-anywhere font-serif whitespace-pre-line">
          {words}
        </q>
      ) : null}
    </>
  );
}
