import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { editPerson } from "@/lib/use-cases/person/edit-person";
import { type BookScene, bookScene, type Seen } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { setSettings } from "../../support/settings";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const mail = (value: string) => [{ value, label: "" }];
const noorsMail = "EMAIL:noor@haddad.example";

let house: DavHouse;
let scene: BookScene;
let phone: CardBook;
beforeAll(async () => {
  house = await startRadicale();
});
afterAll(() => house.stop());
beforeEach(async () => {
  phone = new CardBook(house);
  scene = await bookScene(house);
});

describe("Mira adds an address book with people whom she has on the desk already", () => {
  test("What was blank is filled in, lists grow, and where the two differ Mira is asked", async () => {
    await scene.know("Noor Haddad", {
      organization: "Haddad Glass",
      emails: mail("noor@haddad.example"),
      dates: [{ kind: "birthday", label: "", month: 5, day: 4, year: 1986 }],
    });
    await scene.know("Elin Sorensen", { emails: mail("elin@harbour.example"), note: "Sails" });
    await phone.fill([
      vcard(
        "noor",
        "Noor Haddad",
        noorsMail,
        "TEL:+49 30 1",
        "ORG:Haddad & Daughters",
        "TITLE:Glazier",
        "BDAY:1986-05-06",
      ),
      vcard("elin", "Elin Sorensen", "EMAIL:elin@harbour.example", "EMAIL:elin@home.example", "NOTE:Sails"),
      vcard("otto", "Otto Lind", "ORG:The mill"),
    ]);
    await scene.add();
    await scene.sync();

    const people = await scene.people();
    expect(people["Noor Haddad"]).toMatchObject({
      organization: "Haddad Glass",
      jobTitle: "Glazier",
      phones: ["+49 30 1"],
      days: ["4.5.1986"],
    });
    expect(people["Elin Sorensen"]?.emails).toEqual(["elin@harbour.example", "elin@home.example"]);
    expect((await scene.book()).conflictList).toMatchObject([
      {
        name: "Noor Haddad",
        fields: [
          { field: "organization", here: "Haddad Glass", there: "Haddad & Daughters" },
          { field: "day:birthday", here: "4 May 1986", there: "6 May 1986" },
        ],
      },
    ]);
    await scene.resolve("Noor Haddad", { organization: "there", "day:birthday": "there" });
    expect((await scene.people())["Noor Haddad"]).toMatchObject({
      organization: "Haddad & Daughters",
      days: ["6.5.1986"],
    });
    await scene.sync();
    expect((await scene.book()).conflicts).toBe(0);
  });

  test("A birthday that comes by the card alone is not lost when Mira saves the page that she had open", async () => {
    await phone.fill([vcard("noor", "Noor Haddad", noorsMail)]);
    await scene.add();
    await scene.sync();
    const { id = "", version = 0 } = (await scene.people())["Noor Haddad"] ?? {};
    await phone.put("noor", vcard("noor", "Noor Haddad", noorsMail, "BDAY:1986-05-04"));
    await scene.sync();

    const edit = { note: "Sails", dates: [] };
    expect(await editPerson(scene.cast.client, { id, version }, edit, new Date())).toMatchObject({
      refusal: { code: "stale" },
    });
    expect((await scene.people())["Noor Haddad"]).toMatchObject({ days: ["4.5.1986"] });
  });

  test("Somebody who was merged twice keeps their card", async () => {
    await phone.fill([vcard("noor", "Noor Haddad", "NOTE:Sails")]);
    await scene.add();
    await scene.sync();
    const { id } = (await scene.people())["Noor Haddad"] as Seen;
    await scene.know("N. Haddad");
    await scene.know("Noor H.");
    await scene.merge("N. Haddad", "Noor Haddad");
    await scene.merge("Noor H.", "N. Haddad");
    await scene.putCardBack("noor.vcf", id);

    await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Sails", "ORG:Haddad Glass"));
    await scene.sync();

    expect((await scene.book()).unreadList).toEqual([]);
    expect((await scene.people())["Noor H."]).toMatchObject({ organization: "Haddad Glass" });
  });
});

describe("A card that Mira marks private on her phone", () => {
  beforeEach(async () => {
    await phone.fill([vcard("noor", "Noor Haddad", "ORG:Haddad Glass")]);
    await scene.add();
    await scene.sync();
    await phone.put("noor", vcard("noor", "Noor Haddad", "ORG:The clinic", "CLASS:PRIVATE"));
    await scene.sync(scene.cast.system);
  });

  test("She is asked who may see them, and nothing of what it says now comes before she has said", async () => {
    expect((await scene.book()).conflictList).toMatchObject([
      {
        name: "Noor Haddad",
        fields: [
          { field: "private", label: "Who sees them", here: "Everybody on this desk", there: "You alone" },
        ],
      },
    ]);
    await phone.put("noor", vcard("noor", "Noor Haddad", "ORG:The other clinic", "CLASS:PRIVATE"));
    await scene.sync(scene.cast.system);
    expect((await scene.people())["Noor Haddad"]).toMatchObject({
      organization: "Haddad Glass",
      isPrivate: false,
    });
  });

  test("Hidden, they are hers alone, and the rest comes", async () => {
    expect(await scene.resolve("Noor Haddad", { private: "there" })).toMatchObject({ open: 0 });
    expect(await scene.people(scene.cast.assistant)).toEqual({});
    await scene.sync(scene.cast.system);
    expect((await scene.people())["Noor Haddad"]).toMatchObject({
      organization: "The clinic",
      isPrivate: true,
    });
  });

  test("Left open, they stay everybody's, the rest comes, and she is not asked again", async () => {
    await scene.resolve("Noor Haddad", { private: "here" });
    await phone.put("noor", vcard("noor", "Noor Haddad", "ORG:The opera", "CLASS:PRIVATE"));
    await scene.sync(scene.cast.system);
    expect(await scene.people(scene.cast.assistant)).toMatchObject({
      "Noor Haddad": { organization: "The opera", isPrivate: false },
    });
    expect((await scene.book()).conflicts).toBe(0);
  });

  test("Not private any more on the phone, there is nothing left to ask", async () => {
    await phone.put("noor", vcard("noor", "Noor Haddad", "ORG:The opera"));
    await scene.sync(scene.cast.system);
    expect((await scene.people())["Noor Haddad"]).toMatchObject({ organization: "The opera" });
    expect((await scene.book()).conflicts).toBe(0);
  });
});
