import { randomUUID } from "node:crypto";
import { expect, test } from "../support/e2e";
import { googleInvite } from "../support/invitations/google";
import { ReceivePage } from "../support/pages/invitation-page";

test("Ana reads once when and where an invitation is, beside what is in its way", async ({ assistant }) => {
  const place = `Boat shed ${randomUUID().slice(0, 8)}`;
  const text = googleInvite({
    uid: `${randomUUID()}@ropewalk.example`,
    summary: "Varnishing",
    startsAt: "2029-02-08T18:00:00Z",
    endsAt: "2029-02-08T20:00:00Z",
    stamp: "2026-11-24T08:00:00Z",
    organiser: { name: "Elin Berg", address: "elin@ropewalk.example" },
    invitee: "mira@demo.firsthand.invalid",
    place,
  });
  const receiving = await ReceivePage.open(assistant);
  await receiving.drop({ name: "invite.ics", text });
  const invitation = await receiving.openTask();

  await expect(invitation.part.getByText(place)).toBeVisible();
  await expect(assistant.getByText(place)).toHaveCount(1);
  await expect(assistant.getByText("Begins", { exact: true })).toHaveCount(0);
});
