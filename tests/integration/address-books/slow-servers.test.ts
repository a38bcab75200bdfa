import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { bookTurns, syncAddressBooksJob } from "@/lib/jobs/sync-address-books";
import { readOne } from "@/lib/jobs/take-turns";
import { findBooksAt } from "@/lib/use-cases/address-book/look-for-books";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { setSettings } from "../../support/settings";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

let house: DavHouse;
let phone: CardBook;
const doors: DoorBefore[] = [];
beforeAll(async () => {
  house = await startRadicale();
  phone = new CardBook(house);
});
afterAll(() => house.stop());
afterEach(async () => {
  for (const door of doors.splice(0)) await door.stop();
});

/** Mira's desk with her book behind a door of its own, read to the end already. */
async function behindDoor(): Promise<{ scene: BookScene; door: DoorBefore }> {
  const door = await startDoorBefore(house.url);
  doors.push(door);
  const scene = await bookScene({ ...house, url: door.url, book: house.book.replace(house.url, door.url) });
  await scene.add();
  return { scene, door };
}

function multistatus(...responses: string[]): string {
  return `<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">${responses.join("")}</D:multistatus>`;
}

const place = (name: string) => `<D:href>/mira/book/${name}.vcf</D:href>`;
const unavailable = (name: string) =>
  `<D:response>${place(name)}<D:status>HTTP/1.1 503 Service Unavailable</D:status></D:response>`;

describe("A server that is slow", () => {
  test("Mira waits for it once, however many places it is asked at", async () => {
    await phone.fill([vcard("noor", "Noor Haddad")]);
    const { door } = await behindDoor();
    door.meddle = (_, answer) => {
      setTimeout(() => answer.writeHead(404).end(), 400);
      return true;
    };
    const { username, password } = house;
    expect(await findBooksAt({ address: door.url, username, password }, 700)).toMatchObject({
      ok: false,
      refusal: { code: "invalid", fields: { address: expect.stringContaining("did not answer in time") } },
    });
  });

  test("It keeps no other desk from being read", async () => {
    const [mira, jonas] = [await behindDoor(), await behindDoor()];
    for (const { door } of [mira, jonas]) {
      door.asked.length = 0;
      door.meddle = () => true;
    }
    const running = syncAddressBooksJob.run(new Date());
    await vi.waitFor(() => expect([mira.door.asked.length, jonas.door.asked.length]).toEqual([1, 1]), 10_000);
    for (const { door } of [mira, jonas]) await door.stop();
    await running;
    expect(await mira.scene.book()).toMatchObject({ state: "failing" });
    expect(await jonas.scene.book()).toMatchObject({ state: "failing" });
  });

  test("A long book whose time is over is no failure: what waits is read in its next turn", async () => {
    await phone.fill(Array.from({ length: 450 }, (_, n) => vcard(`card-${n}`, `Person Number${n}`)));
    const { scene } = await behindDoor();
    const { system } = scene.cast;

    await readOne(bookTurns, system, scene.bookId, AbortSignal.abort());
    expect(await scene.book()).toMatchObject({ state: "new", lastError: "", waiting: 450 });
    expect(await scene.nextTurn()).toBe(10);
    expect(await scene.goOnIn(60)).toMatchObject({ waiting: 250, finished: false });
    expect(await scene.nextTurn()).toBe(70);

    await readOne(bookTurns, system, scene.bookId, new AbortController().signal);
    expect(await scene.book()).toMatchObject({ state: "in-step", waiting: 0 });
    expect(Object.keys(await scene.people())).toHaveLength(450);
  });
});

describe("A card that a server does not give at the moment", () => {
  let scene: BookScene;
  let door: DoorBefore;
  beforeEach(async () => {
    await phone.fill([vcard("noor", "Noor Haddad", "NOTE:Sails"), vcard("elin", "Elin Sorensen")]);
    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Sails"));
    await phone.put("elin", vcard("elin", "Elin Sorensen"));
    ({ scene, door } = await behindDoor());
    await scene.sync();
  });

  test("It is named and asked for again, and an open conflict stands meanwhile", async () => {
    await scene.edit("Noor Haddad", { note: "Sings" });
    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Rows"));
    await scene.sync();
    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Rows", "TEL:+49 30 1"));
    await phone.put("elin", vcard("elin", "Elin Sorensen", "ORG:Harbour"));
    door.meddle = ({ text }, answer) => {
      if (!text.includes("addressbook-multiget")) return false;
      answer
        .writeHead(207, { "content-type": "application/xml" })
        .end(multistatus(text.includes("noor.vcf") ? unavailable("noor") : ""));
      return true;
    };
    expect(await scene.sync(scene.cast.system)).toMatchObject({ finished: true, problem: null });
    const missing = await scene.book();
    expect(missing.conflictList).toMatchObject([{ name: "Noor Haddad", fields: [{ field: "note" }] }]);
    expect(missing.unreadList).toMatchObject([
      { label: "Elin Sorensen", why: expect.stringContaining("did not give") },
    ]);

    door.meddle = () => false;
    await scene.sync(scene.cast.system);
    expect(await scene.people()).toMatchObject({
      "Elin Sorensen": { organization: "Harbour" },
      "Noor Haddad": { note: "Sings", phones: ["+49 30 1"] },
    });
    const { unreadList, conflictList } = await scene.book();
    expect(unreadList).toEqual([]);
    expect(conflictList[0]?.fields).toMatchObject([{ here: "Sings", there: "Rows" }]);
  });

  test("Where the server lists its cards and cannot tell about one, nobody takes it for deleted", async () => {
    door.meddle = (asked, answer) => {
      if (asked.text.includes("sync-collection")) answer.writeHead(501).end();
      else if (asked.method === "PROPFIND" && asked.headers.depth === "1")
        answer
          .writeHead(207, { "content-type": "application/xml" })
          .end(multistatus(unavailable("noor"), unavailable("elin")));
      else return false;
      return true;
    };
    await scene.sync(scene.cast.system);
    expect(await scene.book()).toMatchObject({ state: "in-step", cards: 2, gone: 0, unread: 0 });
  });
});
