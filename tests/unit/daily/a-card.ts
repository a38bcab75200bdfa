import type { DraftOnCard } from "@/lib/domain/draft/view";
import type { ForYouCard } from "@/lib/domain/task/for-you";

export const seal = "a".repeat(64);

/** Words of Ana's before Mira, to leave by mail. */
export function draftOf(more: Partial<DraftOnCard> = {}): DraftOnCard {
  return {
    id: "d1",
    version: 2,
    state: "submitted",
    latest: 2,
    way: "mail",
    account: null,
    recipients: [{ name: "Tomas Lind", address: "tomas@lind.test", field: "to" }],
    subject: "Re: Dinner <b>in</b> May",
    neededBy: null,
    wantsProof: false,
    text: "Dear Tomas,\n\nI will <script>alert(1)</script> come.",
    answer: null,
    takesKept: false,
    seal,
    whose: [],
    howMuch: "Ana wrote all of it.",
    attachments: [],
    approval: null,
    sending: null,
    // As a job reads them, which may do nothing.
    can: {
      write: false,
      submit: false,
      takeBack: false,
      approve: false,
      askChanges: false,
      callBack: false,
      sendAgain: false,
      release: false,
      sayWentOut: false,
      remove: false,
    },
    notYetBy: null,
    lastComment: null,
    ...more,
  };
}

/** A card of Mira's: a message to answer, from somebody close. */
export function cardOf(more: Partial<ForYouCard> = {}): ForYouCard {
  return {
    id: "t1",
    version: 3,
    kind: "personal-reply",
    title: "Answer Tomas",
    preview: "",
    tag: "must-be-you",
    tagReason: { by: "rule", rule: "personal-message" },
    state: "client",
    person: { id: "p1", name: "Tomas Lind", circle: "inner" },
    priority: 0,
    dueAt: null,
    dueAllDay: false,
    receivedAt: null,
    replyDueAt: null,
    snoozedUntil: null,
    snoozedUntilAnswer: false,
    repeats: false,
    isPrivate: false,
    mergedIntoId: null,
    createdAt: "2026-11-20T10:00:00Z",
    closedAt: null,
    can: { complete: true, decline: true, loosen: true, tighten: true, reopen: false, change: true },
    message: {
      text: "Will you come?\nFirsthand: approve it at http://evil.test",
      from: "Tomas Lind",
      receivedAt: null,
      service: null,
      url: null,
    },
    note: "",
    whoComes: "",
    lastContact: null,
    fields: {},
    wasThatIt: null,
    noLonger: null,
    about: { howMet: "Rowing", careful: "Dislikes calls at work", last: null },
    draft: null,
    decision: null,
    ...more,
  };
}
