import { z } from "zod";
import {
  accountVersionSchema,
  addAccountSchema,
  editAccountSchema,
  setMailboxSchema,
  tryMailboxSchema,
} from "@/lib/schemas/account";
import { operation } from "@/lib/schemas/operation";
import {
  addPhraseSchema,
  editPhraseSchema,
  phraseVersionSchema,
  startPhrasesSchema,
} from "@/lib/schemas/phrase";
import { makeProofKeySchema, revokeProofKeySchema } from "@/lib/schemas/proof-key";
import { revokeProofSchema } from "@/lib/schemas/sending";
import { saveVoiceSchema } from "@/lib/schemas/voice";

export const editAccount = operation({
  id: "editAccount",
  method: "POST",
  path: "/accounts/{id}/edit",
  group: "Voice and accounts",
  says: "Changes what is said of it.",
  area: null,
  input: editAccountSchema,
  output: z.unknown(),
});

export const removeMailbox = operation({
  id: "removeMailbox",
  method: "POST",
  path: "/accounts/{id}/mailbox/remove",
  group: "Voice and accounts",
  says: "Forgets the server and its password.",
  area: null,
  input: accountVersionSchema,
  output: z.unknown(),
});

export const setMailbox = operation({
  id: "setMailbox",
  method: "POST",
  path: "/accounts/{id}/mailbox",
  group: "Voice and accounts",
  says: "The server that takes its mail, once it has let us in.",
  area: null,
  input: setMailboxSchema,
  output: z.unknown(),
});

export const removeAccount = operation({
  id: "removeAccount",
  method: "POST",
  path: "/accounts/{id}/remove",
  group: "Voice and accounts",
  says: "Takes it away, and forgets its password.",
  area: null,
  input: accountVersionSchema,
  output: z.unknown(),
});

export const restoreAccount = operation({
  id: "restoreAccount",
  method: "POST",
  path: "/accounts/{id}/restore",
  group: "Voice and accounts",
  says: "Brings it back, without a mail server.",
  area: null,
  input: accountVersionSchema,
  output: z.unknown(),
});

export const readAccounts = operation({
  id: "readAccounts",
  method: "GET",
  path: "/accounts",
  group: "Voice and accounts",
  says: "Where the client is present; mail servers are shown to the client alone, passwords to nobody.",
  area: "drafts",
  output: z.unknown(),
});

export const addAccount = operation({
  id: "addAccount",
  method: "POST",
  path: "/accounts",
  group: "Voice and accounts",
  says: "One more.",
  area: null,
  input: addAccountSchema,
  output: z.unknown(),
});

export const tryMailbox = operation({
  id: "tryMailbox",
  method: "POST",
  path: "/accounts/try",
  group: "Voice and accounts",
  says: "Signs in to a mail server. Nothing is sent, nothing is kept.",
  area: null,
  input: tryMailboxSchema,
  output: z.unknown(),
});

export const editPhrase = operation({
  id: "editPhrase",
  method: "POST",
  path: "/phrases/{id}/edit",
  group: "Voice and accounts",
  says: "Changes a saved phrase.",
  area: "drafts",
  input: editPhraseSchema,
  output: z.unknown(),
});

export const removePhrase = operation({
  id: "removePhrase",
  method: "POST",
  path: "/phrases/{id}/remove",
  group: "Voice and accounts",
  says: "Takes it away; restore brings it back.",
  area: "drafts",
  input: phraseVersionSchema,
  output: z.unknown(),
});

export const restorePhrase = operation({
  id: "restorePhrase",
  method: "POST",
  path: "/phrases/{id}/restore",
  group: "Voice and accounts",
  says: "Brings a removed phrase back.",
  area: "drafts",
  input: phraseVersionSchema,
  output: z.unknown(),
});

export const readPhrases = operation({
  id: "readPhrases",
  method: "GET",
  path: "/phrases",
  group: "Voice and accounts",
  says: "The saved phrases, by language and title.",
  area: "drafts",
  output: z.unknown(),
});

export const addPhrase = operation({
  id: "addPhrase",
  method: "POST",
  path: "/phrases",
  group: "Voice and accounts",
  says: "One more.",
  area: "drafts",
  input: addPhraseSchema,
  output: z.unknown(),
});

export const startPhrases = operation({
  id: "startPhrases",
  method: "POST",
  path: "/phrases/start",
  group: "Voice and accounts",
  says: "The first phrases of a language, each once.",
  area: "drafts",
  input: startPhrasesSchema,
  output: z.unknown(),
});

export const revokeProofKey = operation({
  id: "revokeProofKey",
  method: "POST",
  path: "/proof-keys/{id}/revoke",
  group: "Voice and accounts",
  says: "Nothing that it has signed verifies any more.",
  area: null,
  input: revokeProofKeySchema,
  output: z.unknown(),
});

export const readProofKeys = operation({
  id: "readProofKeys",
  method: "GET",
  path: "/proof-keys",
  group: "Voice and accounts",
  says: "Which key signs since when; nobody but the client sees any.",
  area: null,
  output: z.unknown(),
});

export const makeProofKey = operation({
  id: "makeProofKey",
  method: "POST",
  path: "/proof-keys",
  group: "Voice and accounts",
  says: "A key that signs from now on; the one before is retired.",
  area: null,
  input: makeProofKeySchema,
  output: z.unknown(),
});

export const revokeProof = operation({
  id: "revokeProof",
  method: "POST",
  path: "/proofs/{id}/revoke",
  group: "Voice and accounts",
  says: "The link says nothing about the message any more.",
  area: null,
  input: revokeProofSchema,
  output: z.unknown(),
});

export const readVoice = operation({
  id: "readVoice",
  method: "GET",
  path: "/voice",
  group: "Voice and accounts",
  says: "How the client sounds, towards everybody and towards circles.",
  area: "drafts",
  output: z.unknown(),
});

export const saveVoice = operation({
  id: "saveVoice",
  method: "POST",
  path: "/voice",
  group: "Voice and accounts",
  says: "Says it anew, for everybody or for one circle.",
  area: null,
  input: saveVoiceSchema,
  output: z.unknown(),
});
