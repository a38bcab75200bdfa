import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { setSettings } from "../../support/settings";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

let house: DavHouse;
let scene: BookScene;
let phone: CardBook;
beforeAll(async () => {
  house = await startRadicale();
});
afterAll(() => house.stop());

describe("Mira keeps her address book on a Radicale", () => {
  beforeAll(async () => {
    phone = new CardBook(house);
    await phone.fill([
      vcard("noor", "Noor Haddad", "EMAIL:noor@haddad.example", "ORG:Haddad Glass", "BDAY:1986-05-04"),
      vcard("elin", "Elin Sorensen", "TEL:+45 31 22 33 44"),
      vcard("ilse", "Ilse Brandt", "NOTE:Plays the cello"),
    ]);
    await phone.put("list", vcard("list", "The choir", "X-ADDRESSBOOKSERVER-KIND:group"));
    scene = await bookScene(house);
  });

  test("It is found by the server's address alone, and its people come", async () => {
    const found = await scene.look();
    expect(found).toEqual({ books: [{ url: house.book, name: "mira/book" }] });

    await scene.add();
    const done = await scene.sync();

    expect(done).toMatchObject({ finished: true, problem: null, cards: 4 });
    expect(await scene.people()).toMatchObject({
      "Noor Haddad": { organization: "Haddad Glass", emails: ["noor@haddad.example"], days: ["4.5.1986"] },
      "Elin Sorensen": { phones: ["+45 31 22 33 44"] },
      "Ilse Brandt": { note: "Plays the cello" },
    });
    const { unreadList } = await scene.book();
    expect(unreadList).toMatchObject([
      { label: "The choir", why: expect.stringContaining("list of people") },
    ]);
  });

  test("Everything says that it is from that address book, and neither the password nor its seal is in the history", async () => {
    expect(await scene.sources("Noor Haddad")).toContain("the address book Friends");
    expect(await scene.history()).not.toMatch(/blue-heron|sealed/);
    expect(JSON.stringify(await scene.book())).not.toMatch(/blue-heron|sealed/);
  });

  test("What is changed on the phone is changed here, and nothing else is", async () => {
    await scene.edit("Elin Sorensen", { careful: "Never before ten." });
    await phone.put(
      "noor",
      vcard("noor", "Noor Haddad", "EMAIL:noor@glass.example", "ORG:Haddad & Daughters", "BDAY:1986-05-06"),
    );
    await scene.sync();

    const { "Noor Haddad": noor, "Elin Sorensen": elin } = await scene.people();
    expect(elin).toMatchObject({ careful: "Never before ten.", phones: ["+45 31 22 33 44"] });
    expect(noor).toMatchObject({
      organization: "Haddad & Daughters",
      emails: ["noor@glass.example"],
      days: ["6.5.1986"],
    });
  });

  test("What Mira changed here stays as it is here, and the phone's other changes still come", async () => {
    await scene.edit("Ilse Brandt", { organization: "The opera" });
    await phone.put("ilse", vcard("ilse", "Ilse Brandt", "NOTE:Plays the cello and sails"));
    await scene.sync();

    const { "Ilse Brandt": ilse } = await scene.people();
    expect(ilse).toMatchObject({ organization: "The opera", note: "Plays the cello and sails" });
    expect((await scene.book()).conflicts).toBe(0);
  });

  test("Where both were changed, both are shown, and Mira decides field by field", async () => {
    await scene.edit("Ilse Brandt", { note: "Plays the viola", jobTitle: "Musician" });
    await phone.put("ilse", vcard("ilse", "Ilse Brandt", "NOTE:Plays the double bass", "TITLE:Bassist"));
    await scene.sync();

    const { conflictList } = await scene.book();
    expect(conflictList).toMatchObject([
      {
        name: "Ilse Brandt",
        fields: [
          { field: "jobTitle", here: "Musician", there: "Bassist" },
          { field: "note", here: "Plays the viola", there: "Plays the double bass" },
        ],
      },
    ]);
    expect(await scene.resolve("Ilse Brandt", { jobTitle: "there" })).toMatchObject({ open: 1 });
    expect(await scene.resolve("Ilse Brandt", { note: "here" })).toMatchObject({ open: 0 });
    const { "Ilse Brandt": ilse } = await scene.people();
    expect(ilse).toMatchObject({ note: "Plays the viola", jobTitle: "Bassist" });
    await scene.sync();
    expect((await scene.book()).conflicts).toBe(0);
  });

  test("Who is deleted on the phone stays on the desk until Mira says otherwise", async () => {
    await phone.remove("elin");
    await phone.remove("ilse");
    await scene.sync();

    const { goneList } = await scene.book();
    expect(goneList.map((one) => one.name)).toEqual(["Elin Sorensen", "Ilse Brandt"]);
    expect(Object.keys(await scene.people())).toContain("Ilse Brandt");
    await scene.gone("Elin Sorensen", "keep");
    await scene.gone("Ilse Brandt", "remove");
    const names = Object.keys(await scene.people());
    expect(names).toContain("Elin Sorensen");
    expect(names).not.toContain("Ilse Brandt");
    expect((await scene.book()).gone).toBe(0);
  });

  test("After the server was started again everything goes on where it was", async () => {
    await house.restart();
    await phone.put("new", vcard("new", "Wenzel Ohm"));
    const done = await scene.sync();

    expect(done).toMatchObject({ finished: true, problem: null });
    expect(Object.keys(await scene.people())).toContain("Wenzel Ohm");
  });

  test("A wrong password is said in words, and the right one mends it", async () => {
    expect(await scene.editBook({ password: "a wrong one" })).toMatchObject({
      code: "invalid",
      fields: { password: expect.stringContaining("does not take this user name and password") },
    });
    expect(await scene.look({ password: "a wrong one" })).toMatchObject({ code: "invalid" });
    expect(await scene.editBook({ password: house.password })).toMatchObject({ id: scene.bookId });
  });

  test("When the server's own secret has changed, Mira is asked for the password again", async () => {
    await scene.spoilSeal();
    const done = await scene.sync();

    expect(done.problem).toContain("type the password again");
    expect(await scene.book()).toMatchObject({ state: "failing", lastError: done.problem });
    await scene.editBook({ password: house.password });
    expect(await scene.book()).toMatchObject({ state: "new", lastError: "" });
    expect(await scene.sync()).toMatchObject({ finished: true, problem: null });
    expect(await scene.book()).toMatchObject({ state: "in-step", lastError: "" });
  });

  test("A private card stays out while nobody but a background job reads, and comes as private when Mira does", async () => {
    await phone.put("secret", vcard("secret", "Xenia Quince", "CLASS:PRIVATE"));
    await scene.sync(scene.cast.system);
    expect(Object.keys(await scene.people())).not.toContain("Xenia Quince");
    await scene.sync();
    expect(await scene.people()).toMatchObject({ "Xenia Quince": { isPrivate: true } });
    expect(Object.keys(await scene.people(scene.cast.assistant))).not.toContain("Xenia Quince");
  });

  test("To Ana there is no address book at all", async () => {
    const { assistant } = scene.cast;
    expect(await scene.booksOf(assistant)).toEqual({ books: [] });
    expect(await scene.look({}, assistant)).toMatchObject({ code: "only-client" });
    expect(await scene.syncOnce(assistant)).toMatchObject({ code: "not-found" });
    expect(await scene.history(assistant)).not.toMatch(/address book|127\.0\.0\.1/);
  });

  test("When Mira takes the book away, its people stay", async () => {
    const before = Object.keys(await scene.people());
    await scene.removeBook();
    expect(await scene.booksOf(scene.cast.client)).toEqual({ books: [] });
    expect(Object.keys(await scene.people())).toEqual(before);
  });
});
