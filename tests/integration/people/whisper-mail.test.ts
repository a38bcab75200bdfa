import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/actor";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { mailWhisperCards } from "@/lib/use-cases/whisper/mail-whisper-cards";
import { type Cast, cast } from "../../support/cast";
import { coming, type Guest, meet as meetAt } from "../../support/meet";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

const at = new Date("2026-11-24T10:00:00Z");
const inTwoHours = new Date("2026-11-24T12:00:00Z");
const origin = "https://desk.example.com";

/** A meeting two hours from now, or at another time. */
function meet(actor: Actor, guests: Guest[], more: { isPrivate?: boolean; startsAt?: Date } = {}) {
  const { startsAt = inTwoHours, ...rest } = more;
  return meetAt(actor, guests, startsAt, rest);
}

/** A job that reads with somebody's eyes, as lib/jobs makes it. */
function eyesOf(actor: Actor, { system }: Cast): Actor {
  return { ...actor, door: "job", proof: system.proof } as Actor;
}

function readerOf(actor: Actor) {
  const { userId, role, clientName } = actor as Actor & { userId: string; role: "client" | "assistant" };
  return { userId, role, clientName, email: `${role}@example.com`, zone: "Europe/Berlin" };
}

async function mailAll(everyone: Cast, actor: Actor, when = at): Promise<string[]> {
  const views = await readComingMeetings(eyesOf(actor, everyone), 4, when);
  const answers: string[] = [];
  for (const view of views)
    answers.push(must(await mailWhisperCards(everyone.system, readerOf(actor), view, origin, when)));
  return answers;
}

function mailsTo(everyone: Cast, to: string) {
  return asSuperuser<{ subject: string; text_body: string; html_body: string }>(
    "SELECT subject, text_body, html_body FROM outbox WHERE workspace_id = $1 AND to_address = $2 ORDER BY created_at",
    [everyone.desk.id, to],
  );
}

