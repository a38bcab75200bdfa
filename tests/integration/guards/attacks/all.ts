import type { Attack } from "../../../support/fence/attack";
import { agents } from "./agents";
import { answeringAttacks } from "./answering";
import { approving } from "./approving";
import { booking } from "./booking";
import { carried } from "./carried";
import { checking } from "./checking";
import { circles } from "./circles";
import { completing } from "./completing";
import { deciding } from "./deciding";
import { desks } from "./desks";
import { drafting } from "./drafting";
import { entries } from "./entries";
import { eyes } from "./eyes";
import { folding } from "./folding";
import { founding } from "./founding";
import { handingOut } from "./handing-out";
import { hiddenWords } from "./hidden-words";
import { keeping } from "./keeping";
import { known } from "./known";
import { leaving } from "./leaving";
import { lending } from "./lending";
import { merging } from "./merging";
import { otherCalendars } from "./other-calendars";
import { privacy } from "./privacy";
import { programs } from "./programs";
import { proof } from "./proof";
import { proving } from "./proving";
import { reach } from "./reach";
import { record } from "./record";
import { rows } from "./rows";
import { secondLine } from "./second-line";
import { senders } from "./senders";
import { sources } from "./sources";
import { telling } from "./telling";
import { tokens } from "./tokens";
import { voiding } from "./voiding";
import { wordsAlone } from "./words-alone";
import { writing } from "./writing";

/** Every attack in plain SQL, by what it is after. */
export const allAttacks: Record<string, Attack[]> = {
  "Completing and loosening": completing,
  Drafting: drafting,
  Writing: writing,
  Approving: approving,
  "What takes approval away": voiding,
  Lending: lending,
  "Answering invitations": answeringAttacks,
  Leaving: leaving,
  "What went out": carried,
  Deciding: deciding,
  Checking: checking,
  Proving: proving,
  "Words that one does not see": hiddenWords,
  "Time that is nobody's to book": booking,
  "Folding, and background jobs": folding,
  "The proof": proof,
  "Other desks, and the desk itself": desks,
  "Who founds a desk": founding,
  "What is private": privacy,
  "From whom one may not see": senders,
  "How near somebody is": circles,
  "Time that is kept": keeping,
  "What is known about people": known,
  "Whose words, and who looked": entries,
  "Where words come from": sources,
  "Two who become one": merging,
  "With somebody's eyes": eyes,
  "The calendar read elsewhere": handingOut,
  "Calendars kept elsewhere": otherCalendars,
  "Programs that are told": telling,
  "Tokens, and what they open": tokens,
  "Agents, and what stops them": agents,
  "Programs that sign in": programs,
  "The record": record,
  "The role": reach,
  "Checks and keys alone": secondLine,
  "Checks and keys of people": rows,
  "Checks and keys of words": wordsAlone,
};
