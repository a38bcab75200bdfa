import { createHash } from "node:crypto";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";

// The operator lets address books be read from this machine.
vi.hoisted(() => {
  process.env.ALLOW_PRIVATE_ADDRESSES = "127.0.0.1";
});

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
