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
import { accountsSchema, triedSchema } from "@/lib/schemas/views/account";
import { changedSchema, madeSchema, seqSchema } from "@/lib/schemas/views/parts";
import { phrasesSchema, phrasesStartedSchema, proofKeysSchema, voiceSchema } from "@/lib/schemas/views/voice";
import { saveVoiceSchema } from "@/lib/schemas/voice";

export const editAccount = operation({
  id: "editAccount",
  method: "POST",
  path: "/accounts/{id}/edit",
  group: "Voice and accounts",
  says: "Changes what is said of an account.",
  area: null,
  input: editAccountSchema,
  output: changedSchema,
});

export const removeMailbox = operation({
  id: "removeMailbox",
  method: "POST",
  path: "/accounts/{id}/mailbox/remove",
  group: "Voice and accounts",
  says: "Forgets the mail server of an account and its password.",
  area: null,
  input: accountVersionSchema,
  output: changedSchema,
});

export const setMailbox = operation({
  id: "setMailbox",
  method: "POST",
  path: "/accounts/{id}/mailbox",
  group: "Voice and accounts",
  says: "Sets the server that takes an account’s mail, once it has let us in.",
  area: null,
  input: setMailboxSchema,
  output: changedSchema,
});

export const removeAccount = operation({
  id: "removeAccount",
  method: "POST",
  path: "/accounts/{id}/remove",
  group: "Voice and accounts",
  says: "Takes an account away, and forgets its password.",
  area: null,
  input: accountVersionSchema,
  output: changedSchema,
});

export const restoreAccount = operation({
  id: "restoreAccount",
  method: "POST",
  path: "/accounts/{id}/restore",
  group: "Voice and accounts",
  says: "Brings an account back, without a mail server.",
  area: null,
  input: accountVersionSchema,
  output: changedSchema,
});

export const readAccounts = operation({
  id: "readAccounts",
  method: "GET",
  path: "/accounts",
  group: "Voice and accounts",
  says: "Lists where the client is present.",
  more: "Mail servers are shown to the client alone, passwords to nobody.",
  area: "drafts",
  output: accountsSchema,
});

export const addAccount = operation({
  id: "addAccount",
  method: "POST",
  path: "/accounts",
  group: "Voice and accounts",
  says: "Adds an account.",
  area: null,
  input: addAccountSchema,
  output: madeSchema,
});

export const tryMailbox = operation({
  id: "tryMailbox",
  method: "POST",
  path: "/accounts/try",
  group: "Voice and accounts",
  says: "Signs in to a mail server, sends nothing and keeps nothing.",
  area: null,
  input: tryMailboxSchema,
  output: triedSchema,
});

export const editPhrase = operation({
  id: "editPhrase",
  method: "POST",
  path: "/phrases/{id}/edit",
  group: "Voice and accounts",
  says: "Changes a saved phrase.",
  area: "drafts",
  input: editPhraseSchema,
  output: changedSchema,
});

export const removePhrase = operation({
  id: "removePhrase",
  method: "POST",
  path: "/phrases/{id}/remove",
  group: "Voice and accounts",
  says: "Takes a saved phrase away.",
  area: "drafts",
  input: phraseVersionSchema,
  output: changedSchema,
});

export const restorePhrase = operation({
  id: "restorePhrase",
  method: "POST",
  path: "/phrases/{id}/restore",
  group: "Voice and accounts",
  says: "Brings a saved phrase back that was taken away.",
  area: "drafts",
  input: phraseVersionSchema,
  output: changedSchema,
});

export const readPhrases = operation({
  id: "readPhrases",
  method: "GET",
  path: "/phrases",
  group: "Voice and accounts",
  says: "Lists the saved phrases, by language and title.",
  area: "drafts",
  output: phrasesSchema,
});

export const addPhrase = operation({
  id: "addPhrase",
  method: "POST",
  path: "/phrases",
  group: "Voice and accounts",
  says: "Saves a phrase.",
  area: "drafts",
  input: addPhraseSchema,
  output: madeSchema,
});

export const startPhrases = operation({
  id: "startPhrases",
  method: "POST",
  path: "/phrases/start",
  group: "Voice and accounts",
  says: "Saves the first phrases of a language, each once.",
  area: "drafts",
  input: startPhrasesSchema,
  output: phrasesStartedSchema,
});

export const revokeProofKey = operation({
  id: "revokeProofKey",
  method: "POST",
  path: "/proof-keys/{id}/revoke",
  group: "Voice and accounts",
  says: "Revokes a key: nothing that it has signed verifies any more.",
  area: null,
  input: revokeProofKeySchema,
  output: madeSchema,
});

export const readProofKeys = operation({
  id: "readProofKeys",
  method: "GET",
  path: "/proof-keys",
  group: "Voice and accounts",
  says: "Lists the keys that sign proofs, the newest first.",
  area: null,
  output: proofKeysSchema,
});

export const makeProofKey = operation({
  id: "makeProofKey",
  method: "POST",
  path: "/proof-keys",
  group: "Voice and accounts",
  says: "Makes a key that signs from now on; the one before is retired.",
  area: null,
  input: makeProofKeySchema,
  output: madeSchema,
});

export const revokeProof = operation({
  id: "revokeProof",
  method: "POST",
  path: "/proofs/{id}/revoke",
  group: "Voice and accounts",
  says: "Revokes the proof of one message: its link says nothing about it any more.",
  area: null,
  input: revokeProofSchema,
  output: madeSchema,
});

export const readVoice = operation({
  id: "readVoice",
  method: "GET",
  path: "/voice",
  group: "Voice and accounts",
  says: "Tells how the client sounds, towards everybody and towards circles.",
  area: "drafts",
  output: voiceSchema,
});

export const saveVoice = operation({
  id: "saveVoice",
  method: "POST",
  path: "/voice",
  group: "Voice and accounts",
  says: "Says how the client sounds, towards everybody or towards one circle.",
  area: null,
  input: saveVoiceSchema,
  output: seqSchema,
});
