/** What the page behind a link of the daily mail says: what its button does, or what has happened already. */
import type { ActingRole } from "@/lib/domain/actor";
import type { CardVerb } from "@/lib/domain/daily/links";
import { whyOver } from "@/lib/domain/daily/why-over";
import { sayMoment } from "@/lib/domain/daily/words";
import { answersTo, sayAnswer } from "@/lib/domain/decision/decision";
import { whoDoes } from "@/lib/domain/person/named";
import { stepOf } from "@/lib/domain/task/card-step";
import type { ForYouCard } from "@/lib/domain/task/for-you";
import { isolate } from "@/lib/domain/weekly/words";

/** A card as it is now, how it was closed if it was, and the question that the link is about. Instants ISO UTC. */
export type LinkedCard = {
  card: ForYouCard;
  closed: { outcome: "done" | "declined"; at: string; by: string; role: ActingRole } | null;
  asked: {
    id: string;
    choices: string[];
    answer: string | null;
    answeredAt: string | null;
    isWithdrawn: boolean;
  } | null;
};

/** What the link carries. `seal` is what was shown in the mail; `to` the answer. */
export type Linked = { verb: CardVerb; seal: string | null; to: string | null };

/**
 * `will`: what the button does. `moved`: it can be done, but what was shown in the mail has changed, and this is how it is now.
 * `was`: why there is nothing to do any more.
 */
export type Confirmation = { says: "will" | "moved" | "was"; sentence: string };

/** What pressing would do now. The use-cases ask their own rules again, and the seal is compared once more. */
export function sayConfirmation(link: Linked, about: LinkedCard, zone: string, at: Date): Confirmation {
  const { card, closed } = about;
  if (card.mergedIntoId !== null) return was("It was folded into another since.");
  if (closed && (card.state === "done" || card.state === "declined")) {
    const what = closed.outcome === "done" ? "It was done" : "It was declined";
    return was(`${what} by ${isolate(whoDoes(closed.by, closed.role))} on ${sayMoment(closed.at, zone)}.`);
  }
  if (link.verb === "answer") return sayAnswering(link, about, zone);
  if (link.verb === "not-now") return saySleeping(card, zone, at);
  if (link.verb === "hand-over" || link.verb === "decline") return sayLetting(link.verb, card, zone, at);
  if (link.verb === "changes") return saySendingBack(card, zone, at);
  return sayApproving(link, card, zone, at);
}

function sayAnswering({ to }: Linked, { asked }: LinkedCard, zone: string): Confirmation {
  if (asked === null || asked.isWithdrawn) return was("The question was taken back.");
  if (asked.answer !== null) {
    const when = asked.answeredAt ? ` on ${sayMoment(asked.answeredAt, zone)}` : "";
    return was(`You answered${when}: ${isolate(sayAnswer(asked.choices, asked.answer))}.`);
  }
  if (to === null || !answersTo(asked.choices).includes(to))
    return was("This is not one of the answers. Choose one under “For you”.");
  return will(`Your answer: ${isolate(sayAnswer(asked.choices, to))}.`);
}

function saySleeping(card: ForYouCard, zone: string, at: Date): Confirmation {
  if (card.snoozedUntilAnswer) return was("It sleeps already, until they answer.");
  if (card.snoozedUntil !== null && Date.parse(card.snoozedUntil) > at.getTime())
    return was(`It sleeps already, until ${sayMoment(card.snoozedUntil, zone)}.`);
  return will("Not now. When, then?");
}

/** Letting somebody else do it, or nobody: as long as no words of it are on their way, or might have arrived. */
function sayLetting(verb: "hand-over" | "decline", card: ForYouCard, zone: string, at: Date): Confirmation {
  const step = stepOf({ draft: card.draft, decision: null }, at);
  const no =
    step === "leaving" || step === "went-out" || step === "wrong" ? whyOver(card.draft, zone, at) : null;
  if (no !== null) return was(no);
  if (verb === "decline") return will("You decline it. Nothing is sent.");
  if (card.tag === "delegable" && card.state !== "client") return was("It is with your assistant already.");
  return card.tag === "must-be-you"
    ? will("It goes to your assistant, who may then do it. Words in your own voice still need your yes.")
    : will("It goes back to your assistant.");
}

function saySendingBack({ draft }: ForYouCard, zone: string, at: Date): Confirmation {
  if (draft?.state === "changes-requested") return was("You asked for changes already.");
  const no = whyOver(draft, zone, at);
  if (no !== null) return was(no);
  return draft?.state === "submitted"
    ? will("It goes back with what you say here. Nothing is sent.")
    : was("It was taken back to be worked on.");
}

function sayApproving({ verb, seal }: Linked, card: ForYouCard, zone: string, at: Date): Confirmation {
  const { draft } = card;
  const no = whyOver(draft, zone, at);
  if (no !== null) return was(no);
  if (verb === "approve" && seal !== draft?.seal)
    return {
      says: "moved",
      sentence: "This has changed since the mail was sent. You see it as it is now, and nothing was sent.",
    };
  if (draft?.way === "elsewhere")
    return will("You approve exactly these words; then they are copied, and their page opens.");
  return will("They leave thirty seconds after you press. Until then you can undo it.");
}

function will(sentence: string): Confirmation {
  return { says: "will", sentence };
}

function was(sentence: string): Confirmation {
  return { says: "was", sentence };
}
