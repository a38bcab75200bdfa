import { afterAll, beforeAll, expect, test } from "vitest";
import { googleMail } from "../../support/invitations/google";
import { invited } from "../../support/invitations/leaving";
import { answer, invitedDesk, receiveOne, view } from "../../support/invitations/scene";
import { withDays } from "../../support/invitations/series";
import { stopServers } from "../../support/mail/moody-server";
import { must } from "../../support/must";

let people: Awaited<ReturnType<typeof invitedDesk>>;
beforeAll(async () => {
  people = await invitedDesk();
});
afterAll(stopServers);

const newer = { sequence: 1, stamp: "2026-11-24T08:30:00Z" };
const friday = { startsAt: "2026-12-04T14:00:00Z", endsAt: "2026-12-04T14:30:00Z" };
const secondDay = {
  recurrenceId: "2026-12-10T09:00:00Z",
  startsAt: "2026-12-11T09:00:00Z",
  endsAt: "2026-12-11T09:30:00Z",
};

/** Whoever answers what they read says so; what the view names is all that is sent. */
async function answersAsRead(who: "client" | "assistant", taskId: string, read: string) {
  return answer(people[who], taskId, { asked: read });
}

test.each([
  ["another time", friday],
  ["an hour longer", { endsAt: "2026-12-03T10:30:00Z" }],
  ["another place", { place: "The loft" }],
  ["another title", { summary: "Budget review, all day" }],
])(
  "Mira’s yes is refused where the invitation has %s than she read, and holds once she read that",
  async (_, change) => {
    const made = await invited(people);
    const { asked } = await view(people.client, made.taskId);
    await receiveOne(people.assistant, googleMail({ ...made.first, ...newer, ...change }));

    for (const who of ["client", "assistant"] as const)
      expect(await answersAsRead(who, made.taskId, asked)).toMatchObject({
        ok: false,
        refusal: { code: "stale", changed: ["fields"] },
      });
    const now = await view(people.client, made.taskId);
    expect(now).toMatchObject({ answer: "needs-action", draft: null });
    expect(must(await answersAsRead("client", made.taskId, now.asked)).draft.state).toBe("approved");
  },
);

test("A yes to a series is refused where one day of it was moved since it was read", async () => {
  const made = await invited(people, { rule: "FREQ=WEEKLY;COUNT=4" });
  const { asked } = await view(people.client, made.taskId);
  await receiveOne(people.assistant, withDays({ ...made.first, ...newer }, secondDay));

  expect(await answersAsRead("client", made.taskId, asked)).toMatchObject({ refusal: { code: "stale" } });
  const now = await view(people.client, made.taskId);
  must(await answersAsRead("client", made.taskId, now.asked));
});

test("The same invitation that comes again, or as a newer copy without a change, is still what was read", async () => {
  const made = await invited(people);
  const { asked } = await view(people.client, made.taskId);
  await receiveOne(people.assistant, googleMail(made.first));
  await receiveOne(people.assistant, googleMail({ ...made.first, stamp: "2026-11-24T08:30:00Z" }));

  expect((await view(people.client, made.taskId)).asked).toBe(asked);
  must(await answersAsRead("client", made.taskId, asked));
});
