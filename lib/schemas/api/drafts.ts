import {
  addressDraftSchema,
  approveDraftSchema,
  askChangesSchema,
  attachFileSchema,
  commentSchema,
  nothingSchema,
  partTargetSchema,
  presenceSchema,
  releaseDraftSchema,
  saveWordsSchema,
  seenDraftSchema,
  wentOutSchema,
} from "@/lib/schemas/draft";
import { draftDiffSchema } from "@/lib/schemas/draft-diff";
import { operation } from "@/lib/schemas/operation";
import { sendAgainSchema, settleSendingSchema } from "@/lib/schemas/sending";
import {
  attachedSchema,
  draftChangedSchema,
  draftComparedSchema,
  draftSchema,
  hereSchema,
  sendingChangedSchema,
} from "@/lib/schemas/views/draft";
import { changedSchema, madeSchema } from "@/lib/schemas/views/parts";

export const removeAttachment = operation({
  id: "removeAttachment",
  method: "POST",
  path: "/draft-attachments/{id}/remove",
  group: "Drafts",
  says: "Takes a file off its draft.",
  area: "drafts",
  input: partTargetSchema,
  output: changedSchema,
});

export const restoreAttachment = operation({
  id: "restoreAttachment",
  method: "POST",
  path: "/draft-attachments/{id}/restore",
  group: "Drafts",
  says: "Puts a file back on its draft.",
  area: "drafts",
  input: partTargetSchema,
  output: changedSchema,
});

export const readAttachment = operation({
  id: "readAttachment",
  method: "GET",
  path: "/draft-attachments/{id}",
  group: "Drafts",
  says: "Hands over the file, to be saved.",
  more: "Its kind is never told: whatever it is, it is a file to save, and nothing to be shown or run.",
  area: "drafts",
  output: { files: ["application/octet-stream"] },
});

export const removeComment = operation({
  id: "removeComment",
  method: "POST",
  path: "/draft-comments/{id}/remove",
  group: "Drafts",
  says: "Takes one’s own comment away.",
  more: "Somebody else’s comment is not found.",
  area: "drafts",
  input: partTargetSchema,
  output: changedSchema,
});

export const restoreComment = operation({
  id: "restoreComment",
  method: "POST",
  path: "/draft-comments/{id}/restore",
  group: "Drafts",
  says: "Brings a comment back that one has taken away.",
  area: "drafts",
  input: partTargetSchema,
  output: changedSchema,
});

export const addressDraft = operation({
  id: "addressDraft",
  method: "POST",
  path: "/drafts/{id}/address",
  group: "Drafts",
  says: "Says to whom a draft goes, from which account, how, and until when it is needed.",
  area: "drafts",
  input: addressDraftSchema,
  output: draftChangedSchema,
});

export const approveDraft = operation({
  id: "approveDraft",
  method: "POST",
  path: "/drafts/{id}/approve",
  group: "Drafts",
  says: "Makes the words the client’s own, as they were shown or as they are typed now, and lets them go.",
  area: null,
  input: approveDraftSchema,
  output: draftChangedSchema,
});

export const askForChanges = operation({
  id: "askForChanges",
  method: "POST",
  path: "/drafts/{id}/ask-changes",
  group: "Drafts",
  says: "Sends a draft back to whoever wrote it, and says why.",
  area: null,
  input: askChangesSchema,
  output: draftChangedSchema,
});

export const attachFile = operation({
  id: "attachFile",
  method: "POST",
  path: "/drafts/{id}/attachments",
  group: "Drafts",
  says: "Hangs a file on a draft.",
  area: "drafts",
  input: attachFileSchema,
  output: attachedSchema,
});

export const commentOnDraft = operation({
  id: "commentOnDraft",
  method: "POST",
  path: "/drafts/{id}/comments",
  group: "Drafts",
  says: "Says something about a draft.",
  area: "drafts",
  inOwnHand: true,
  input: commentSchema,
  output: changedSchema,
});

export const readDraftDiff = operation({
  id: "readDraftDiff",
  method: "GET",
  path: "/drafts/{id}/diff",
  group: "Drafts",
  says: "Compares two versions of a draft word by word.",
  area: "drafts",
  input: draftDiffSchema,
  output: draftComparedSchema,
});

