import type { DraftScene } from "../../support/fence/draft-world";
import type { Answers, Row } from "./doors";

const desk = "/api/v1/w/[workspace]";
const approves: Answers = ["200", "403 only-client-approves", "403 only-client-approves"];
const tooLate: Answers = ["409 stale", "403 only-client-approves", "403 only-client-approves"];
const onlyClient: Answers = ["200", "403 only-client", "403 only-client"];
const notSo: Answers = ["409 stale", "403 only-client", "403 only-client"];
/** What the assistant sent in the company's voice, by the client's leave. */
const byLeave: DraftScene = {
  state: "released",
  voice: "company",
  hasLeave: true,
  task: { tag: "delegable" },
};

/** Words on their way that need somebody, and what was signed of those that left: by whom. */
export const sendingRows: Row[] = [
  { door: `POST ${desk}/sendings/[id]/again`, on: "sending", body: () => ({}), answers: approves },
  {
    door: `POST ${desk}/sendings/[id]/again`,
    on: "sending",
    when: "that did not leave",
    draft: { onItsWay: "failed" },
    body: () => ({}),
    answers: approves,
  },
  {
    door: `POST ${desk}/sendings/[id]/again`,
    on: "sending",
    when: "that the assistant sent by leave, and that did not leave",
    draft: { ...byLeave, onItsWay: "failed" },
    body: () => ({}),
    answers: ["200", "200", "403 only-client-approves"],
    byToken: { client: "403 only-client-approves" },
  },
  {
    door: `POST ${desk}/sendings/[id]/again`,
    on: "sending",
    when: "that the assistant sent by leave, and that may have arrived",
    draft: { ...byLeave, onItsWay: "unsure" },
    body: () => ({}),
    answers: approves,
  },
  {
    door: `POST ${desk}/sendings/[id]/again`,
    on: "sending",
    when: "that is leaving",
    draft: { onItsWay: "leaving" },
    body: () => ({}),
    answers: tooLate,
  },
  ...[true, false].map(
    (went): Row => ({
      door: `POST ${desk}/sendings/[id]/settle`,
      on: "sending",
      when: went ? "which went out" : "which did not go out",
      body: () => ({ went }),
      answers: onlyClient,
    }),
  ),
  {
    door: `POST ${desk}/sendings/[id]/settle`,
    on: "sending",
    when: "which certainly did not leave, as gone",
    draft: { onItsWay: "failed" },
    body: () => ({ went: true }),
    answers: notSo,
  },
  {
    door: `POST ${desk}/sendings/[id]/settle`,
    on: "sending",
    when: "of the assistant's, by leave, which certainly did not leave",
    draft: { ...byLeave, onItsWay: "failed" },
    body: () => ({ went: false }),
    answers: onlyClient,
  },
  {
    door: `POST ${desk}/proofs/[id]/revoke`,
    on: "proof",
    body: ({ version }) => ({ version }),
    answers: onlyClient,
  },
];
