import { type InvitationScene, invited } from "../../support/fence/invitation-world";
import type { Answers, Row } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all: Answers = ["200", "200", "200"];
const noOne = (code: string): Answers => [code, code, code];

const asks =
  (scene: InvitationScene = {}): Row["before"] =>
  async (world, at, id) => {
    await invited(world, at, id, scene);
    return {};
  };
const yes = () => ({ answer: "accepted" });
const later = (startsAt: string) => ({ startsAt, endsAt: startsAt.replace(":00:", ":30:") });

const file = [
  "BEGIN:VCALENDAR",
  "VERSION:2.0",
  "METHOD:REQUEST",
  "BEGIN:VEVENT",
  "UID:concert@test.invalid",
  "DTSTAMP:20261124T080000Z",
  "DTSTART:20361203T090000Z",
  "DTEND:20361203T100000Z",
  "SUMMARY:Concert",
  "ORGANIZER;CN=Noor Haddad:mailto:noor@test.invalid",
  "END:VEVENT",
  "END:VCALENDAR",
  "",
].join("\r\n");

type Line = [when: string, scene: InvitationScene, answers: Answers, body?: Row["body"]];
const lines: Line[] = [
  ["an invitation", {}, all],
  ["an invitation, with leave", { hasLeave: true }, all],
  ["an invitation, with words", { hasLeave: true }, all, () => ({ answer: "declined", words: "Next year?" })],
  ["an invitation over a day away", { isOverKept: true, hasLeave: true }, ["403 protected", "200", "200"]],
  [
    "an invitation over a day away, knowingly",
    { isOverKept: true },
    all,
    () => ({ ...yes(), overProtected: true }),
  ],
  ["an invitation over a day away, with no", { isOverKept: true }, all, () => ({ answer: "declined" })],
  [
    "an invitation, with another time",
    {},
    all,
    () => ({ answer: "counter", slot: later("2036-12-03T09:00:00Z") }),
  ],
  ["an invitation, with no other time", {}, noOne("400 invalid"), () => ({ answer: "counter" })],
];

/** Taking invitations in is for both; whether an answer leaves is the client's word, or their leave. */
export const invitationRows: Row[] = [
  {
    door: `POST ${desk}/invitations`,
    on: "desk",
    body: () => ({ base64: Buffer.from(file).toString("base64") }),
    answers: all,
  },
  {
    door: `POST ${desk}/invitations`,
    on: "desk",
    when: "of something else",
    body: () => ({ base64: Buffer.from("Dear Mira").toString("base64") }),
    answers: noOne("400 invalid"),
  },
  ...(["strict task", "loose task"] as const).flatMap((on): Row[] => [
    { door: `GET ${desk}/tasks/[id]/invitation`, on, before: asks(), answers: all },
    ...lines.map(
      ([when, scene, answers, body]): Row => ({
        door: `POST ${desk}/tasks/[id]/answer`,
        on,
        when,
        before: asks(scene),
        body: body ?? yes,
        answers,
      }),
    ),
  ]),
  {
    door: `GET ${desk}/tasks/[id]/invitation`,
    on: "loose task",
    when: "of a task that asks about nothing",
    answers: noOne("404 not-found"),
  },
  {
    door: `POST ${desk}/tasks/[id]/answer`,
    on: "loose task",
    when: "a task that asks about nothing",
    body: yes,
    answers: noOne("404 not-found"),
  },
  {
    door: `POST ${desk}/tasks/[id]/answer`,
    on: "loose task",
    when: "an invitation that was answered",
    scene: { state: "done" },
    before: asks(),
    body: yes,
    answers: noOne("409 already-closed"),
  },
];
