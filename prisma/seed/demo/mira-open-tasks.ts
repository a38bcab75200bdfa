import type { DemoClock } from "./demo-clock";
import { type DemoDayTask, type DemoTask, message } from "./demo-task";

/** What lies before the two this morning: to triage, with the assistant, with the client. */
export function miraOpenTasks({ on, allDay, hoursAgo, next }: DemoClock): DemoTask[] {
  return [
    {
      key: "tomas",
      by: "assistant",
      kind: "personal-reply",
      title: "Reply to Tomas Lind",
      person: "Tomas Lind",
      receivedAt: hoursAgo(0.35),
      message: message(
        "We lost Dad on Sunday. I wanted you to hear it from me, not from the feed. He still talked about the summer you two fixed the boat.",
        "Tomas Lind",
        "Facebook",
      ),
      acts: [{ do: "refused", by: "assistant", attempt: "complete" }],
    },
    {
      key: "harbour-light",
      by: "assistant",
      kind: "follow-request",
      title: "Follow request · @harbour.light",
      receivedAt: hoursAgo(1.1),
      fields: {
        service: "LinkedIn",
        handle: "@harbour.light",
        criteria: [
          { text: "Works with paper, print or wood", met: "met" },
          { text: "Known to somebody we know", met: "met" },
          { text: "Writes under their own name", met: "unknown" },
        ],
      },
    },
    {
      key: "supper",
      by: "assistant",
      kind: "event-invite",
      title: "Invitation · Makers’ Supper",
      person: "Elin Sørensen",
      receivedAt: hoursAgo(3),
      dueAt: on(next(5, 14), "19:00"),
      fields: {
        startsAt: on(next(5, 14), "19:00").toISOString(),
        endsAt: on(next(5, 14), "23:00").toISOString(),
        place: "The old rope walk, Aarhus",
        organiser: "Elin Sørensen",
        eventUid: "demo-supper",
      },
      message: message(
        "Eleven of us this year, long table, no speeches. Bring something you made badly. Will you come?",
        "Elin Sørensen",
        "e-mail",
      ),
    },
    {
      key: "lindqvist",
      by: "assistant",
      kind: "personal-reply",
      title: "Reply to Vera Lindqvist",
      person: "Vera Lindqvist",
      receivedAt: hoursAgo(19),
      message: message(
        "Your answer on the radio about mistakes stayed with me all week. I have a press in the barn; may I show you what I ruined?",
        "Vera Lindqvist",
        "e-mail",
      ),
    },

    {
      key: "ladder",
      by: "assistant",
      kind: "other",
      title: "Lend the long ladder to the second floor?",
      person: "Mateo Ibarra",
      receivedAt: hoursAgo(5),
      message: message(
        "Only if it is no trouble. The lamp can wait, I cannot.",
        "Mateo Ibarra",
        "a note at the door",
      ),
    },
    {
      key: "george",
      by: "assistant",
      kind: "event-invite",
      title:
        "Invitation · Unveiling of the big one, with tea, remarks and a brass band if the weather allows",
      person: "George Whitcombe-Featherstonehaugh of Upper Slaughter",
      receivedAt: hoursAgo(26),
      dueAt: on(44, "15:00"),
      fields: {
        startsAt: on(44, "15:00").toISOString(),
        place: "The orangery",
        organiser: "George Whitcombe-Featherstonehaugh",
      },
    },
    {
      key: "yusuf",
      by: "assistant",
      kind: "introduction",
      title: "Introduction · يوسف العمري to Yuki Tanabe",
      person: "يوسف العمري",
      fields: { between: "يوسف العمري and Yuki Tanabe" },
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "workshop-dates",
      by: "client",
      kind: "scheduled-post",
      title: "Schedule post · Workshop dates",
      account: "Holt Workshop",
      dueAt: on(next(4), "09:00"),
      fields: {
        publishAt: on(next(4), "09:00").toISOString(),
        postText:
          "Three weekends in spring, eight places each. Bring paper you cannot bear to throw away. Booking opens on Thursday at nine.",
      },
      note: "Then half an hour kept free for Mira to answer comments.",
      acts: [{ do: "move", by: "assistant", to: "assistant" }],
    },
    {
      key: "ministry-call",
      by: "assistant",
      kind: "meeting-check",
      title: "Double-check · Call, Ministry of Culture",
      person: "Greta Amsel",
      dueAt: on(next(2, 9), "14:00"),
      fields: { startsAt: on(next(2, 9), "14:00").toISOString(), otherSide: "Greta Amsel" },
      note: "Who rings whom is not said. She prefers it in writing.",
      acts: [{ do: "move", by: "assistant", to: "assistant" }],
    },
    {
      key: "zoe-request",
      by: "assistant",
      kind: "follow-request",
      title: "Follow request · Zoë Brandt",
      person: "Zoë Brandt",
      receivedAt: hoursAgo(30),
      fields: {
        service: "Instagram",
        handle: "@zoe.makes",
        criteria: [
          { text: "Works with paper, print or wood", met: "met" },
          { text: "Known to somebody we know", met: "met" },
          { text: "Writes under their own name", met: "met" },
        ],
      },
      acts: [{ do: "move", by: "agent", to: "assistant" }],
    },
    {
      key: "company-page",
      by: "assistant",
      kind: "account-care",
      title: "Account care · Opening hours on the company page",
      account: "Holt Workshop",
      fields: {
        checklist: [
          { text: "Winter opening hours", done: true },
          { text: "New photograph of the yard", done: false },
          { text: "Old phone number out", done: false },
        ],
      },
      dueAt: allDay(4),
      dueAllDay: true,
      repeat: { rule: "FREQ=MONTHLY;INTERVAL=3", from: "calendar" },
      acts: [
        { do: "move", by: "assistant", to: "assistant" },
        {
          do: "edit",
          by: "agent",
          change: { note: "The old number stands twice: in the header, and under “How to find us”." },
        },
      ],
    },
    {
      key: "thank-you",
      by: "client",
      kind: "other",
      title: "Send the thank-you list",
      tag: "delegable",
      dueAt: allDay(39),
      dueAllDay: true,
      note: "Everybody who lent a chair. Ana has the addresses.",
      acts: [{ do: "move", by: "assistant", to: "assistant" }],
    },
    {
      key: "frames",
      by: "assistant",
      kind: "personal-reply",
      title: "Reply to Bram de Groot",
      person: "Bram de Groot",
      receivedAt: hoursAgo(120),
      message: message(
        "Oak or ash for the six small ones? I cut on Monday, so a word before then would be kind.",
        "Bram de Groot",
        "e-mail",
      ),
      acts: [
        { do: "refused", by: "assistant", attempt: "loosen" },
        { do: "retag", by: "client", tag: "delegable" },
        { do: "move", by: "assistant", to: "assistant" },
      ],
    },

    {
      key: "joon-job",
      by: "assistant",
      kind: "personal-reply",
      title: "Congratulate Joon on the new job",
      person: "Joon Park",
      receivedAt: hoursAgo(28),
      dueAt: allDay(1),
      dueAllDay: true,
      message: message(
        "They said yes! I start in January. You told me to ask for Fridays and they gave me Fridays.",
        "Joon Park",
        "WhatsApp",
      ),
      note: "Warmer than last time, and mention the bike trip.",
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "aunt-beth",
      by: "client",
      kind: "keep-in-touch",
      title: "Keep in touch · Aunt Beth",
      person: "Beth Holt",
      fields: { everyDays: 42 },
      repeat: { rule: "FREQ=WEEKLY;INTERVAL=6", from: "completion" },
      dueAt: allDay(next(7)),
      dueAllDay: true,
      note: "Nine weeks since the last call. Ask after the dahlias: she dug them up late.",
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "dahl-intro",
      by: "assistant",
      kind: "introduction",
      title: "Introduction · Omar Farouk to Per Aksel Dahl",
      person: "Omar Farouk",
      receivedAt: hoursAgo(50),
      fields: { between: "Omar Farouk and Per Aksel Dahl" },
      message: message(
        "Would you put me in touch with the chair of the harbour board? I have an idea for the crane.",
        "Omar Farouk",
        "e-mail",
      ),
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "studio-post",
      by: "client",
      kind: "scheduled-post",
      title: "Schedule post · Why I stopped numbering prints",
      account: "Mira Holt",
      dueAt: on(next(3, 2), "18:00"),
      fields: {
        publishAt: on(next(3, 2), "18:00").toISOString(),
        postText: "I numbered them because everybody did. Then a child asked me which one was the real one.",
      },
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "hanne-first-year",
      by: "assistant",
      kind: "keep-in-touch",
      title: "Keep in touch · Hanne Vogt",
      person: "Hanne Vogt",
      priority: 2,
      dueAt: allDay(10),
      dueAllDay: true,
      note: "Her first birthday without Karl is on the day after. She likes the train museum.",
      acts: [{ do: "move", by: "assistant", to: "client" }],
    },
    {
      key: "radio",
      by: "assistant",
      kind: "event-invite",
      title: "Invitation · Half an hour on Radio Atlântico",
      person: "Ines Carvalho",
      receivedAt: hoursAgo(90),
      dueAt: on(next(4, 8), "11:00"),
      fields: {
        startsAt: on(next(4, 8), "11:00").toISOString(),
        place: "by phone",
        organiser: "Ines Carvalho",
      },
      acts: [
        { do: "retag", by: "assistant", tag: "must-be-you" },
        { do: "move", by: "assistant", to: "client" },
      ],
    },
    {
      key: "present",
      by: "client",
      kind: "other",
      title: "A present for Ana",
      isPrivate: true,
      dueAt: allDay(12),
      dueAllDay: true,
      note: "Ten years in February. The small lamp from the shop by the bridge?",
    },
    {
      key: "quill",
      by: "client",
      kind: "other",
      title: "Write to Doctor Quill",
      person: "Doctor Quill",
      dueAt: allDay(2),
      dueAllDay: true,
    },
  ];
}