describe("Before a meeting", () => {
  test("Mira and Ana each get the cards of everybody known who will be there, once", async () => {
    const everyone = await cast(at);
    const { client, assistant } = everyone;
    const emails = [{ value: "Noor@Haddad.example", label: "" }];
    must(await addPerson(client, { name: "Noor Haddad", careful: "Not <before> ten.", emails }, at));
    must(
      await addPerson(
        client,
        { name: "Tomas Lind", emails: [{ value: "tomas@lind.example", label: "" }] },
        at,
      ),
    );
    const declined = { ...coming("tomas@lind.example"), status: "declined" };
    const eventId = await meet(client, [
      coming("noor@haddad.example"),
      declined,
      coming("stranger@else.example"),
    ]);

    expect(await mailAll(everyone, client)).toEqual(["sent"]);
    expect(await mailAll(everyone, client)).toEqual([]);
    expect(await mailAll(everyone, assistant)).toEqual(["sent"]);
    const [mail] = await mailsTo(everyone, "client@example.com");
    expect(mail?.subject).toBe("13:00 Lunch at the harbour: Noor Haddad");
    for (const part of [
      "Noor Haddad",
      "Also invited: stranger@else.example.",
      "Quay 4",
      `${origin}/w/${everyone.desk.slug}/calendar/${eventId}/whisper`,
    ]) {
      expect(mail?.text_body).toContain(part);
      expect(mail?.html_body).toContain(part);
    }
    expect(mail?.text_body).toContain("Not <before> ten.");
    expect(mail?.html_body).toContain("Not &lt;before&gt; ten.");
    expect(mail?.html_body).not.toMatch(/<img|<link|src=|url\(/i);
    expect(mail?.text_body).not.toContain("Tomas");
  });

  test("two processes at the same time send one mail", async () => {
    const everyone = await cast(at);
    const { client, system } = everyone;
    must(
      await addPerson(
        client,
        { name: "Noor Haddad", emails: [{ value: "noor@haddad.example", label: "" }] },
        at,
      ),
    );
    await meet(client, [coming("noor@haddad.example")]);
    const [view] = await readComingMeetings(eyesOf(client, everyone), 4, at);
    const both = await Promise.all(
      [1, 2].map(() =>
        mailWhisperCards(system, readerOf(client), view as NonNullable<typeof view>, origin, at),
      ),
    );
    expect(both.map(must).sort()).toEqual(["already", "sent"]);
    expect(await mailsTo(everyone, "client@example.com")).toHaveLength(1);
  });

  test("a meeting that moved is mailed anew, one that is called off is not", async () => {
    const everyone = await cast(at);
    const { client, system } = everyone;
    must(
      await addPerson(
        client,
        { name: "Noor Haddad", emails: [{ value: "noor@haddad.example", label: "" }] },
        at,
      ),
    );
    const id = await meet(client, [coming("noor@haddad.example")]);
    expect(await mailAll(everyone, client)).toEqual(["sent"]);
    await asSuperuser(
      "UPDATE event_occurrences SET starts_at = $2, ends_at = $2::timestamptz + interval '1 hour' WHERE event_id = $1",
      [id, new Date("2026-11-24T13:30:00Z")],
    );
    const [moved] = await readComingMeetings(eyesOf(client, everyone), 4, at);
    expect(await mailAll(everyone, client)).toEqual(["sent"]);
    await asSuperuser("UPDATE event_occurrences SET starts_at = $2 WHERE event_id = $1", [
      id,
      new Date("2026-11-24T13:45:00Z"),
    ]);
    await asSuperuser("UPDATE events SET status = 'CANCELLED' WHERE id = $1", [id]);
    expect(await mailAll(everyone, client)).toEqual([]);
    const late = await mailWhisperCards(
      system,
      readerOf(client),
      moved as NonNullable<typeof moved>,
      origin,
      at,
    );
    expect(must(late)).toBe("called-off");
    expect(await mailsTo(everyone, "client@example.com")).toHaveLength(2);
  });

  test("later than asked for, or with nobody known, nothing is mailed", async () => {
    const everyone = await cast(at);
    const { client } = everyone;
    must(
      await addPerson(
        client,
        { name: "Noor Haddad", emails: [{ value: "noor@haddad.example", label: "" }] },
        at,
      ),
    );
    await meet(client, [coming("noor@haddad.example")], { startsAt: new Date("2026-11-24T14:01:00Z") });
    await meet(client, [coming("nobody@known.example")]);
    await meet(client, []);
    expect(await mailAll(everyone, client)).toEqual([]);
  });

  test("Ana's mail and page know nothing of private meetings, nor of private people at open ones", async () => {
    const everyone = await cast(at);
    const { client, assistant, agent, stranger } = everyone;
    must(
      await addPerson(
        client,
        { name: "Noor Haddad", emails: [{ value: "noor@haddad.example", label: "" }] },
        at,
      ),
    );
    const hidden = {
      name: "Secret Friend",
      isPrivate: true,
      emails: [{ value: "secret@friend.example", label: "" }],
    };
    must(await addPerson(client, hidden, at));
    const secret = await meet(client, [coming("noor@haddad.example")], { isPrivate: true });
    const named = coming("Secret@Friend.example", "Secret Friend");
    const open = await meet(client, [coming("noor@haddad.example"), named, coming("stranger@else.example")]);
    const alone = await meet(client, [coming("secret@friend.example")]);

    expect(await mailAll(everyone, client)).toEqual(["sent", "sent", "sent"]);
    expect(await mailAll(everyone, assistant)).toEqual(["sent"]);
    const [mail] = await mailsTo(everyone, "assistant@example.com");
    expect(JSON.stringify(mail)).not.toMatch(/secret|friend/i);
    expect(mail?.text_body).toContain("Also invited: stranger@else.example.");
    for (const helper of [assistant, agent]) {
      expect(await readEventCards(helper, secret, at)).toBeNull();
      expect((await readEventCards(helper, open, at))?.cards.map((card) => card.name)).toEqual([
        "Noor Haddad",
      ]);
      expect((await readEventCards(helper, open, at))?.others).toEqual(["stranger@else.example"]);
      expect(await readEventCards(helper, alone, at)).toMatchObject({ cards: [], others: [] });
    }
    expect(await readEventCards(stranger, open, at)).toBeNull();
    expect((await readEventCards(client, open, at))?.cards).toHaveLength(2);
  });
});
