import { z } from "zod";
import { type PhraseView, phraseKinds } from "@/lib/domain/draft/phrase";
import { exactly } from "@/lib/schemas/views/exactly";
import { count, id, instant, seq, version } from "@/lib/schemas/views/parts";

/** How the client sounds. `sheets` has one for everybody (circle ""), and one for each circle that has its own. */
export const voiceSchema = z.strictObject({
  sheets: z.array(
    z.strictObject({
      circle: z.string(),
      version,
      greeting: z.string(),
      signOff: z.string(),
      neverWords: z.array(z.string()),
      mostWords: z.int().min(1).nullable(),
    }),
  ),
  circles: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  canChange: z.boolean(),
});

const phraseSchema = exactly<PhraseView>()(
  z.strictObject({
    id,
    version,
    language: z.string(),
    kind: z.enum(phraseKinds),
    title: z.string(),
    text: z.string(),
  }),
);

export const phrasesSchema = z.strictObject({ phrases: z.array(phraseSchema) });

export const phrasesStartedSchema = z.strictObject({ added: count, seq });

/** A key that signs. `publicKey` in hexadecimal; the other half is shown to nobody. */
const proofKeySchema = z.strictObject({
  id,
  version,
  publicKey: z.hex(),
  madeAt: instant,
  retiredAt: instant.nullable(),
  revokedAt: instant.nullable(),
  proofs: count,
});

export const proofKeysSchema = z.strictObject({ keys: z.array(proofKeySchema) });
