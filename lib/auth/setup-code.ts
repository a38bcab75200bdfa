import { createHmac, timingSafeEqual } from "node:crypto";

/**
 * The code that whoever founds the first desk from another machine must know. `npm start` prints it; it follows from the
 * server's secret, so that it need be kept nowhere. Four groups of four letters, without those that look alike.
 */
export function setupCode(secret: string): string {
  const letters = "ABCDEFGHJKMNPQRSTUVWXYZ23456789";
  const bytes = createHmac("sha256", secret).update("firsthand:setup-code").digest();
  const code = [...bytes.subarray(0, 16)].map((byte) => letters[byte % letters.length]).join("");
  return code.replace(/(.{4})(?=.)/g, "$1-");
}

/** Whether what was typed is the code; dashes, spaces and case do not matter. */
export function isSetupCode(typed: string, secret: string): boolean {
  const plain = (text: string) => Buffer.from(text.toUpperCase().replace(/[^A-Z0-9]/g, ""));
  const [one, other] = [plain(typed), plain(setupCode(secret))];
  return one.length === other.length && timingSafeEqual(one, other);
}
