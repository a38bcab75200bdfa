import type { Row } from "./doors";

const desk = "/api/v1/w/[workspace]";
const all = ["200", "200", "200"] as const;

/** Making a task from what was shared, by whom. */
export const captureRows: Row[] = [
  {
    door: `POST ${desk}/capture/preview`,
    on: "desk",
    body: () => ({ title: "Noor Haddad | LinkedIn", url: "https://www.linkedin.com/messaging/1" }),
    answers: all,
  },
  {
    door: `POST ${desk}/capture/preview`,
    when: "by the name of somebody private",
    on: "desk",
    body: () => ({ title: "Somebody | LinkedIn", text: "Quietly", url: "https://pages.invalid/1" }),
    answers: all,
  },
  {
    door: `POST ${desk}/capture`,
    on: "desk",
    body: () => ({
      title: "A page",
      text: "Will you come?",
      url: `https://pages.invalid/${crypto.randomUUID()}`,
    }),
    answers: all,
  },
  {
    door: `POST ${desk}/capture`,
    when: "in private",
    on: "desk",
    body: () => ({ text: "Will you come?", isPrivate: true }),
    answers: ["200", "403 only-client", "403 only-client"],
  },
  {
    door: `POST ${desk}/capture`,
    when: "with a tag along with it",
    on: "desk",
    body: () => ({ text: "Will you come?", tag: "delegable" }),
    answers: ["400 invalid", "400 invalid", "400 invalid"],
  },
  {
    door: `POST ${desk}/capture`,
    when: "with an address that runs",
    on: "desk",
    body: () => ({ url: "javascript:alert(1)" }),
    answers: ["400 invalid", "400 invalid", "400 invalid"],
  },
];
