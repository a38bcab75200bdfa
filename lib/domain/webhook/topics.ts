/** What a webhook can be told of, and which subjects of the log each is. What stands in no line is told to nobody. */
const subjects = {
  tasks: ["task"],
  drafts: [
    "draft",
    "draft-version",
    "draft-comment",
    "draft-attachment",
    "approval",
    "sending",
    "proof",
    "phrase",
    "voice",
  ],
  decisions: ["decision"],
  people: ["person", "person-date", "fact", "relation", "contact", "promise", "picture", "merge", "circle"],
  calendar: ["event", "event-check", "calendar", "protected-time", "day-off"],
  desk: ["desk", "member", "invitation", "account", "import"],
} as const;

export type Topic = keyof typeof subjects;
export const topics = Object.keys(subjects) as Topic[];

/** The subjects of the log that a webhook is told of; one that names no topic is told of all of them. */
export function subjectsOf(about: readonly Topic[]): string[] {
  return (about.length === 0 ? topics : about).flatMap((topic) => [...subjects[topic]]);
}
