import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Done, TwoSides } from "../../support/calendar/two-sides";
import { calendarScene } from "../../support/dav/calendar-scene";
import { type DavHouse, startRadicale, startXandikos } from "../../support/dav/start-servers";
import { TwoWayPhone } from "../../support/dav/two-way-phone";
import { setSettings } from "../../support/settings";

// The operator lets calendars be read from this machine.
setSettings({ ALLOW_PRIVATE_ADDRESSES: "127.0.0.1" });

const PER_ROUND = 50;
/** A thousand changes take minutes: they are made once, on the PostgreSQL that is shipped. */
const isShipped = (process.env.TEST_POSTGRES ?? "18") === "18";
const [long, short] = [915_027, 918_503];
/** Named with the test, so that the same changes can be made again; TWO_WAY_SEED tries others. */
const chosen = process.env.TWO_WAY_SEED;

describe.each([
  {
    server: "Radicale",
    start: startRadicale,
    path: "/mira/office/",
    edits: isShipped ? 1000 : 250,
    usual: isShipped ? long : short,
  },
  { server: "Xandikos", start: startXandikos, path: "/user/calendars/calendar/", edits: 150, usual: short },
])(
  "The desk and Mira’s phone, both changing one calendar on $server",
  ({ server, start, path, edits, usual }) => {
    const SEED = Number(chosen ?? usual);
    let house: DavHouse;
    let sides: TwoSides;
    beforeAll(async () => {
      house = await start();
      const phone = new TwoWayPhone(house, `${house.url}${path}`);
      if (server === "Radicale") await phone.make("Work");
      const scene = await calendarScene();
      const { username, password } = house;
      const how = { kind: "caldav", name: "Work", isPrivate: false, takesOurs: true } as const;
      const id = await scene.add({ ...how, address: phone.url, username, password });
      sides = new TwoSides(scene, phone, id, randomFrom(SEED));
    });
    afterAll(() => house.stop());

    test(`end with the same entries after ${edits} changes: none lost, none doubled (seed ${SEED})`, async () => {
      for (let made = 0; made < edits; ) {
        const round: Done[] = [];
        await sides.look();
        while (round.length < PER_ROUND) {
          const done = sides.random() < 0.5 ? await sides.changeHere() : await sides.changeThere();
          if (done !== null) round.push(done);
        }
        made += round.length;
        const asked = await sides.settle();
        const { here, there, uids } = await sides.both();
        expect(here, `after ${made} changes`).toEqual(there);
        expect(new Set(uids).size, "one place for each entry").toBe(uids.length);
        for (const { what, uids: of, name } of round) {
          // What somebody else changed as well was put together, or the client chose.
          const isAlone = round.filter((one) => one.uids.some((uid) => of.includes(uid))).length === 1;
          if (!isAlone || of.some((uid) => asked.has(uid))) continue;
          const said = `${what}: ${name} of ${of}`;
          if (name === null) expect(uids, said).not.toContain(of[0]);
          else
            expect(
              there.some((line) => line.includes(name)),
              said,
            ).toBe(true);
        }
      }
    }, 600_000);
  },
);

/** Numbers from 0 to 1 that are the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
