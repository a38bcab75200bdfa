import type { ActingRole } from "@/lib/domain/actor";
import type { DecisionView, DraftLine } from "@/lib/domain/draft/view";
import type { Found } from "@/lib/domain/task/found";
import type { KindFields, QueueView, TaskDetail, TaskRow } from "@/lib/domain/task/view";
import { nameOf, type Quoted, quote, quoteAll, quoteLine } from "@/lib/mcp/quote";

const people: Record<ActingRole, string> = {
  client: "the client",
  assistant: "an assistant of this desk",
  agent: "an agent, which is a program",
  system: "Firsthand",
};

/** Who said something, in our own words. */
export function saidBy(role: ActingRole): string {
  return people[role];
}

/** A line of the queue as an agent reads it: what it says is quoted, what follows from it is not. */
export function sayTaskRow(row: TaskRow) {
  const { preview: _preview, title: _title, person, tagReason, can, ...plain } = row;
  return {
    ...plain,
    tagBecause:
      tagReason.by === "rule" ? `the rule “${tagReason.rule}”` : `set by hand by ${saidBy(tagReason.role)}`,
    title: quoteLine(row.title, "the title of a task; it may repeat what came from outside"),
    beginning: quoteLine(row.preview, "how the task’s message or note begins"),
    person: person && sayNamed(person),
    youMay: { complete: can.complete, decline: can.decline, tighten: can.tighten, change: can.change },
  };
}

/** Somebody by name and circle. */
export function sayNamed({ id, name, circle }: { id: string; name: string; circle?: string }) {
  return { id, name: quoteLine(name, "a name in the address book"), ...(circle ? { circle } : {}) };
}

/** The whole task. Of a long message the part that begins at `messageFrom`. */
export function sayTask(task: TaskDetail, messageFrom = 0) {
  const { message, fields, account, closed, gestures, lastTime, mergedHere, draft, decisions, ...rest } =
    task;
  const { likely, history, note, whoComes, wasThatIt, noLonger, ...row } = rest;
  return {
    ...sayTaskRow(row),
    note: quote(note, "the note on the task; it may repeat what came from outside"),
    whoComes: quoteLine(whoComes, "who is on the meeting’s list, as an invitation or file named them"),
    message: message && sayMessage(message, messageFrom),
    fields: sayFields(fields),
    account: account && {
      id: account.id,
      name: quoteLine(account.name, "what the client calls the account"),
    },
    asks: quoteLine(wasThatIt, "a question about a contact that was logged"),
    noLonger: quoteLine(noLonger?.says, "why what the task was made for is no longer so"),
    closed: closed && sayDone(closed),
    earlier: gestures.map(sayDone),
    lastTime: lastTime && sayDone(lastTime),
    mergedHere: mergedHere.map(({ id, title }) => ({ id, title: quoteLine(title, "the title of a task") })),
    draft: draft && sayDraftLine(draft),
    decisions: decisions.map(sayDecision),
    likely: likely.map(({ title, ...one }) => ({ ...one, title: quoteLine(title, "the title of a task") })),
    history: history.map(({ seq, at, sentence }) => ({
      seq,
      at,
      says: quoteLine(sentence, "the history, which repeats titles and words"),
    })),
  };
}

/** What came from outside by mail or message, and whatever it says of itself. */
export function sayMessage(
  { text, from, receivedAt, service, url, mail }: NonNullable<TaskDetail["message"]>,
  start = 0,
) {
  const came = `${mail ? "an e-mail" : "a message"} from outside, received ${receivedAt ?? "at a time nobody noted"}`;
  const whole = { from: start };
  return {
    receivedAt,
    from: quoteLine(from, `the sender of ${came}, as they call themselves`),
    address: quoteLine(mail?.from.address, `the sender’s address of ${came}`),
    subject: quoteLine(mail?.subject, `the subject of ${came}`),
    service: quoteLine(service, `where ${came} was sent`),
    url: quoteLine(url, `an address beside ${came}`),
    text: quote(text, came, whole),
  };
}

function sayFields({ criteria, checklist, changed, postText, ...fields }: KindFields) {
  const texts = [
    "zone",
    "place",
    "link",
    "organiser",
    "service",
    "handle",
    "otherSide",
    "between",
    "leadBy",
  ] as const;
  const {
    zone,
    place,
    link,
    organiser,
    service,
    handle,
    otherSide,
    between,
    leadBy,
    eventUid: _,
    ...plain
  } = fields;
  const words = { zone, place, link, organiser, service, handle, otherSide, between, leadBy };
  const said: Record<string, Quoted | null> = {};
  for (const name of texts)
    if (words[name])
      said[name] = quoteLine(words[name], "what the task says, perhaps as an invitation or file said it");
  return {
    ...plain,
    ...said,
    ...(changed ? { changed: quoteAll(changed, "what an invitation changed") } : {}),
    ...(postText ? { postText: quote(postText, "the text of a post") } : {}),
    ...(criteria
      ? {
          criteria: criteria.map(({ text, met }) => ({
            met,
            asks: quoteLine(text, "a criterion of the client’s"),
          })),
        }
      : {}),
    ...(checklist
      ? {
          checklist: checklist.map(({ text, done }) => ({ done, item: quoteLine(text, "a line of a list") })),
        }
      : {}),
  };
}

type Done = {
  outcome: "done" | "declined";
  at: string;
  by: string;
  role: ActingRole;
  note: string;
  words: string;
  undoneAt?: string | null;
};

function sayDone({ outcome, at, by, role, note, words, undoneAt }: Done) {
  return {
    outcome,
    at,
    by: nameOf(by),
    role,
    ...(undoneAt ? { undoneAt } : {}),
    note: quote(note, `a note by ${saidBy(role)}`),
    words: quote(words, "the words that went out"),
  };
}

function sayDraftLine({ beginning, reason, called, by, ...line }: DraftLine) {
  return {
    ...line,
    by: nameOf(by),
    beginning: quoteLine(beginning, `how the draft begins, written by ${saidBy(line.role)}`),
    sentBackBecause: quote(reason, "why the client sent the draft back"),
    called: called && {
      by: nameOf(called.by),
      role: called.role,
      note: quote(called.note, "a comment that calls you"),
    },
  };
}

function sayDecision({ question, choices, askedBy, answerNote, answeredBy, ...one }: DecisionView) {
  const { canAnswer: _, ...plain } = one;
  return {
    ...plain,
    askedBy: nameOf(askedBy),
    question: quote(question, "a question that was put before the client"),
    choices: quoteAll(choices, "a choice that the client was given"),
    answeredBy: answeredBy && nameOf(answeredBy),
    answerNote: quote(answerNote, "what the client said with the answer"),
  };
}

/** The queue, its sections one after the other. */
export function sayQueue({ sections }: QueueView) {
  return {
    sections: sections.map(({ state, count, tasks, more }) => ({
      state,
      count,
      more,
      tasks: tasks.map(sayTaskRow),
    })),
  };
}

/** What a search found. */
export function sayFound({ tasks, people: found, history }: Found) {
  return {
    tasks: tasks.map(sayTaskRow),
    people: found.map(sayNamed),
    history: history.map(({ at, taskId, sentence }) => ({
      at,
      taskId,
      says: quoteLine(sentence, "the history, which repeats titles and words"),
    })),
  };
}
