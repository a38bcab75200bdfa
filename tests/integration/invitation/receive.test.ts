import { beforeAll, describe, expect, test } from "vitest";
import { findClientEmail } from "@/lib/data/people-matching";
import { readAs } from "@/lib/data/transaction";
import { readTask } from "@/lib/queries/read-task";
import { completeTask } from "@/lib/use-cases/task/complete-task";
import { makePerson } from "@/prisma/seed/make/make-person";
import { type Cast, cast } from "../../support/cast";
import { appleInvite } from "../../support/invitations/apple";
import { googleInvite, googleMail } from "../../support/invitations/google";
import { outlookInvite } from "../../support/invitations/outlook";
import { asked, at, noor, receive, receiveOne, seen, taskOf, view } from "../../support/invitations/scene";
import { must } from "../../support/must";

let people: Cast;
let mira: string;
beforeAll(async () => {
  people = await cast(at);
  const { client } = people;
  mira = must(await readAs(client, (tx) => findClientEmail(tx, client.workspace.id)));
  await makePerson(client, { name: "Noor Haddad", emails: [{ label: "work", value: noor.address }] });
});

describe("An invitation that comes", () => {
  test.each([
    ["Google", googleInvite],
    ["Outlook", outlookInvite],
    ["Apple", appleInvite],
    ["Google, by mail", (one: Parameters<typeof googleInvite>[0]) => googleMail(one)],
  ])("from %s is on the calendar at its time, and asks for an answer once", async (_, write) => {
    const invited = asked(mira, {
      summary: "Budget review",
      place: "Room 4",
      startsAt: "2026-12-03T09:00:00Z",
    });
    const outcome = await receiveOne(people.assistant, write(invited));
    expect(outcome).toMatchObject({ what: "invited", summary: "Budget review" });
    expect(outcome.says).toBe(
      "Noor Haddad invites to “Budget review”. It is on the calendar, and waits for an answer.",
    );
    const task = await readTask(people.assistant, taskOf(outcome));
    expect(task).toMatchObject({
      kind: "event-invite",
      title: "Invitation · Budget review, Thu, 3 Dec 2026, 10:00",
      person: { name: "Noor Haddad" },
      dueAt: "2026-12-03T09:00:00.000Z",
      fields: { place: "Room 4", eventUid: invited.uid },
    });
    expect(await view(people.client, taskOf(outcome))).toMatchObject({
      startsAt: "2026-12-03T09:00:00.000Z",
      endsAt: "2026-12-03T09:30:00.000Z",
      organiser: noor,
      answer: "needs-action",
      isCancelled: false,
      place: "Room 4",
    });

    expect(await receiveOne(people.client, write(invited))).toMatchObject({
      what: "same",
      says: "“Budget review” is known already.",
    });
  });
});
