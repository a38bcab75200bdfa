import { editContactSchema, editPromiseSchema, entryTargetSchema } from "@/lib/schemas/contact";
import { operation } from "@/lib/schemas/operation";
import { privacySchema } from "@/lib/schemas/person";
import { checkFactSchema, editFactSchema, versionSchema } from "@/lib/schemas/person-fact";
import { factChangedSchema } from "@/lib/schemas/views/known";
import { changedSchema } from "@/lib/schemas/views/parts";
import { gestureWordsSchema } from "@/lib/schemas/views/words";

export const editContact = operation({
  id: "editContact",
  method: "POST",
  path: "/contacts/{id}/edit",
  group: "Contacts and promises",
  says: "Changes when, how or what of a logged contact.",
  more: "Only what is sent changes.",
  area: "people",
  input: editContactSchema,
  output: changedSchema,
});

export const removeContact = operation({
  id: "removeContact",
  method: "POST",
  path: "/contacts/{id}/remove",
  group: "Contacts and promises",
  says: "Takes a logged contact away.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const restoreContact = operation({
  id: "restoreContact",
  method: "POST",
  path: "/contacts/{id}/restore",
  group: "Contacts and promises",
  says: "Brings a contact back that was taken away.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const checkFact = operation({
  id: "checkFact",
  method: "POST",
  path: "/facts/{id}/check",
  group: "What is known of people",
  says: "Says that a fact is still right, or takes that back.",
  area: "people",
  input: checkFactSchema,
  output: factChangedSchema,
});

export const editFact = operation({
  id: "editFact",
  method: "POST",
  path: "/facts/{id}/edit",
  group: "What is known of people",
  says: "Changes the words of a fact, its label or its kind.",
  more: "Other words are from whoever wrote them, and not found right by anybody yet.",
  area: "people",
  input: editFactSchema,
  output: factChangedSchema,
});

export const setFactPrivacy = operation({
  id: "setFactPrivacy",
  method: "POST",
  path: "/facts/{id}/privacy",
  group: "What is known of people",
  says: "Hides a fact from everybody but the client, or shows it again.",
  area: null,
  input: privacySchema,
  output: factChangedSchema,
});

export const removeFact = operation({
  id: "removeFact",
  method: "POST",
  path: "/facts/{id}/remove",
  group: "What is known of people",
  says: "Takes a fact away.",
  area: "people",
  input: versionSchema,
  output: factChangedSchema,
});

export const restoreFact = operation({
  id: "restoreFact",
  method: "POST",
  path: "/facts/{id}/restore",
  group: "What is known of people",
  says: "Brings back a fact that was taken away, with who said it and when.",
  area: "people",
  input: versionSchema,
  output: factChangedSchema,
});

export const readGestureWords = operation({
  id: "readGestureWords",
  method: "GET",
  path: "/gestures/{id}/words",
  group: "Gestures",
  says: "Tells whose words went out with a gesture, sentence by sentence.",
  more: "Both are empty where nobody wrote any down.",
  area: "people",
  output: gestureWordsSchema,
});

export const editPromise = operation({
  id: "editPromise",
  method: "POST",
  path: "/promises/{id}/edit",
  group: "Contacts and promises",
  says: "Changes what was promised, by whom, or by when.",
  more: "Only what is sent changes.",
  area: "people",
  input: editPromiseSchema,
  output: changedSchema,
});

export const keepPromise = operation({
  id: "keepPromise",
  method: "POST",
  path: "/promises/{id}/keep",
  group: "Contacts and promises",
  says: "Says that a promise was kept.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const removePromise = operation({
  id: "removePromise",
  method: "POST",
  path: "/promises/{id}/remove",
  group: "Contacts and promises",
  says: "Takes a promise away.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const reopenPromise = operation({
  id: "reopenPromise",
  method: "POST",
  path: "/promises/{id}/reopen",
  group: "Contacts and promises",
  says: "Says that a promise was not kept after all.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const restorePromise = operation({
  id: "restorePromise",
  method: "POST",
  path: "/promises/{id}/restore",
  group: "Contacts and promises",
  says: "Brings a promise back that was taken away.",
  area: "people",
  input: entryTargetSchema,
  output: changedSchema,
});

export const removeRelation = operation({
  id: "removeRelation",
  method: "POST",
  path: "/relations/{id}/remove",
  group: "What is known of people",
  says: "Takes a relation away, on both pages.",
  area: "people",
  input: versionSchema,
  output: changedSchema,
});

export const restoreRelation = operation({
  id: "restoreRelation",
  method: "POST",
  path: "/relations/{id}/restore",
  group: "What is known of people",
  says: "Brings back a relation that was taken away.",
  area: "people",
  input: versionSchema,
  output: changedSchema,
});
