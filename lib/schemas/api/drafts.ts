import { z } from "zod";
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

export const removeAttachment = operation({
  id: "removeAttachment",
  method: "POST",
  path: "/draft-attachments/{id}/remove",
  group: "Drafts",
  says: "Takes a file off its draft.",
  area: "drafts",
  input: partTargetSchema,
  output: z.unknown(),
});

export const restoreAttachment = operation({
  id: "restoreAttachment",
  method: "POST",
  path: "/draft-attachments/{id}/restore",
  group: "Drafts",
  says: "Puts it back.",
  area: "drafts",
  input: partTargetSchema,
  output: z.unknown(),
});

export const readAttachment = operation({
  id: "readAttachment",
  method: "GET",
  path: "/draft-attachments/{id}",
  group: "Drafts",
  says: "The file, to be saved; nothing of it is ever run or shown here.",
  area: "drafts",
  output: z.unknown(),
});

export const removeComment = operation({
  id: "removeComment",
  method: "POST",
  path: "/draft-comments/{id}/remove",
  group: "Drafts",
  says: "Takes a comment of one's own away.",
  area: "drafts",
  input: partTargetSchema,
  output: z.unknown(),
});

export const restoreComment = operation({
  id: "restoreComment",
  method: "POST",
  path: "/draft-comments/{id}/restore",
  group: "Drafts",
  says: "Brings it back.",
  area: "drafts",
  input: partTargetSchema,
  output: z.unknown(),
});

export const addressDraft = operation({
  id: "addressDraft",
  method: "POST",
  path: "/drafts/{id}/address",
  group: "Drafts",
  says: "To whom, from which account, how, until when.",
  area: "drafts",
  input: addressDraftSchema,
  output: z.unknown(),
});

export const approveDraft = operation({
  id: "approveDraft",
  method: "POST",
  path: "/drafts/{id}/approve",
  group: "Drafts",
  says: "The client makes the words theirs, as they were shown or as they now type them.",
  area: null,
  input: approveDraftSchema,
  output: z.unknown(),
});

export const askForChanges = operation({
  id: "askForChanges",
  method: "POST",
  path: "/drafts/{id}/ask-changes",
  group: "Drafts",
  says: "The client sends it back, and says why.",
  area: null,
  input: askChangesSchema,
  output: z.unknown(),
});

export const attachFile = operation({
  id: "attachFile",
  method: "POST",
  path: "/drafts/{id}/attachments",
  group: "Drafts",
  says: "Hangs a file on it.",
  area: "drafts",
  input: attachFileSchema,
  output: z.unknown(),
});

export const commentOnDraft = operation({
  id: "commentOnDraft",
  method: "POST",
  path: "/drafts/{id}/comments",
  group: "Drafts",
  says: "Says something about it.",
  area: "drafts",
  input: commentSchema,
  output: z.unknown(),
});

export const readDraftDiff = operation({
  id: "readDraftDiff",
  method: "GET",
  path: "/drafts/{id}/diff",
  group: "Drafts",
  says: "What changed between two versions, word by word.",
  area: "drafts",
  input: draftDiffSchema,
  output: z.unknown(),
});

export const sayHere = operation({
  id: "sayHere",
  method: "POST",
  path: "/drafts/{id}/presence",
  group: "Drafts",
  says: "Says that one has it open, and hears who else has.",
  area: "drafts",
  input: presenceSchema,
  output: z.unknown(),
});

export const releaseDraft = operation({
  id: "releaseDraft",
  method: "POST",
  path: "/drafts/{id}/release",
  group: "Drafts",
  says: "An assistant sends what the client has given leave for.",
  area: "drafts",
  input: releaseDraftSchema,
  output: z.unknown(),
});

export const removeDraft = operation({
  id: "removeDraft",
  method: "POST",
  path: "/drafts/{id}/remove",
  group: "Drafts",
  says: "Takes it away.",
  area: "drafts",
  input: seenDraftSchema,
  output: z.unknown(),
});

export const restoreDraft = operation({
  id: "restoreDraft",
  method: "POST",
  path: "/drafts/{id}/restore",
  group: "Drafts",
  says: "Brings it back.",
  area: "drafts",
  input: nothingSchema,
  output: z.unknown(),
});

export const readDraft = operation({
  id: "readDraft",
  method: "GET",
  path: "/drafts/{id}",
  group: "Drafts",
  says: "Everything about a draft.",
  area: "drafts",
  output: z.unknown(),
});

export const saveWords = operation({
  id: "saveWords",
  method: "POST",
  path: "/drafts/{id}/save",
  group: "Drafts",
  says: "Keeps words as a new version; 409 with both texts when somebody wrote meanwhile.",
  area: "drafts",
  input: saveWordsSchema,
  output: z.unknown(),
});

export const submitDraft = operation({
  id: "submitDraft",
  method: "POST",
  path: "/drafts/{id}/submit",
  group: "Drafts",
  says: "Puts it before the client.",
  area: "drafts",
  input: seenDraftSchema,
  output: z.unknown(),
});

export const takeDraftBack = operation({
  id: "takeDraftBack",
  method: "POST",
  path: "/drafts/{id}/take-back",
  group: "Drafts",
  says: "Takes it back to work on it.",
  area: "drafts",
  input: nothingSchema,
  output: z.unknown(),
});

export const callBackDraft = operation({
  id: "callBackDraft",
  method: "POST",
  path: "/drafts/{id}/undo",
  group: "Drafts",
  says: "Calls it back while it has not left; the very draft is there again.",
  area: "drafts",
  input: nothingSchema,
  output: z.unknown(),
});

export const sayWentOut = operation({
  id: "sayWentOut",
  method: "POST",
  path: "/drafts/{id}/went-out",
  group: "Drafts",
  says: "Approved words left by somebody's own hand.",
  area: "drafts",
  input: wentOutSchema,
  output: z.unknown(),
});

export const sendAgain = operation({
  id: "sendAgain",
  method: "POST",
  path: "/sendings/{id}/again",
  group: "Sending",
  says: "Words that did not leave, or may not have, are sent again.",
  area: "drafts",
  input: sendAgainSchema,
  output: z.unknown(),
});

export const settleSending = operation({
  id: "settleSending",
  method: "POST",
  path: "/sendings/{id}/settle",
  group: "Sending",
  says: "The client says whether words went out that nobody knows of.",
  area: null,
  input: settleSendingSchema,
  output: z.unknown(),
});
