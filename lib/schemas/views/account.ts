import { z } from "zod";
import type { AccountView, MailboxView } from "@/lib/domain/draft/account";
import { authorsShown } from "@/lib/domain/draft/draft";
import type { AccountChoice } from "@/lib/domain/draft/view";
import { exactly } from "@/lib/schemas/views/exactly";
import { id, instant, version } from "@/lib/schemas/views/parts";

export const accountChoiceSchema = exactly<AccountChoice>()(
  z.strictObject({
    id,
    name: z.string(),
    service: z.string(),
    voice: z.enum(["personal", "company"]),
    address: z.string(),
    shownName: z.string(),
    signature: z.string(),
    authorShown: z.enum(authorsShown),
    assistantsSend: z.boolean(),
    assistantsAnswer: z.boolean(),
    sendsMail: z.boolean(),
    pageUrl: z.string(),
  }),
);

const mailboxSchema = exactly<MailboxView>()(
  z.strictObject({
    host: z.string(),
    port: z.int(),
    security: z.enum(["tls", "starttls"]),
    username: z.string(),
    triedAt: instant.nullable(),
    lastError: z.string(),
  }),
);

const accountSchema = exactly<AccountView>()(
  z.strictObject({
    ...accountChoiceSchema.shape,
    version,
    removedAt: instant.nullable(),
    mailbox: mailboxSchema.nullable(),
  }),
);

/** The accounts; those that were taken away are told to whoever may bring them back. */
export const accountsSchema = z.strictObject({
  accounts: z.array(accountSchema),
  removed: z.array(accountSchema),
  canChange: z.boolean(),
});

/** The server that let us in. */
export const triedSchema = z.strictObject({ host: z.string() });
