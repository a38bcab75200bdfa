import { describe, expect, test } from "vitest";
import { type AccountSaid, whyNotSuchAccount } from "@/lib/domain/draft/account";
import { providerOf } from "@/lib/domain/draft/mail-providers";

const company: AccountSaid = {
  name: "Holt Workshop",
  service: "LinkedIn",
  voice: "company",
  address: "",
  shownName: "",
  signature: "",
  authorShown: "client",
  assistantsSend: false,
  assistantsAnswer: false,
  pageUrl: "",
};
const personal: AccountSaid = { ...company, voice: "personal" };

describe("What is said of an account fits together", () => {
  test.each<[string, AccountSaid, boolean, string | null]>([
    ["a company’s voice, as it is", company, false, null],
    ["a company’s voice with leave for assistants", { ...company, assistantsSend: true }, false, null],
    ["a company’s representative", { ...company, authorShown: "representative" }, false, null],
    ["Mira’s own voice", personal, false, null],
    ["Mira’s own voice, sent by Ana", { ...personal, authorShown: "client-and-sender" }, false, null],
    ["Mira’s own voice with leave", { ...personal, assistantsSend: true }, false, "assistantsSend"],
    ["a representative of Mira", { ...personal, authorShown: "representative" }, false, "authorShown"],
    ["mail without an address", personal, true, "address"],
    ["mail with an address", { ...personal, address: "mira@example.com" }, true, null],
  ])("%s", (_, said, sendsMail, field) => {
    const no = whyNotSuchAccount(said, sendsMail);
    expect(no === null ? null : no.code === "invalid" && Object.keys(no.fields)[0]).toBe(field);
  });
});

describe("The server of a known provider is filled in", () => {
  test.each([
    ["mira@gmail.com", "smtp.gmail.com"],
    ["Mira@GoogleMail.com ", "smtp.gmail.com"],
    ["mira@outlook.de", "smtp-mail.outlook.com"],
    ["mira@hotmail.co.uk", "smtp-mail.outlook.com"],
    ["mira@holt.onmicrosoft.com", "smtp.office365.com"],
    ["mira@me.com", "smtp.mail.me.com"],
    ["mira@fastmail.fm", "smtp.fastmail.com"],
    ["mira@yahoo.co.jp", null],
    ["mira@yahoo.de", "smtp.mail.yahoo.com"],
    ["mira@gmx.net", "mail.gmx.net"],
    ["mira@gmx.com", "mail.gmx.com"],
    ["mira@posteo.de", "posteo.de"],
    ["mira@mailbox.org", "smtp.mailbox.org"],
    ["mira@example.com", null],
    ["mira@gmail.com.example.com", null],
    ["gmail.com", null],
    ["", null],
  ])("%s", (address, host) => {
    expect(providerOf(address)?.host ?? null).toBe(host);
  });
});
