import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readAs } from "@/lib/data/transaction";
import { readTask } from "@/lib/queries/read-task";
import { markLiving } from "@/lib/use-cases/person/mark-living";
import { createTask } from "@/lib/use-cases/task/create-task";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { must } from "../../support/must";
import { setSettings } from "../../support/settings";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const ONE_DOT = "R0lGODlhAQABAAAAACwAAAAAAQABAAA=";
const OTHER_DOT = "R0lGODlhAQABAIAAAP///////ywAAAAAAQABAAACAkQBADs=";
const photo = (base64: string) => `PHOTO;ENCODING=b;TYPE=GIF:${base64}`;
const spouse = (name: string) => [`item1.X-ABRELATEDNAMES:${name}`, "item1.X-ABLabel:_$!<Spouse>!$_"];
const sum = (base64: string) => createHash("sha256").update(Buffer.from(base64, "base64")).digest("hex");

let house: DavHouse;
let scene: BookScene;
let phone: CardBook;
beforeAll(async () => {
  house = await startRadicale();
  phone = new CardBook(house);
  await phone.fill([
    vcard("otto", "Otto Lind"),
    vcard("noor", "Noor Haddad", ...spouse("Otto Lind"), photo(ONE_DOT)),
  ]);
  scene = await bookScene(house);
  await scene.add();
  await scene.sync();
});
afterAll(() => house.stop());

test("A card's relations and its picture come with it", async () => {
  expect(await scene.beside("Noor Haddad")).toEqual({
    relations: ["partner Otto Lind"],
    picture: sum(ONE_DOT),
  });
});

test("Another relation and another picture on the phone come too, and what the phone lost of the relations goes", async () => {
  await phone.put("noor", vcard("noor", "Noor Haddad", ...spouse("Ilse Brandt"), photo(OTHER_DOT)));
  await scene.sync(scene.cast.system);
  expect(await scene.beside("Noor Haddad")).toEqual({
    relations: ["partner Ilse Brandt"],
    picture: sum(OTHER_DOT),
  });
});

test("A picture that the phone lost stays", async () => {
  await phone.put("noor", vcard("noor", "Noor Haddad", ...spouse("Ilse Brandt")));
  await scene.sync(scene.cast.system);
  expect(await scene.beside("Noor Haddad")).toEqual({
    relations: ["partner Ilse Brandt"],
    picture: sum(OTHER_DOT),
  });
});

test("That somebody has died comes when the phone says so, once: who lives after all is not marked again", async () => {
  const { client, system } = scene.cast;
  const otto = async () =>
    must(await readAs(client, (tx) => tx.person.findFirstOrThrow({ where: { name: "Otto Lind" } })));
  const { id } = await otto();
  must(await createTask(client, { kind: "keep-in-touch", title: "Ring Otto", personId: id }, new Date()));

  await phone.put("otto", vcard("otto", "Otto Lind", "DEATHDATE:20260301"));
  await scene.sync(system);
  expect(await otto()).toMatchObject({ isDead: true, diedOn: new Date("2026-03-01T00:00:00Z") });
  const ring = must(
    await readAs(client, (tx) => tx.task.findFirstOrThrow({ where: { title: "Ring Otto" } })),
  );
  expect((await readTask(client, ring.id))?.noLonger).toEqual({
    says: "Otto Lind has died.",
    canTakeBack: true,
  });

  must(await markLiving(client, { id, version: (await otto()).version }, new Date()));
  await phone.put("otto", vcard("otto", "Otto Lind", "DEATHDATE:20260301", "NOTE:Rows"));
  await scene.sync(system);
  expect(await otto()).toMatchObject({ isDead: false, note: "Rows" });
});
