import { z } from "zod";
import { editContactSchema, editPromiseSchema, entryTargetSchema } from "@/lib/schemas/contact";
import { operation } from "@/lib/schemas/operation";
import { privacySchema } from "@/lib/schemas/person";
import { checkFactSchema, editFactSchema, versionSchema } from "@/lib/schemas/person-fact";

export const editContact = operation({
  id: "editContact",
  method: "POST",
  path: "/contacts/{id}/edit",
  group: "Contacts and promises",
  says: "Changes when, how or what.",
  area: "people",
  input: editContactSchema,
  output: z.unknown(),
});

export const removeContact = operation({
  id: "removeContact",
  method: "POST",
  path: "/contacts/{id}/remove",
  group: "Contacts and promises",
  says: "Takes a logged contact away.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const restoreContact = operation({
  id: "restoreContact",
  method: "POST",
  path: "/contacts/{id}/restore",
  group: "Contacts and promises",
  says: "Brings it back.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const checkFact = operation({
  id: "checkFact",
  method: "POST",
  path: "/facts/{id}/check",
  group: "What is known of people",
  says: "Says that a fact is still right.",
  area: "people",
  input: checkFactSchema,
  output: z.unknown(),
});

export const editFact = operation({
  id: "editFact",
  method: "POST",
  path: "/facts/{id}/edit",
  group: "What is known of people",
  says: "Changes a fact, as it was seen at `version`.",
  area: "people",
  input: editFactSchema,
  output: z.unknown(),
});

export const setFactPrivacy = operation({
  id: "setFactPrivacy",
  method: "POST",
  path: "/facts/{id}/privacy",
  group: "What is known of people",
  says: "Hides a fact from everybody but the client, or shows it again.",
  area: null,
  input: privacySchema,
  output: z.unknown(),
});

export const removeFact = operation({
  id: "removeFact",
  method: "POST",
  path: "/facts/{id}/remove",
  group: "What is known of people",
  says: "Takes a fact away.",
  area: "people",
  input: versionSchema,
  output: z.unknown(),
});

export const restoreFact = operation({
  id: "restoreFact",
  method: "POST",
  path: "/facts/{id}/restore",
  group: "What is known of people",
  says: "Brings a removed fact back.",
  area: "people",
  input: versionSchema,
  output: z.unknown(),
});

export const readGestureWords = operation({
  id: "readGestureWords",
  method: "GET",
  path: "/gestures/{id}/words",
  group: "Gestures",
  says: "Whose words went out, sentence by sentence.",
  area: "people",
  output: z.unknown(),
});

export const editPromise = operation({
  id: "editPromise",
  method: "POST",
  path: "/promises/{id}/edit",
  group: "Contacts and promises",
  says: "Changes what was promised, by whom, or by when.",
  area: "people",
  input: editPromiseSchema,
  output: z.unknown(),
});

export const keepPromise = operation({
  id: "keepPromise",
  method: "POST",
  path: "/promises/{id}/keep",
  group: "Contacts and promises",
  says: "It was kept.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const removePromise = operation({
  id: "removePromise",
  method: "POST",
  path: "/promises/{id}/remove",
  group: "Contacts and promises",
  says: "Takes it away.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const reopenPromise = operation({
  id: "reopenPromise",
  method: "POST",
  path: "/promises/{id}/reopen",
  group: "Contacts and promises",
  says: "It was not kept after all.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const restorePromise = operation({
  id: "restorePromise",
  method: "POST",
  path: "/promises/{id}/restore",
  group: "Contacts and promises",
  says: "Brings it back.",
  area: "people",
  input: entryTargetSchema,
  output: z.unknown(),
});

export const removeRelation = operation({
  id: "removeRelation",
  method: "POST",
  path: "/relations/{id}/remove",
  group: "What is known of people",
  says: "Takes a relation away, on both pages.",
  area: "people",
  input: versionSchema,
  output: z.unknown(),
});

export const restoreRelation = operation({
  id: "restoreRelation",
  method: "POST",
  path: "/relations/{id}/restore",
  group: "What is known of people",
  says: "Brings a removed relation back.",
  area: "people",
  input: versionSchema,
  output: z.unknown(),
});
