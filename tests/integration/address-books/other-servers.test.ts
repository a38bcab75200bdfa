import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { type DavHouse, startRadicale, startXandikos } from "../../support/dav/start-servers";
import { setSettings } from "../../support/settings";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

describe("Mira keeps her address book on a Xandikos", () => {
  let house: DavHouse;
  let scene: BookScene;
  beforeAll(async () => {
    house = await startXandikos();
    scene = await bookScene(house);
  });
  afterAll(() => house.stop());

  test("It is found, read, changed on both sides, and what is deleted is shown", async () => {
    const phone = new CardBook(house);
    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Sails"));
    await phone.put("elin", vcard("elin", "Elin Sorensen", "ORG:Harbour"));
    expect(await scene.look()).toEqual({ books: [{ url: house.book, name: "addressbook" }] });
    await scene.add();
    await scene.sync();
    expect(Object.keys(await scene.people())).toEqual(["Elin Sorensen", "Noor Haddad"]);

    await scene.edit("Noor Haddad", { note: "Sails, and sings" });
    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Rows"));
    await phone.remove("elin");
    await scene.sync();
    await scene.sync();

    const { conflictList, goneList } = await scene.book();
    expect(conflictList[0]?.fields).toMatchObject([{ here: "Sails, and sings", there: "Rows" }]);
    expect(goneList.map((one) => one.name)).toEqual(["Elin Sorensen"]);
    await scene.resolve("Noor Haddad", { note: "there" });
    expect((await scene.people())["Noor Haddad"]?.note).toBe("Rows");
  });
});

describe("Servers that do not do what one hopes", () => {
  let house: DavHouse;
  let door: DoorBefore;
  let scene: BookScene;
  let phone: CardBook;
  beforeAll(async () => {
    house = await startRadicale();
    phone = new CardBook(house);
    await phone.fill([vcard("noor", "Noor Haddad"), vcard("elin", "Elin Sorensen")]);
    door = await startDoorBefore(house.url);
    scene = await bookScene({ ...house, url: door.url, book: house.book.replace(house.url, door.url) });
    await scene.add();
    await scene.sync();
  });
  afterAll(async () => {
    await door.stop();
    await house.stop();
  });

  test("A server that has forgotten its token is read from the start, and nobody comes twice", async () => {
    door.meddle = ({ text }, answer) => {
      if (!/<D:sync-token>[^<]/.test(text)) return false;
      answer.writeHead(403, { "content-type": "application/xml" });
      answer.end('<error xmlns="DAV:"><valid-sync-token/></error>');
      return true;
    };
    await phone.put("new", vcard("new", "Wenzel Ohm"));
    await scene.sync();
    expect(Object.keys(await scene.people())).toEqual(["Elin Sorensen", "Noor Haddad", "Wenzel Ohm"]);
  });

  test("A server without sync tokens is read by its tags: nothing when nothing changed, and deletions are seen", async () => {
    door.meddle = ({ text }, answer) => {
      if (!text.includes("sync-collection")) return false;
      answer.writeHead(501).end();
      return true;
    };
    await scene.sync();
    door.asked.length = 0;
    await scene.sync();
    expect(door.asked.filter((one) => one.startsWith("PROPFIND"))).toHaveLength(1);
    await phone.remove("new");
    await scene.sync();
    expect((await scene.book()).goneList.map((one) => one.name)).toEqual(["Wenzel Ohm"]);
    await scene.gone("Wenzel Ohm", "keep");
  });

  test("A slow server is given up in words, and read when it is quick again", async () => {
    door.meddle = () => true;
    const done = await scene.sync(scene.cast.client, { mostMs: 300 });
    expect(done.problem).toContain("did not answer in time");
    expect(await scene.book()).toMatchObject({ state: "failing", lastError: done.problem });
    door.meddle = () => false;
    expect(await scene.sync()).toMatchObject({ problem: null });
    expect(await scene.book()).toMatchObject({ state: "in-step" });
  });

  test("A server that sends us elsewhere gets no password there, and Mira is told where it wanted us", async () => {
    const other = await startDoorBefore(house.url);
    door.meddle = (_, answer) => {
      answer.writeHead(301, { location: `${other.url}/mira/book/` }).end();
      return true;
    };
    const done = await scene.sync();
    expect(done.problem).toContain(`sends us on to ${other.url}`);
    expect(other.asked).toEqual([]);
    door.meddle = () => false;
    await other.stop();
  });

  test("A server whose answer is nonsense changes nothing", async () => {
    for (const nonsense of [
      "",
      "<html>",
      "<multistatus><response/></multistatus>",
      '<!DOCTYPE x [<!ENTITY a "a">]><multistatus/>',
    ]) {
      door.meddle = (_, answer) => {
        answer.writeHead(207, { "content-type": "application/xml" }).end(nonsense);
        return true;
      };
      await scene.sync();
    }
    door.meddle = () => false;
    await scene.sync();
    expect(await scene.book()).toMatchObject({ state: "in-step", gone: 0 });
    expect(Object.keys(await scene.people())).toEqual(["Elin Sorensen", "Noor Haddad", "Wenzel Ohm"]);
  });

  test("A card that nobody can read is named, and the others come", async () => {
    door.meddle = ({ text }, answer) => {
      if (!text.includes("addressbook-multiget")) return false;
      const href = (name: string) => `<D:href>/mira/book/${name}.vcf</D:href>`;
      const card = (name: string, data: string) =>
        `<D:response>${href(name)}<D:propstat><D:prop><D:getetag>"9"</D:getetag><C:address-data>${data}</C:address-data></D:prop><D:status>HTTP/1.1 200 OK</D:status></D:propstat></D:response>`;
      answer.writeHead(207, { "content-type": "application/xml" });
      answer.end(
        `<D:multistatus xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav">${card("bad", "no card at all")}${card("good", vcard("good", "Otto Lind"))}</D:multistatus>`,
      );
      return true;
    };
    await phone.put("bad", vcard("bad", "Bad Card"));
    await phone.put("good", vcard("good", "Otto Lind"));
    await scene.sync();
    expect((await scene.book()).unreadList).toMatchObject([
      { label: "bad.vcf", why: expect.stringMatching(/./) },
    ]);
    expect(Object.keys(await scene.people())).toContain("Otto Lind");
    door.meddle = () => false;
  });
});

test("An address book of 1,000 cards comes whole, in steps, and a second reading finds nothing new", async () => {
  const cards = Array.from({ length: 1000 }, (_, n) =>
    vcard(
      `card-${n}`,
      `Person Number${n}`,
      `EMAIL:p${n}@many.example`,
      `BDAY:19${10 + (n % 80)}-0${1 + (n % 9)}-1${n % 10}`,
    ),
  );
  const house = await startRadicale(cards);
  try {
    const scene = await bookScene(house);
    await scene.add();
    expect(await scene.sync()).toMatchObject({ finished: true, problem: null, cards: 1000 });
    expect(Object.keys(await scene.people())).toHaveLength(1000);
    expect(await scene.syncOnce(scene.cast.client)).toMatchObject({ finished: true, waiting: 0 });
  } finally {
    await house.stop();
  }
}, 120_000);