export const sayHere = operation({
  id: "sayHere",
  method: "POST",
  path: "/drafts/{id}/presence",
  group: "Drafts",
  says: "Says that one has a draft open, and hears who else has.",
  area: "drafts",
  input: presenceSchema,
  output: hereSchema,
});

export const releaseDraft = operation({
  id: "releaseDraft",
  method: "POST",
  path: "/drafts/{id}/release",
  group: "Drafts",
  says: "Sends words for which the client has given leave.",
  more: "Refused as only-client-approves where no leave is given, and as draft-only for an agent that prepares.",
  area: "drafts",
  input: releaseDraftSchema,
  output: draftChangedSchema,
});

export const removeDraft = operation({
  id: "removeDraft",
  method: "POST",
  path: "/drafts/{id}/remove",
  group: "Drafts",
  says: "Takes a draft away.",
  area: "drafts",
  input: seenDraftSchema,
  output: madeSchema,
});

export const restoreDraft = operation({
  id: "restoreDraft",
  method: "POST",
  path: "/drafts/{id}/restore",
  group: "Drafts",
  says: "Brings a draft back that was taken away.",
  more: "Refused as has-draft where the task has another by now.",
  area: "drafts",
  input: nothingSchema,
  output: madeSchema,
});

export const readDraft = operation({
  id: "readDraft",
  method: "GET",
  path: "/drafts/{id}",
  group: "Drafts",
  says: "Tells everything about a draft: its words and versions, whose words they are, its comments, and how far it has got.",
  area: "drafts",
  output: draftSchema,
});

export const saveWords = operation({
  id: "saveWords",
  method: "POST",
  path: "/drafts/{id}/save",
  group: "Drafts",
  says: "Keeps words as a new version of a draft.",
  more: "Where somebody wrote meanwhile it is refused as words-moved, with both texts laid together. Words that were approved, or wait to leave, stay as they are (let-go), unless “voids” is true: then that ends, and they go before the client anew. Words of an assistant’s that are not ready take a submitted draft back: “state” says so.",
  area: "drafts",
  inOwnHand: true,
  input: saveWordsSchema,
  output: draftChangedSchema,
});

export const submitDraft = operation({
  id: "submitDraft",
  method: "POST",
  path: "/drafts/{id}/submit",
  group: "Drafts",
  says: "Puts a draft before the client.",
  more: "Refused as unready, with every mark, while something is to be filled in or is not in the client’s voice.",
  area: "drafts",
  input: seenDraftSchema,
  output: draftChangedSchema,
});

export const takeDraftBack = operation({
  id: "takeDraftBack",
  method: "POST",
  path: "/drafts/{id}/take-back",
  group: "Drafts",
  says: "Takes a draft back from before the client, to work on it.",
  area: "drafts",
  input: nothingSchema,
  output: draftChangedSchema,
});

export const callBackDraft = operation({
  id: "callBackDraft",
  method: "POST",
  path: "/drafts/{id}/undo",
  group: "Drafts",
  says: "Calls words back while they have not left; the very draft is there again.",
  more: "Refused as leaving once the server has begun to take them.",
  area: "drafts",
  input: nothingSchema,
  output: draftChangedSchema,
});

export const sayWentOut = operation({
  id: "sayWentOut",
  method: "POST",
  path: "/drafts/{id}/went-out",
  group: "Drafts",
  says: "Says that approved words left by somebody’s own hand.",
  more: "Refused as only-client-approves before they are approved, and as words-changed where they have changed since.",
  area: "drafts",
  input: wentOutSchema,
  output: draftChangedSchema,
});

export const sendAgain = operation({
  id: "sendAgain",
  method: "POST",
  path: "/sendings/{id}/again",
  group: "Sending",
  says: "Sends words again that did not leave, or may not have.",
  area: "drafts",
  input: sendAgainSchema,
  output: sendingChangedSchema,
});

export const settleSending = operation({
  id: "settleSending",
  method: "POST",
  path: "/sendings/{id}/settle",
  group: "Sending",
  says: "Says whether words went out of which nobody knows.",
  area: null,
  input: settleSendingSchema,
  output: sendingChangedSchema,
});
