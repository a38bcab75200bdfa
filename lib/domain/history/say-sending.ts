import type { LoggedChange } from "@/lib/domain/history/entry";
import { ofTask } from "@/lib/domain/history/say-draft";
import { sayWho, shorten, text } from "@/lib/domain/history/words";

/** Words on their way: what became of them, and who had a hand in it. */
export function saySending(entry: LoggedChange): string {
  const words = `The words${ofTask(entry)}`;
  const { after } = entry;
  if (entry.before === null) return `${words} wait to leave.`;
  switch (after?.state) {
    case "held":
      return entry.by.role === "system"
        ? `${words} have not left; they are tried again later.`
        : `${sayWho(entry)} had the words${ofTask(entry)} tried again.`;
    case "leaving":
      return `${words} are leaving.`;
    case "handed-over":
      return `${words} are being handed over to the mail server.`;
    case "sent":
      return entry.by.role === "system"
        ? `${words} went out.`
        : `${sayWho(entry)} wrote down that the words${ofTask(entry)} went out.`;
    case "failed":
      return `${words} could not be sent.`;
    case "unsure":
      return `Nobody can know whether the words${ofTask(entry)} went out.`;
    case "stopped":
      return `${words} do not leave.`;
    default:
      return `${words} have not left yet.`;
  }
}

/** A question to the client, its answer, and what was taken back. */
export function sayDecision(entry: LoggedChange): string {
  const who = sayWho(entry);
  const about = entry.subjectName ? ` about “${shorten(entry.subjectName)}”` : "";
  const { before, after } = entry;
  if (before === null) {
    const question = text(after?.question);
    return `${who} asked${about}${question ? `: “${shorten(question)}”` : " something"}${offered(after?.choices)}.`;
  }
  if (text(after?.withdrawn_at)) return `${who} took a question${about} back.`;
  if (after && "answer" in after)
    return after.answer === null
      ? `${who} took the answer to a question${about} back.`
      : `${who} answered a question${about}: ${answerWords(after)}.`;
  return `${who} changed a question${about}.`;
}

/** The choices by their numbers: an answer that chooses one is said by its number. */
function offered(choices: unknown): string {
  if (!Array.isArray(choices) || choices.length === 0) return "";
  return ` (${choices.map((one, at) => `${at + 1}: “${shorten(String(one))}”`).join(", ")})`;
}

/** The entry of an answer knows the number of a choice, not its words; these are in the entry of the question. */
function answerWords({ answer, answer_note: note }: Record<string, unknown>): string {
  const known: Record<string, string> = { yes: "yes", no: "no", more: "more is needed" };
  const answered = known[String(answer)] ?? `choice ${answer}`;
  const why = text(note);
  return why ? `${answered}, noting “${shorten(why)}”` : answered;
}
