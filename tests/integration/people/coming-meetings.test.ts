import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { listClientAddresses } from "@/lib/data/event-invitations";
import { readAs, writeAs } from "@/lib/data/transaction";
import type { Actor } from "@/lib/domain/actor";
import { granted } from "@/lib/domain/result";
import { readComingMeetings } from "@/lib/queries/read-coming-meetings";
import { readEventCards } from "@/lib/queries/read-event-cards";
import { readWhisperCard } from "@/lib/queries/read-whisper-card";
import { addPerson } from "@/lib/use-cases/person/add-person";
import { type Cast, cast } from "../../support/cast";
import { newAnsweringAccount } from "../../support/invitations/scene";
import { coming, meet } from "../../support/meet";
import { must } from "../../support/must";
import { asSuperuser } from "../../support/superuser";

const at = new Date("2026-11-24T10:00:00Z");
const inHours = (hours: number) => new Date(at.getTime() + hours * 3_600_000);

async function know(client: Actor, name: string, email: string): Promise<string> {
  return must(await addPerson(client, { name, emails: [{ value: email, label: "" }] }, at)).id;
}

/** Another address of somebody's, written down as a fact. */
async function noteAddress(client: Actor, personId: string, value: string, isPrivate = false): Promise<void> {
  const workspaceId = client.workspace.id;
  must(
    await writeAs(client, "note-facts", { kind: "person", id: personId }, async (tx) => {
      const fact = { workspaceId, id: randomUUID(), personId, kind: "email", value, isPrivate };
      await tx.personFact.createMany({ data: [fact] });
      return granted(null);
    }),
  );
}

async function mirasNo(client: Actor) {
  const [email = ""] = must(await readAs(client, (tx) => listClientAddresses(tx, client.workspace.id)));
  return { name: "Mira Holt", email: email.toUpperCase(), status: "declined" };
}

function readNext(actor: Actor, { system }: Cast) {
  return readComingMeetings({ ...actor, door: "job", proof: system.proof } as Actor, 4, at);
}

describe("The meetings that come", () => {
  test("are read together, each with its own people and strangers, in the order of their times", async () => {
    const everyone = await cast(at);
    const { client, assistant } = everyone;
    const noor = await know(client, "Noor Haddad", "noor@haddad.example");
    await know(client, "Tomas Lind", "Tomas@Lind.example");
    await noteAddress(client, noor, "Noor@Studio.example");
    await noteAddress(client, noor, "noor@home.example", true);
    const [one, two, three] = ["noor@studio.example", "tomas@lind.example", "noor@home.example"].map(
      (email) => coming(email),
    ) as [ReturnType<typeof coming>, ReturnType<typeof coming>, ReturnType<typeof coming>];
    await meet(client, [one, two], inHours(3), { summary: "Both" });
    await meet(client, [two, coming("x@else.example")], inHours(2), { summary: "Tomas" });
    await meet(client, [three], inHours(1), { summary: "At home" });

    const brief = async (actor: Actor) =>
      (await readNext(actor, everyone)).map(({ event, cards, others }) => [
        event.title,
        cards.map((card) => card.name).join(", "),
        others.join(", "),
      ]);
    const open = [
      ["Tomas", "Tomas Lind", "x@else.example"],
      ["Both", "Noor Haddad, Tomas Lind", ""],
    ];
    expect(await brief(client)).toEqual([["At home", "Noor Haddad", ""], ...open]);
    expect(await brief(assistant)).toEqual(open);
  });

  test("are not mailed when Mira declined them, and afterwards were no contact", async () => {
    const everyone = await cast(at);
    const { client, assistant } = everyone;
    const noor = await know(client, "Noor Haddad", "noor@haddad.example");
    const guests = [coming("noor@haddad.example"), await mirasNo(client)];
    await meet(client, guests, [inHours(-48), inHours(2)]);

    for (const actor of [client, assistant]) {
      expect(await readNext(actor, everyone)).toEqual([]);
      expect((await readWhisperCard(actor, noor, at))?.contacts).toEqual([]);
    }
    await meet(client, [coming("noor@haddad.example")], [inHours(-24), inHours(3)]);
    expect(await readNext(assistant, everyone)).toHaveLength(1);
    expect((await readWhisperCard(assistant, noor, at))?.contacts).toHaveLength(1);
  });

  test("are declined at whichever of Mira’s addresses they came to, and as the calendar has her answer", async () => {
    const everyone = await cast(at);
    const { client, assistant } = everyone;
    const noor = await know(client, "Noor Haddad", "noor@haddad.example");
    const { address } = await newAnsweringAccount(client);
    const theirs = coming("noor@haddad.example");
    await meet(
      client,
      [theirs, { name: "Mira", email: address, status: "declined" }],
      [inHours(-48), inHours(2)],
    );
    const answered = await meet(client, [theirs], [inHours(-47), inHours(3)]);
    await asSuperuser("UPDATE events SET answer = 'declined', version = version + 1 WHERE id = $1", [
      answered,
    ]);

    for (const actor of [client, assistant]) {
      expect(await readNext(actor, everyone)).toEqual([]);
      expect((await readWhisperCard(actor, noor, at))?.contacts).toEqual([]);
    }
  });

  test("that were never promised, held in pencil or not answered, were no contact afterwards", async () => {
    const { client } = await cast(at);
    const noor = await know(client, "Noor Haddad", "noor@haddad.example");
    const met = async () => (await readWhisperCard(client, noor, at))?.contacts.map((one) => one.at);
    for (const change of ["own = true, held = true", "answer = 'needs-action'"]) {
      const id = await meet(client, [coming("noor@haddad.example")], inHours(-24));
      await asSuperuser(`UPDATE events SET ${change}, version = version + 1 WHERE id = $1`, [id]);
    }
    expect(await met()).toEqual([]);
    const id = await meet(client, [coming("noor@haddad.example")], inHours(-48));
    await asSuperuser("UPDATE events SET answer = 'accepted', version = version + 1 WHERE id = $1", [id]);
    expect(await met()).toEqual([inHours(-48).toISOString()]);
  });

  test("of a series that is over, the last time is the one that is shown", async () => {
    const { client } = await cast(at);
    await know(client, "Noor Haddad", "noor@haddad.example");
    const weekly = Array.from({ length: 250 }, (_, week) => inHours(-(week + 1) * 168));
    const id = await meet(client, [coming("noor@haddad.example")], weekly);
    expect((await readEventCards(client, id, at))?.event.startsAt).toBe(inHours(-168).toISOString());
  });
});
