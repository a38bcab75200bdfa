import { z } from "zod";
import { type By, draftStates, draftWays, type Recipient, sendingStates } from "@/lib/domain/draft/draft";
import type {
  AttachmentView,
  CommentView,
  DraftCan,
  DraftDiff,
  DraftOnCard,
  DraftView,
  PresentView,
  SendingView,
  VersionView,
  WritingHelp,
} from "@/lib/domain/draft/view";
import type { Mark } from "@/lib/domain/draft/voice";
import { tags, taskKinds, taskStates } from "@/lib/domain/task/task";
import { accountChoiceSchema } from "@/lib/schemas/views/account";
import { addressedSchema, calendarAnswerSchema } from "@/lib/schemas/views/calendar-answer";
import { exactly } from "@/lib/schemas/views/exactly";
import { actingRoleSchema, count, id, instant, roleSchema, seq, version } from "@/lib/schemas/views/parts";
import { messageSchema, personRefSchema } from "@/lib/schemas/views/task";
import { sentenceWordsSchema } from "@/lib/schemas/views/words";

const canSchema = exactly<DraftCan>()(
  z.strictObject({
    write: z.boolean(),
    submit: z.boolean(),
    takeBack: z.boolean(),
    approve: z.boolean(),
    askChanges: z.boolean(),
    callBack: z.boolean(),
    sendAgain: z.boolean(),
    release: z.boolean(),
    sayWentOut: z.boolean(),
    remove: z.boolean(),
  }),
);

const recipientSchema = exactly<Recipient>()(
  z.strictObject({ name: z.string(), address: z.string(), field: z.enum(["to", "cc"]) }),
);

const bySchema = exactly<By>()(z.strictObject({ userId: id, name: z.string(), role: roleSchema }));

const phrasesSchema = z
  .array(
    z.strictObject({ text: z.string(), agent: z.strictObject({ userId: id, name: z.string() }).nullable() }),
  )
  .describe("Saved phrases as the desk has them; `agent`: an agent's words, which no person saved.");

const writtenSchema = exactly<VersionView>()(
  z.strictObject({
    no: version,
    basedOn: z
      .int32()
      .describe("The version that its writer had before them, mostly the one before it; 0 for none."),
    at: instant,
    by: bySchema,
    text: z.string(),
    phrases: phrasesSchema,
  }),
);

const commentSchema = exactly<CommentView>()(
  z.strictObject({
    id,
    version,
    onNo: version,
    note: z.string(),
    mentions: z.array(id),
    asksChanges: z.boolean(),
    by: bySchema,
    at: instant,
    isMine: z.boolean(),
  }),
);

const attachmentSchema = exactly<AttachmentView>()(
  z.strictObject({
    id,
    version,
    name: z.string(),
    mediaType: z.string(),
    size: count,
  }),
);

export const sendingSchema = exactly<SendingView>()(
  z.strictObject({
    id,
    version,
    state: z
      .enum(sendingStates)
      .describe("`handed-over`: the server has begun to take it; `unsure`: nobody knows whether it did."),
    nextAt: instant,
    attempts: count,
    lastError: z.string(),
    sentAt: instant.nullable(),
  }),
);

const markSchema = exactly<Mark>()(
  z.strictObject({
    from: count,
    to: count,
    code: z.enum(["placeholder", "never-word", "too-long", "greeting", "sign-off"]),
    says: z.string(),
  }),
);

const helpSchema = exactly<WritingHelp>()(
  z.strictObject({
    sheet: z.strictObject({
      greeting: z.string(),
      signOff: z.string(),
      neverWords: z.array(z.string()),
      mostWords: version.nullable(),
      byCircle: z.array(
        z.strictObject({
          circle: z.string(),
          greeting: z.string(),
          signOff: z.string(),
          mostWords: version.nullable(),
        }),
      ),
    }),
    towards: z.strictObject({
      circles: z.array(z.string()).readonly(),
      firstName: z.string().nullable(),
      client: z.string().optional(),
    }),
    known: z.record(z.string(), z.string()),
    language: z.string().nullable(),
    addresses: z.array(addressedSchema),
    members: z.array(z.strictObject({ userId: id, name: z.string() })),
  }),
);

const taskOfDraftSchema = z.strictObject({
  id,
  version,
  title: z.string(),
  kind: z.enum(taskKinds),
  tag: z.enum(tags),
  state: z.enum(taskStates),
  isPrivate: z.boolean(),
  note: z.string(),
  person: personRefSchema.nullable(),
  message: messageSchema.nullable(),
});

/** What a draft and its card both tell. */
const onCard = {
  id,
  version,
  state: z.enum(draftStates),
  latest: count.describe("The number of the newest version of the words; 0 for none."),
  way: z.enum(draftWays),
  account: accountChoiceSchema.nullable(),
  recipients: z.array(recipientSchema),
  subject: z.string(),
  neededBy: instant.nullable(),
  wantsProof: z.boolean(),
  text: z.string(),
  answer: calendarAnswerSchema.nullable(),
  takesKept: z.boolean().describe("It would promise time that the client keeps."),
  seal: z.string().describe("What an approval is given for: a hash of all that would leave."),
  whose: z.array(sentenceWordsSchema).describe("Whose words they are, sentence by sentence."),
  howMuch: z.string(),
  attachments: z.array(attachmentSchema),
  approval: z.strictObject({ no: version, at: instant, by: z.string() }).nullable(),
  sending: sendingSchema.nullable(),
  can: canSchema.describe("What whoever asks may do with it."),
};

export const draftOnCardSchema = exactly<DraftOnCard>()(
  z.strictObject({
    ...onCard,
    notYetBy: bySchema.nullable().describe("Who wrote last, and has not put it before the client."),
    lastComment: z
      .strictObject({ note: z.string(), by: z.string(), role: actingRoleSchema, at: instant })
      .nullable(),
  }),
);

export const draftSchema = exactly<DraftView>()(
  z.strictObject({
    ...onCard,
    seq,
    task: taskOfDraftSchema,
    accounts: z.array(accountChoiceSchema),
    inReplyTo: z.string().nullable(),
    submittedAt: instant.nullable(),
    sentAt: instant.nullable(),
    removedAt: instant.nullable(),
    versions: z.array(writtenSchema),
    comments: z.array(commentSchema),
    marks: z.array(markSchema).describe("What is not ready: nothing with a mark is submitted."),
    proof: z
      .strictObject({
        id,
        version,
        url: z.url(),
        revokedAt: instant.nullable(),
      })
      .nullable(),
    help: helpSchema.describe("What helps whoever writes."),
  }),
);

export const draftComparedSchema = exactly<DraftDiff>()(
  z.strictObject({
    from: version,
    to: version,
    parts: z.array(z.strictObject({ kind: z.enum(["same", "gone", "new"]), text: z.string() })),
  }),
);

/** What a verb on a draft answers: which version it is now, and the seal of all that would leave. */
export const draftChangedSchema = z.strictObject({
  id,
  version,
  latest: count,
  state: z.enum(draftStates),
  seal: z.string(),
  seq,
});

export const attachedSchema = z.strictObject({ ...draftChangedSchema.shape, attachmentId: id });

export const hereSchema = z.strictObject({
  here: z.array(
    exactly<PresentView>()(
      z.strictObject({ userId: id, name: z.string(), role: roleSchema, isTyping: z.boolean() }),
    ),
  ),
  latest: count,
});

/** What a word about a sending answers. */
export const sendingChangedSchema = z.strictObject({
  id,
  version,
  draftId: id,
  state: z.enum(sendingStates),
  seq,
});
