import { newConflict } from "../../support/fence/calendar-world";
import type { Answers, Row } from "./doors";

const desk = "/api/v1/w/[workspace]/calendars";
const all: Answers = ["200", "200", "200"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const refusedFirst: Answers = ["400 invalid", "403 only-client", "403 only-client"];
const href = "/mira/office/lunch.ics";
const address = "https://127.0.0.1:9/mira.ics";

/** Calendars from elsewhere, by whom. What the table tries is refused before anything leaves the machine: the address is private. */
export const sourceRows: Row[] = [
  { door: `GET ${desk}`, on: "desk", answers: all },
  { door: `GET ${desk}/[id]`, on: "calendar", answers: all },
  {
    door: `POST ${desk}/look`,
    on: "desk",
    when: "inside a private network",
    body: () => ({ address }),
    answers: refusedFirst,
  },
  {
    door: `POST ${desk}`,
    on: "desk",
    when: "inside a private network",
    body: () => ({ kind: "feed", address, name: "Work" }),
    answers: refusedFirst,
  },
  {
    door: `POST ${desk}/[id]/edit`,
    on: "calendar",
    body: ({ version }) => ({ version, name: "Work" }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/[id]/edit`,
    on: "calendar",
    when: "into a private one",
    body: ({ version }) => ({ version, isPrivate: true }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/[id]/pause`, on: "calendar", body: () => ({ paused: true }), answers: onlyClient },
  {
    door: `POST ${desk}/[id]/remove`,
    on: "calendar",
    body: () => ({ events: "keep" }),
    answers: onlyClient,
  },
  { door: `POST ${desk}/[id]/sync`, on: "calendar", body: () => ({ begin: true }), answers: onlyClient },
  {
    door: `POST ${desk}/[id]/resolve`,
    on: "calendar",
    before: async (world, at, id) => {
      await newConflict(world, at, id, href);
      return {};
    },
    body: () => ({ href, side: "here" }),
    answers: onlyClient,
  },
];
