// How long a long address book takes, from the file to the last person, and how slow the list of people is meanwhile.

import { performance } from "node:perf_hooks";
import { setTimeout as pause } from "node:timers/promises";

const CARDS = 20_000;
/** Somebody who looks at the list of people again and again while it goes on, as fast as a person does. */
const LOOK_EVERY_MS = 500;

/** Seconds for the dry run and for the import of 20,000 cards, and the slowest page of people while they are under way. */
export async function measureImport(url, desk) {
  const headers = { origin: url, cookie: `firsthand-session=${desk.token}` };
  const imports = `${url}/api/v1/w/${desk.slug}/imports`;
  const form = new FormData();
  form.append("files", new Blob([addressBook()], { type: "text/vcard" }), "people.vcf");
  const pages = watchPeople(url, desk);
  const began = performance.now();
  const { id } = await answerOf(await fetch(imports, { method: "POST", headers, body: form }));
  const looked = performance.now();
  for (let finished = false; !finished; ) {
    const step = { method: "POST", headers: { ...headers, "content-type": "application/json" }, body: "{}" };
    ({ finished } = await answerOf(await fetch(`${imports}/${id}/confirm`, step)));
  }
  const ended = performance.now();
  return {
    cards: CARDS,
    dryRunSeconds: inSeconds(looked - began),
    importSeconds: inSeconds(ended - looked),
    bothSeconds: inSeconds(ended - began),
    slowestPeoplePageMs: Math.round(await pages.stop()),
  };
}

/** Asks for the page of people again and again; tells the slowest when it is stopped. */
function watchPeople(url, desk) {
  let isOver = false;
  let slowest = 0;
  const watching = (async () => {
    while (!isOver) {
      const sent = performance.now();
      const page = await fetch(`${url}/w/${desk.slug}/people`, {
        headers: { cookie: `firsthand-session=${desk.token}` },
      });
      await page.text();
      if (!page.ok) throw new Error(`the page of people was answered with ${page.status}`);
      slowest = Math.max(slowest, performance.now() - sent);
      await pause(LOOK_EVERY_MS);
    }
    return slowest;
  })();
  // A page that fails is told where it is stopped.
  watching.catch(() => undefined);
  return {
    stop() {
      isOver = true;
      return watching;
    },
  };
}

async function answerOf(response) {
  if (!response.ok)
    throw new Error(`importing was answered with ${response.status}: ${await response.text()}`);
  return response.json();
}

/** Cards as a telephone writes them, each somebody else. */
function addressBook() {
  return Array.from({ length: CARDS }, (_, n) =>
    [
      "BEGIN:VCARD",
      "VERSION:3.0",
      `UID:bench-${n}@cards.invalid`,
      `N:Müller${n};Ana;;;`,
      `FN:Ana Müller${n}`,
      `EMAIL;type=HOME:ana${n}@cards.invalid`,
      `TEL;type=CELL:+49 151 ${1_000_000 + n}`,
      `ADR;type=HOME:;;Hauptstraße ${n};Berlin;;10115;Germany`,
      `BDAY:19${10 + (n % 90)}-04-15`,
      `NOTE:A note about number ${n}`,
      "END:VCARD",
      "",
    ].join("\r\n"),
  ).join("");
}

function inSeconds(milliseconds) {
  return Math.round(milliseconds / 100) / 10;
}
