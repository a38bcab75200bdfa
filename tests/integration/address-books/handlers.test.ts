import { afterAll, beforeAll, expect, test } from "vitest";
import type { BookDetail } from "@/lib/domain/address-book/book";
import { type BookScene, bookScene } from "../../support/dav/book-scene";
import { CardBook, vcard } from "../../support/dav/card-book";
import { type DoorBefore, startDoorBefore } from "../../support/dav/door-before";
import { type DavHouse, startRadicale } from "../../support/dav/start-servers";
import { holdAnswer } from "../../support/fence/hold-answer";
import { setSettings } from "../../support/settings";
import { knock } from "../fence/knock";

// The operator lets address books be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const absent = "00000000-0000-4000-8000-000000000000";
const books = "/api/v1/w/[workspace]/address-books";

let house: DavHouse;
let door: DoorBefore;
let scene: BookScene;
let phone: CardBook;
beforeAll(async () => {
  house = await startRadicale();
  phone = new CardBook(house);
  await phone.fill([vcard("noor", "Noor Haddad", "NOTE:Sails"), vcard("otto", "Otto Lind")]);
  await phone.put("elin", vcard("elin", "Elin Sorensen"));
  await phone.put("ilse", vcard("ilse", "Ilse Brandt"));
  door = await startDoorBefore(house.url);
  scene = await bookScene({ ...house, url: door.url, book: house.book.replace(house.url, door.url) });
});
afterAll(async () => {
  await door.stop();
  await house.stop();
});

/** What Mira's browser asks, and what it gets. */
async function ask<T = Record<string, unknown>>(handler: string, body?: object): Promise<T> {
  const { client, desk } = scene.cast;
  const who = { id: client.userId ?? "", name: client.name, token: client.proof };
  const answer = await knock(handler, desk.slug, scene.bookId || absent, who, { body });
  expect(answer.status, answer.text).toBe(200);
  holdAnswer(handler, answer);
  return JSON.parse(answer.text) as T;
}

async function readOnScreen(): Promise<BookDetail> {
  for (let begin = true; ; begin = false) {
    const { finished } = await ask<{ finished: boolean }>(`POST ${books}/[id]/sync`, { begin });
    if (finished) return ask<BookDetail>(`GET ${books}/[id]`);
  }
}

test("Mira looks what her server has, adds the book and reads it", async () => {
  const { url, username, password } = scene.house;
  const signIn = { username, password };
  const found = await ask<{ books: { url: string }[] }>(`POST ${books}/look`, { address: url, ...signIn });
  const [first] = found.books;
  const added = { address: first?.url, ...signIn, name: "Friends", circle: "friends" };
  scene.bookId = (await ask<{ id: string }>(`POST ${books}`, added)).id;

  expect(await readOnScreen()).toMatchObject({ state: "in-step", cards: 4, conflicts: 0, gone: 0 });
});

test("What was changed on both sides stays as it is until Mira has seen both and chosen", async () => {
  await scene.edit("Noor Haddad", { note: "Sings" });
  await phone.put("noor", vcard("noor", "Noor Haddad", "NOTE:Rows"));

  const [conflict] = (await readOnScreen()).conflictList;
  expect(conflict?.fields).toMatchObject([{ field: "note", here: "Sings", there: "Rows" }]);
  expect((await scene.people())["Noor Haddad"]).toMatchObject({ note: "Sings" });
  const chosen = { href: conflict?.href, version: conflict?.version, fields: { note: "there" } };
  expect(await ask(`POST ${books}/[id]/resolve`, chosen)).toMatchObject({ open: 0 });
  expect((await scene.people())["Noor Haddad"]).toMatchObject({ note: "Rows" });
});

test("Who is deleted there is shown, and stays on the desk until Mira takes them off", async () => {
  await phone.remove("elin");
  await phone.remove("ilse");

  const { goneList } = await readOnScreen();
  expect(goneList.map((one) => one.name)).toEqual(["Elin Sorensen", "Ilse Brandt"]);
  expect(Object.keys(await scene.people())).toHaveLength(4);
  const [elin, ilse] = goneList;
  await ask(`POST ${books}/[id]/gone`, { href: elin?.href, person: "keep" });
  await ask(`POST ${books}/[id]/gone`, { href: ilse?.href, person: "remove" });
  expect(Object.keys(await scene.people())).toEqual(["Elin Sorensen", "Noor Haddad", "Otto Lind"]);
  expect(await readOnScreen()).toMatchObject({ gone: 0, conflicts: 0 });
});

test("All the while nothing was written on Mira's server", () => {
  const verbs = new Set(door.asked.map((one) => one.split(" ")[0]));
  expect([...verbs].sort()).toEqual(["PROPFIND", "REPORT"]);
});
