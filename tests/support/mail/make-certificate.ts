import { createSign, generateKeyPairSync, randomBytes } from "node:crypto";

/** A certificate of this machine's own, good from yesterday for a week; `ca` is what to believe so that it counts. Both PEM. */
export type OwnCertificate = { cert: string; key: string; ca: string };

/** Makes one for localhost and 127.0.0.1 (X.509, RFC 5280 §4.1), signed with its own key: Node can sign, but writes none itself. */
export function makeCertificate(now: number): OwnCertificate {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = list(0x30, [list(0x31, [list(0x30, [oid("550403"), text(0x0c, "localhost")])])]);
  const ecdsaWithSha256 = list(0x30, [oid("2a8648ce3d040302")]);
  const day = 86_400_000;
  const names = list(0x30, [text(0x82, "localhost"), der(0x87, Buffer.from([127, 0, 0, 1]))]);
  const isAuthority = list(0x30, [der(0x01, Buffer.from([0xff]))]);
  const extensions = list(0x30, [
    list(0x30, [oid("551d11"), der(0x04, names)]),
    list(0x30, [oid("551d13"), der(0x01, Buffer.from([0xff])), der(0x04, isAuthority)]),
  ]);
  const told = list(0x30, [
    list(0xa0, [der(0x02, Buffer.from([2]))]),
    der(0x02, Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    ecdsaWithSha256,
    name,
    list(0x30, [time(now - day), time(now + 7 * day)]),
    name,
    publicKey.export({ type: "spki", format: "der" }),
    list(0xa3, [extensions]),
  ]);
  const signature = createSign("sha256").update(told).sign(privateKey);
  const whole = list(0x30, [told, ecdsaWithSha256, der(0x03, Buffer.concat([Buffer.from([0]), signature]))]);
  const lines = whole.toString("base64").match(/.{1,64}/g) ?? [];
  const cert = `-----BEGIN CERTIFICATE-----\n${lines.join("\n")}\n-----END CERTIFICATE-----\n`;
  return { cert, key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(), ca: cert };
}

/** One element: its tag, its length (X.690 §8.1.3), its content. */
function der(tag: number, content: Buffer): Buffer {
  const { length } = content;
  const size =
    length < 0x80 ? [length] : length < 0x100 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...size]), content]);
}

function list(tag: number, parts: Buffer[]): Buffer {
  return der(tag, Buffer.concat(parts));
}

function oid(hex: string): Buffer {
  return der(0x06, Buffer.from(hex, "hex"));
}

function text(tag: number, words: string): Buffer {
  return der(tag, Buffer.from(words, "ascii"));
}

function time(at: number): Buffer {
  return text(0x18, `${new Date(at).toISOString().replace(/[-:T]|\.\d+/g, "")}`);
}
