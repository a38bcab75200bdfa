/** What the page behind a mail's button says: what will happen, or what has happened already. */
import type { ActingRole, Role } from "@/lib/domain/actor";
import { addDays } from "@/lib/domain/calendar/zone-day";
import { oneStop } from "@/lib/domain/full-stop";
import { firstName } from "@/lib/domain/person/first-name";
import { whoDoes } from "@/lib/domain/person/named";
import { restDays } from "@/lib/domain/person/touch";
import type { LineVerb, WeeklyLine } from "@/lib/domain/weekly/view";
import { isolate, sayDay, sayPast } from "@/lib/domain/weekly/words";

/**
 * What is known when the page is drawn. `closed` is how the task was closed; `today`, `pausedUntil` and `touchedOn` are days,
 * the last that of a contact after which it is nobody's turn any more.
 */
export type Confirmable = {
  line: WeeklyLine;
  closed: { outcome: "done" | "declined"; at: string; by: string; role: ActingRole; note: string } | null;
  pausedUntil: string | null;
  touchedOn: string | null;
  today: string;
  reader: Role;
  clientName: string;
  zone: string;
};

/** `will`: what the button does. `was`: why there is nothing to do any more. `cannot`: who can, instead. */
export type Confirmation = { says: "will" | "was" | "cannot"; sentence: string };

/** What pressing would do now, for this reader; the use-cases ask their own rules again. */
export function sayConfirmation(verb: LineVerb, about: Confirmable): Confirmation {
  const { line, closed, clientName, zone } = about;
  const client = firstName(clientName);
  if (closed) {
    const what = closed.outcome === "done" ? "It was done" : "It was let be";
    const note = closed.note ? `, noting “${isolate(closed.note)}”` : "";
    return was(
      oneStop(
        `${what} by ${isolate(whoDoes(closed.by, closed.role))} on ${sayPast(closed.at, zone)}${note}.`,
      ),
    );
  }
  if (about.touchedOn !== null) {
    const who = about.reader === "client" ? "You were" : `${isolate(client)} was`;
    return was(`${who} in touch on ${sayDay(about.touchedOn)}: there is nothing to do now.`);
  }
  if (verb === "mine") return sayMine(about, client);
  if (verb === "draft") return sayDraft(about);
  if (line.type === "day") {
    if (!line.canSkip)
      return { says: "cannot", sentence: `This must be ${client}: only ${client} can skip it.` };
    return will("It is let be this year: its task is declined, and next year it comes again.");
  }
  if (about.pausedUntil !== null && about.pausedUntil > about.today)
    return was(`It was skipped already, and rests until ${sayDay(about.pausedUntil)}.`);
  const day = addDays(about.today, restDays(line.everyDays));
  const year = day.slice(0, 4) === about.today.slice(0, 4) ? "" : ` ${day.slice(0, 4)}`;
  return will(`Nobody is reminded until ${sayDay(day)}${year}. Contact in between counts as always.`);
}

function sayMine({ line, reader }: Confirmable, client: string): Confirmation {
  const isStrict = line.task === null ? line.type === "touch" : line.task.tag === "must-be-you";
  if (reader !== "client") {
    if (line.task?.state === "client") return was(`It is before ${client} already.`);
    return will(`It goes before ${client}. Whether it may be delegated stays as it is.`);
  }
  if (line.task?.state === "client" && isStrict) return was("It is yours already, and before you.");
  return will(
    isStrict
      ? "It goes before you, under For you. It must be you, and stays so."
      : "It goes before you, under For you, and becomes must-be-you: nobody else completes it.",
  );
}

function sayDraft({ line, reader }: Confirmable): Confirmation {
  const isClient = reader === "client";
  if (line.task?.state === "assistant" && !isClient) return was("It is on the assistant’s side already.");
  return will(
    isClient
      ? "It goes to your assistant, who writes a draft in pencil. Nothing leaves without you where it must be you."
      : "It goes to the assistant’s side, to be drafted. Whether it may be delegated stays as it is.",
  );
}

function will(sentence: string): Confirmation {
  return { says: "will", sentence };
}

function was(sentence: string): Confirmation {
  return { says: "was", sentence };
}
