import { z } from "zod";
import {
  addPromiseSchema,
  logContactSchema,
  setTouchSchema,
  storySchema,
  touchListSchema,
} from "@/lib/schemas/contact";
import {
  apartSchema,
  duplicatesSchema,
  knownAlreadySchema,
  mergePeopleSchema,
} from "@/lib/schemas/duplicates";
import { exportPeopleSchema } from "@/lib/schemas/export";
import { operation } from "@/lib/schemas/operation";
import {
  addPersonSchema,
  diedSchema,
  editPersonSchema,
  listPeopleSchema,
  personTargetSchema,
  privacySchema,
} from "@/lib/schemas/person";
import { addFactSchema, addRelationSchema, checkFieldSchema, versionSchema } from "@/lib/schemas/person-fact";
import { keepPictureSchema } from "@/lib/schemas/picture";
import { checkWordsSchema } from "@/lib/schemas/task";

export const undoMerge = operation({
  id: "undoMerge",
  method: "POST",
  path: "/merges/{id}/undo",
  group: "People",
  says: "Brings back both who were merged.",
  area: "people",
  output: z.unknown(),
});

export const checkField = operation({
  id: "checkField",
  method: "POST",
  path: "/people/{id}/check",
  group: "People",
  says: "Says that what stands in a field is still right.",
  area: "people",
  input: checkFieldSchema,
  output: z.unknown(),
});

export const logContact = operation({
  id: "logContact",
  method: "POST",
  path: "/people/{id}/contacts",
  group: "People",
  says: "Writes down that there was contact with somebody.",
  area: "people",
  input: logContactSchema,
  output: z.unknown(),
});

export const markDied = operation({
  id: "markDied",
  method: "POST",
  path: "/people/{id}/died",
  group: "People",
  says: "Writes down that somebody has died, and whether their days are kept.",
  area: "people",
  input: diedSchema,
  output: z.unknown(),
});

export const editPerson = operation({
  id: "editPerson",
  method: "POST",
  path: "/people/{id}/edit",
  group: "People",
  says: "Changes what is known about somebody, as they were seen at `version`.",
  area: "people",
  input: editPersonSchema,
  output: z.unknown(),
});

export const addFact = operation({
  id: "addFact",
  method: "POST",
  path: "/people/{id}/facts",
  group: "People",
  says: "Writes one fact down about somebody.",
  area: "people",
  input: addFactSchema,
  output: z.unknown(),
});

export const markLiving = operation({
  id: "markLiving",
  method: "POST",
  path: "/people/{id}/living",
  group: "People",
  says: "Takes back that somebody has died.",
  area: "people",
  input: personTargetSchema,
  output: z.unknown(),
});

export const readLookAlikes = operation({
  id: "readLookAlikes",
  method: "GET",
  path: "/people/{id}/look-alikes",
  group: "People",
  says: "Who else somebody may be.",
  area: "people",
  output: z.unknown(),
});

export const removePicture = operation({
  id: "removePicture",
  method: "POST",
  path: "/people/{id}/picture/remove",
  group: "People",
  says: "?.",
  area: "people",
  input: versionSchema,
  output: z.unknown(),
});

export const readPicture = operation({
  id: "readPicture",
  method: "GET",
  path: "/people/{id}/picture",
  group: "People",
  says: "304 where the reader has it already (If-None-Match, RFC 9110 §13.1.2).",
  area: "people",
  output: z.unknown(),
});

export const keepPicture = operation({
  id: "keepPicture",
  method: "POST",
  path: "/people/{id}/picture",
  group: "People",
  says: "Keeps a picture of somebody, over the one that was seen.",
  area: "people",
  input: keepPictureSchema,
  output: z.unknown(),
});

export const setPersonPrivacy = operation({
  id: "setPersonPrivacy",
  method: "POST",
  path: "/people/{id}/privacy",
  group: "People",
  says: "Hides somebody from everybody but the client, or shows them again.",
  area: null,
  input: privacySchema,
  output: z.unknown(),
});

export const addPromise = operation({
  id: "addPromise",
  method: "POST",
  path: "/people/{id}/promises",
  group: "People",
  says: "Writes down what was promised.",
  area: "people",
  input: addPromiseSchema,
  output: z.unknown(),
});

