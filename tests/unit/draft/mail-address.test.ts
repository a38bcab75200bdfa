import { expect, test } from "vitest";
import { isMailAddress } from "@/lib/domain/draft/mail-address";

test.each([
  "tomas@lind.test",
  "o'brien+garden@mail.example.co.uk",
  "reply+id=42~x@reply.example.com",
  "jörg@exämple.test",
  "ミラ@例え.テスト",
  "a@xn--exmple-cua.test",
])("Mira can write to %s", (address) => expect(isMailAddress(address)).toBe(true));

test.each([
  "",
  "tomas",
  "tomas@lind",
  "@lind.test",
  ".tomas@lind.test",
  "tomas.@lind.test",
  "to..mas@lind.test",
  "tomas@lind..test",
  "tomas@-lind.test",
  "tomas@lind-.test",
  "tomas@lind.test\r\nBcc: noor@lind.test",
  "tomas@lind.test, noor@lind.test",
  "<tomas@lind.test>",
  "to mas@lind.test",
  '"tomas"@lind.test',
  `${"a".repeat(65)}@lind.test`,
  `tomas@${"lind.".repeat(60)}test`,
])("and not to %j", (address) => expect(isMailAddress(address)).toBe(false));
