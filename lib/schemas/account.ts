import { z } from "zod";
import { authorsShown } from "@/lib/domain/draft/draft";
import { isMailAddress } from "@/lib/domain/draft/mail-address";
import { parseUrl } from "@/lib/domain/parse-url";

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .max(most, { error: `Use at most ${most} characters.` })
    .refine((text) => !/[\p{Cc}\u2028\u2029]/u.test(text), { error: "Write it on one line." });
const version = z.int32().min(1, { error: "Say which version you saw." });

/** An address as it is to stand on mail; empty for an account without one. */
const address = z.union([
  z.literal(""),
  oneLine(254).refine(isMailAddress, { error: "This is not an e-mail address." }),
]);

/** A page that is opened in the browser: https, and no user name or password within. */
const pageUrl = oneLine(1000).refine(
  (text) => {
    if (text === "") return true;
    const url = parseUrl(text);
    return url?.protocol === "https:" && url.username === "" && url.password === "";
  },
  { error: "Give an address that begins with https://." },
);

const said = {
  name: oneLine(80).min(1, { error: "Give the account a name." }),
  service: oneLine(60).min(1, { error: "Say where it is: e-mail, LinkedIn…" }),
  voice: z.enum(["personal", "company"], { error: "Choose whose voice it is." }),
  address,
  shownName: oneLine(120),
  signature: z
    .string()
    .trim()
    .max(2000, { error: "Use at most 2000 characters." })
    .refine((text) => !text.includes("\u0000"), { error: "This has a character that cannot be kept." }),
  authorShown: z.enum(authorsShown, { error: "Choose who is shown." }),
  assistantsSend: z.boolean(),
  assistantsAnswer: z.boolean(),
  pageUrl,
};

/** POST /accounts: what is left out is empty, and shown is the client alone. */
export const addAccountSchema = z.strictObject({
  ...said,
  address: said.address.default(""),
  shownName: said.shownName.default(""),
  signature: said.signature.default(""),
  authorShown: said.authorShown.default("client"),
  assistantsSend: said.assistantsSend.default(false),
  assistantsAnswer: said.assistantsAnswer.default(false),
  pageUrl: said.pageUrl.default(""),
});

/** POST /accounts/:id/edit: only what is to change. */
export const editAccountSchema = z
  .strictObject({ version, ...said })
  .partial()
  .required({ version: true });

/** POST /accounts/:id/remove, /accounts/:id/restore, /accounts/:id/mailbox/remove */
export const accountVersionSchema = z.strictObject({ version });

const server = {
  host: oneLine(253)
    .min(1, { error: "Give the name of the server." })
    .refine((text) => !/[\s/@:?#]/.test(text), { error: "Give its name alone, such as smtp.example.com." }),
  port: z
    .int({ error: "Give a number, such as 465." })
    .min(1, { error: "Give a number, such as 465." })
    .max(65_535, { error: "Give a number, such as 465." }),
  security: z.enum(["tls", "starttls"], { error: "Choose TLS or STARTTLS." }),
  username: oneLine(300).min(1, { error: "Give the user name." }),
  /** Empty: the one that is kept. */
  password: z.string().max(500, { error: "Use at most 500 characters." }),
};

/** POST /accounts/try: with `accountId` and no password, the one that is kept for that account. */
export const tryMailboxSchema = z.strictObject({
  ...server,
  accountId: z.uuid({ error: "This is not an id." }).toLowerCase().optional(),
});
export type TryMailboxInput = z.infer<typeof tryMailboxSchema>;

/** POST /accounts/:id/mailbox */
export const setMailboxSchema = z.strictObject({ version, ...server });
export type SetMailboxInput = z.infer<typeof setMailboxSchema>;
