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
import {
  duplicatesViewSchema,
  knownAlreadyViewSchema,
  mergedSchema,
  twinsSchema,
  unmergedSchema,
} from "@/lib/schemas/views/duplicates";
import { factChangedSchema } from "@/lib/schemas/views/known";
import { changedSchema, madeSchema, seqSchema } from "@/lib/schemas/views/parts";
import {
  diedChangedSchema,
  peopleViewSchema,
  personChangedSchema,
  personHiddenSchema,
  personViewSchema,
} from "@/lib/schemas/views/person";
import { storyPageSchema } from "@/lib/schemas/views/story";
import { touchChangedSchema, touchViewSchema } from "@/lib/schemas/views/touch";
import { whisperCardSchema } from "@/lib/schemas/views/whisper";
import { wordsViewSchema } from "@/lib/schemas/views/words";

export const undoMerge = operation({
  id: "undoMerge",
  method: "POST",
  path: "/merges/{id}/undo",
  group: "People",
  says: "Brings back both people of a merge, as they were.",
  more: "What somebody changed since stays with the one who was kept, and `left` says what. Refused with `merged-since` while whoever was kept has been merged again: the later merge is taken back first.",
  area: "people",
  output: unmergedSchema,
});

export const checkField = operation({
  id: "checkField",
  method: "POST",
  path: "/people/{id}/check",
  group: "People",
  says: "Says that what stands in one of somebody’s fields is still right, or takes that back.",
  more: "A field is named as in `sources` of their page: `organization`, `phones:+49 30 1234`.",
  area: "people",
  input: checkFieldSchema,
  output: changedSchema,
});

export const logContact = operation({
  id: "logContact",
  method: "POST",
  path: "/people/{id}/contacts",
  group: "People",
  says: "Writes down that there was contact with somebody, outside a task.",
  more: "It restarts the time until one should be in touch again, and completes nothing.",
  area: "people",
  input: logContactSchema,
  output: changedSchema,
});

export const markDied = operation({
  id: "markDied",
  method: "POST",
  path: "/people/{id}/died",
  group: "People",
  says: "Writes down that somebody has died, and whether their days are kept.",
  more: "Their open tasks to greet or keep in touch are taken back where that is allowed; `stays` says how many wait for the client to do so.",
  area: "people",
  input: diedSchema,
  output: diedChangedSchema,
});

export const editPerson = operation({
  id: "editPerson",
  method: "POST",
  path: "/people/{id}/edit",
  group: "People",
  says: "Changes what is known about somebody, their circles and their yearly days.",
  more: "Only the fields that are sent change; a list is sent whole. The client alone takes somebody out of a strict circle. Open tasks of a day that is set right follow it; `stays` says how many wait for the client to take them back.",
  area: "people",
  input: editPersonSchema,
  output: personChangedSchema,
});

export const addFact = operation({
  id: "addFact",
  method: "POST",
  path: "/people/{id}/facts",
  group: "People",
  says: "Writes one fact down about somebody.",
  more: "Refused with `invalid` where the same is written down already. The client alone makes a fact private.",
  area: "people",
  input: addFactSchema,
  output: factChangedSchema,
});

export const markLiving = operation({
  id: "markLiving",
  method: "POST",
  path: "/people/{id}/living",
  group: "People",
  says: "Takes back that somebody has died; their days ask for something again.",
  area: "people",
  input: personTargetSchema,
  output: changedSchema,
});

export const readLookAlikes = operation({
  id: "readLookAlikes",
  method: "GET",
  path: "/people/{id}/look-alikes",
  group: "People",
  says: "Tells who else on the desk somebody may be, and who was merged into them.",
  area: "people",
  output: twinsSchema,
});

export const removePicture = operation({
  id: "removePicture",
  method: "POST",
  path: "/people/{id}/picture/remove",
  group: "People",
  says: "Takes away the picture of somebody that was seen.",
  more: "The version is the one that their page tells as `picture`.",
  area: "people",
  input: versionSchema,
  output: madeSchema,
});

export const readPicture = operation({
  id: "readPicture",
  method: "GET",
  path: "/people/{id}/picture",
  group: "People",
  says: "Answers somebody’s picture.",
  more: "Whoever has it already and says so with If-None-Match is answered 304.",
  area: "people",
  output: { files: ["image/jpeg", "image/png", "image/webp", "image/gif"] },
});

export const keepPicture = operation({
  id: "keepPicture",
  method: "POST",
  path: "/people/{id}/picture",
  group: "People",
  says: "Keeps a picture of somebody, over the one that was seen.",
  more: "JPEG, PNG, WebP or GIF, 1 MB at most; what it is, its own first bytes say. `version` null: there was none.",
  area: "people",
  input: keepPictureSchema,
  output: changedSchema,
});

export const setPersonPrivacy = operation({
  id: "setPersonPrivacy",
  method: "POST",
  path: "/people/{id}/privacy",
  group: "People",
  says: "Hides somebody from everybody but the client, or shows them again.",
  area: null,
  input: privacySchema,
  output: personHiddenSchema,
});

export const addPromise = operation({
  id: "addPromise",
  method: "POST",
  path: "/people/{id}/promises",
  group: "People",
  says: "Writes down what the client promised somebody, or was promised by them.",
  more: "What was promised in a private task is private.",
  area: "people",
  input: addPromiseSchema,
  output: changedSchema,
});