/** What has become of the tasks that the week's birthdays made. */
export function miraDayTasks({ on }: DemoClock): DemoDayTask[] {
  return [
    {
      person: "Noor Haddad",
      acts: [
        {
          do: "edit",
          by: "assistant",
          change: {
            note: "Last year: a phone call, by Mira. Suggest a card and a call; stamped paper is in the second drawer.",
          },
        },
        { do: "move", by: "assistant", to: "assistant" },
      ],
    },
    {
      person: "Mateo Ibarra",
      acts: [
        {
          do: "complete",
          by: "assistant",
          note: "Card posted on Tuesday, with the photograph of the old staircase.",
        },
      ],
    },
    { person: "Nils Holt", acts: [{ do: "move", by: "assistant", to: "client" }] },
    {
      person: "Leni Falk",
      acts: [
        {
          do: "edit",
          by: "assistant",
          change: {
            note: "Parcel with the octopus book goes out tomorrow, to both addresses. The words are Mira’s.",
          },
        },
        { do: "move", by: "assistant", to: "client" },
      ],
    },
    {
      person: "Zoë Brandt",
      acts: [
        {
          do: "edit",
          by: "assistant",
          change: { note: "She is looking for a first studio: a line from Mira herself would matter." },
        },
        { do: "retag", by: "assistant", tag: "must-be-you" },
        { do: "move", by: "assistant", to: "client" },
      ],
    },
    { person: "Yuki Tanabe", acts: [{ do: "move", by: "assistant", to: "scheduled" }] },
    { person: "Sam Okoro", acts: [{ do: "snooze", by: "assistant", until: on(2, "09:00") }] },
  ];
}
