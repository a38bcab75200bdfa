import type { PeopleView } from "@/lib/domain/person/view";
import type { WhisperCard } from "@/lib/domain/person/whisper";
import { nameOf, quote, quoteAll, quoteLine } from "@/lib/mcp/quote";
import { sayNamed } from "@/lib/mcp/say-task";

const card = "the address book, where files and other address books are read too";

/** A page of people. */
export function sayPeople({ people, more, total }: PeopleView) {
  return {
    total,
    more,
    people: people.map(({ name, circle, circles, isDead, diedOn, nextDay, lastContact, ...one }) => ({
      ...sayNamed({ id: one.id, name, circle }),
      circles,
      isDead,
      diedOn,
      organization: quoteLine(one.organization, card),
      jobTitle: quoteLine(one.jobTitle, card),
      nextDay: nextDay && { ...nextDay, label: quoteLine(nextDay.label, card) },
      lastContact,
    })),
  };
}

/** What one should know of somebody, on one page. */
export function sayWhisperCard(whisper: WhisperCard) {
  const { id, name, circles, died, since, contacts, promises, relations, days, tasks } = whisper;
  return {
    ...sayNamed({ id, name }),
    saidAs: quoteLine(whisper.saidAs, card),
    nicknames: quoteAll(whisper.nicknames, card),
    circles: quoteAll(circles, "what the client calls a circle"),
    organization: quoteLine(whisper.organization, card),
    jobTitle: quoteLine(whisper.jobTitle, card),
    language: quoteLine(whisper.language, card),
    zone: quoteLine(whisper.zone, card),
    died,
    since,
    howMet: quote(whisper.howMet, card),
    avoid: quoteAll(whisper.avoid, "what to be careful about, as somebody wrote it down"),
    topics: quoteAll(whisper.topics, "what to talk about, as somebody wrote it down"),
    likes: quoteAll(whisper.likes, "what they like, as somebody wrote it down"),
    contacts: contacts.map(({ at, what, by, isByAgent, words, note }) => ({
      at,
      what,
      by: nameOf(by),
      isByAgent,
      words: quote(words, "the words that went out"),
      note: quote(note, "a note about a contact, or the title of a meeting"),
    })),
    promises: promises.map(({ whose, dueOn, text }) => ({
      whose,
      dueOn,
      text: quote(text, "a promise, as somebody wrote it down"),
    })),
    relations: relations.map(({ label, name: other, note }) => ({
      is: label,
      name: quoteLine(other, "a name in the address book"),
      note: quoteLine(note, card),
    })),
    days: days.map(({ label, ...day }) => ({ ...day, label: quoteLine(label, card) })),
    tasks: tasks.map(({ title, ...task }) => ({
      ...task,
      title: quoteLine(title, "the title of a task; it may repeat what came from outside"),
    })),
  };
}