export const addRelation = operation({
  id: "addRelation",
  method: "POST",
  path: "/people/{id}/relations",
  group: "People",
  says: "Writes down who somebody is to somebody else.",
  more: "The other is somebody of the desk by `otherId`, or a name alone. It stands on both pages.",
  area: "people",
  input: addRelationSchema,
  output: changedSchema,
});

export const removePerson = operation({
  id: "removePerson",
  method: "POST",
  path: "/people/{id}/remove",
  group: "People",
  says: "Takes somebody off the desk, with their yearly days.",
  more: "Untouched tasks of those days go too where that is allowed (`stays` says how many wait for the client); everything else stays. The client alone takes away somebody of a strict circle.",
  area: "people",
  input: personTargetSchema,
  output: personChangedSchema,
});

export const restorePerson = operation({
  id: "restorePerson",
  method: "POST",
  path: "/people/{id}/restore",
  group: "People",
  says: "Brings somebody back who was taken off the desk.",
  area: "people",
  input: personTargetSchema,
  output: changedSchema,
});

export const readPerson = operation({
  id: "readPerson",
  method: "GET",
  path: "/people/{id}",
  group: "People",
  says: "Answers somebody’s page: everything that is known, and what is open about them.",
  area: "people",
  output: personViewSchema,
});

export const readStory = operation({
  id: "readStory",
  method: "GET",
  path: "/people/{id}/story",
  group: "People",
  says: "Answers a page of what happened with somebody, of all kinds or of one, the latest first.",
  more: "The cursor of the next page is `more`; null: there is none.",
  area: "people",
  input: storySchema,
  output: storyPageSchema,
});

export const setTouch = operation({
  id: "setTouch",
  method: "POST",
  path: "/people/{id}/touch",
  group: "People",
  says: "Says how often to be in touch with somebody, never, or not before a day.",
  more: "Only what is sent changes; `before` is what held until now.",
  area: "people",
  input: setTouchSchema,
  output: touchChangedSchema,
});

export const readWhisperCard = operation({
  id: "readWhisperCard",
  method: "GET",
  path: "/people/{id}/whisper",
  group: "People",
  says: "Answers what one should know of somebody before a reply or a meeting, on one page.",
  area: "people",
  output: whisperCardSchema,
});

export const checkWords = operation({
  id: "checkWords",
  method: "POST",
  path: "/people/{id}/words",
  group: "People",
  says: "Tells what somebody got last time, and what the typed words are much like.",
  more: "Changes nothing, and keeps nothing of what is typed.",
  area: "people",
  looksOnly: true,
  input: checkWordsSchema,
  output: wordsViewSchema,
});

export const setDistinctPeople = operation({
  id: "setDistinctPeople",
  method: "POST",
  path: "/people/apart",
  group: "People",
  says: "Says that two people who look alike are two, or forgets it again.",
  area: "people",
  input: apartSchema,
  output: seqSchema,
});

export const readDuplicates = operation({
  id: "readDuplicates",
  method: "GET",
  path: "/people/duplicates",
  group: "People",
  says: "Answers a page of pairs of people who may be one, the surest first.",
  area: "people",
  input: duplicatesSchema,
  output: duplicatesViewSchema,
});

export const exportPeople = operation({
  id: "exportPeople",
  method: "GET",
  path: "/people/export",
  group: "People",
  says: "Answers everybody, a circle or one person as a file, streamed.",
  more: "What is private stands in the client’s own export alone.",
  area: "people",
  input: exportPeopleSchema,
  output: { files: ["text/vcard", "text/csv", "application/json"] },
});

export const readKnownAlready = operation({
  id: "readKnownAlready",
  method: "POST",
  path: "/people/known",
  group: "People",
  says: "Tells who somebody that is being written down may be.",
  more: "Changes nothing.",
  area: "people",
  looksOnly: true,
  input: knownAlreadySchema,
  output: knownAlreadyViewSchema,
});

export const mergePeople = operation({
  id: "mergePeople",
  method: "POST",
  path: "/people/merge",
  group: "People",
  says: "Makes two people one, field by field.",
  more: "Without a word in `choices` the kept one’s value stays. `id` of the answer undoes it. The client alone merges somebody of a strict circle away; whoever else keeps that one.",
  area: "people",
  input: mergePeopleSchema,
  output: mergedSchema,
});

export const readPeople = operation({
  id: "readPeople",
  method: "GET",
  path: "/people",
  group: "People",
  says: "Answers a page of people, of all or of one circle, by words.",
  more: "The cursor of the next page is `more`; null: there is none.",
  area: "people",
  input: listPeopleSchema,
  output: peopleViewSchema,
});

export const addPerson = operation({
  id: "addPerson",
  method: "POST",
  path: "/people",
  group: "People",
  says: "Writes somebody down, with their yearly days.",
  more: "A day that comes soon becomes a task at once. The client alone writes down somebody private.",
  area: "people",
  input: addPersonSchema,
  output: madeSchema,
});

export const readTouch = operation({
  id: "readTouch",
  method: "GET",
  path: "/people/touch",
  group: "People",
  says: "Tells whom the client is losing touch with, the longest wait first.",
  area: "people",
  input: touchListSchema,
  output: touchViewSchema,
});