export const addRelation = operation({
  id: "addRelation",
  method: "POST",
  path: "/people/{id}/relations",
  group: "People",
  says: "Writes down who somebody is to somebody else.",
  area: "people",
  input: addRelationSchema,
  output: z.unknown(),
});

export const removePerson = operation({
  id: "removePerson",
  method: "POST",
  path: "/people/{id}/remove",
  group: "People",
  says: "Takes somebody off the desk.",
  area: "people",
  input: personTargetSchema,
  output: z.unknown(),
});

export const restorePerson = operation({
  id: "restorePerson",
  method: "POST",
  path: "/people/{id}/restore",
  group: "People",
  says: "Brings somebody back who was taken off the desk.",
  area: "people",
  input: personTargetSchema,
  output: z.unknown(),
});

export const readPerson = operation({
  id: "readPerson",
  method: "GET",
  path: "/people/{id}",
  group: "People",
  says: "Somebody's page.",
  area: "people",
  output: z.unknown(),
});

export const readStory = operation({
  id: "readStory",
  method: "GET",
  path: "/people/{id}/story",
  group: "People",
  says: "A page of what happened with somebody, of all kinds or of one.",
  area: "people",
  input: storySchema,
  output: z.unknown(),
});

export const setTouch = operation({
  id: "setTouch",
  method: "POST",
  path: "/people/{id}/touch",
  group: "People",
  says: "How often to be in touch with somebody, never, or not before a day.",
  area: "people",
  input: setTouchSchema,
  output: z.unknown(),
});

export const readWhisperCard = operation({
  id: "readWhisperCard",
  method: "GET",
  path: "/people/{id}/whisper",
  group: "People",
  says: "What one should know of somebody, on one page.",
  area: "people",
  output: z.unknown(),
});

export const checkWords = operation({
  id: "checkWords",
  method: "POST",
  path: "/people/{id}/words",
  group: "People",
  says: "What somebody got last time, and what the typed words are much like. Changes nothing.",
  area: "people",
  looksOnly: true,
  input: checkWordsSchema,
  output: z.unknown(),
});

export const setDistinctPeople = operation({
  id: "setDistinctPeople",
  method: "POST",
  path: "/people/apart",
  group: "People",
  says: "These are two people; or nobody knows any more.",
  area: "people",
  input: apartSchema,
  output: z.unknown(),
});

export const readDuplicates = operation({
  id: "readDuplicates",
  method: "GET",
  path: "/people/duplicates",
  group: "People",
  says: "A page of pairs of people who may be one.",
  area: "people",
  input: duplicatesSchema,
  output: z.unknown(),
});

export const exportPeople = operation({
  id: "exportPeople",
  method: "GET",
  path: "/people/export",
  group: "People",
  says: "Everybody, a circle or one person as a file, streamed.",
  area: "people",
  input: exportPeopleSchema,
  output: z.unknown(),
});

export const readKnownAlready = operation({
  id: "readKnownAlready",
  method: "POST",
  path: "/people/known",
  group: "People",
  says: "Who somebody that is being written down may be. Changes nothing.",
  area: "people",
  looksOnly: true,
  input: knownAlreadySchema,
  output: z.unknown(),
});

export const mergePeople = operation({
  id: "mergePeople",
  method: "POST",
  path: "/people/merge",
  group: "People",
  says: "Makes two people one, field by field.",
  area: "people",
  input: mergePeopleSchema,
  output: z.unknown(),
});

export const readPeople = operation({
  id: "readPeople",
  method: "GET",
  path: "/people",
  group: "People",
  says: "A page of people, of all or of one circle, by words.",
  area: "people",
  input: listPeopleSchema,
  output: z.unknown(),
});

export const addPerson = operation({
  id: "addPerson",
  method: "POST",
  path: "/people",
  group: "People",
  says: "Writes somebody down, with their yearly days.",
  area: "people",
  input: addPersonSchema,
  output: z.unknown(),
});

export const readTouch = operation({
  id: "readTouch",
  method: "GET",
  path: "/people/touch",
  group: "People",
  says: "Whom the client is losing touch with, the longest wait first.",
  area: "people",
  input: touchListSchema,
  output: z.unknown(),
});
