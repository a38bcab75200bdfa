import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, verify } from "node:crypto";

/** A pair of keys (Ed25519, RFC 8032): the public one is its 32 bytes, the private one PKCS #8 (RFC 8410) in base64. */
export type ProofKeys = { publicKey: Uint8Array<ArrayBuffer>; privateKey: string };

/** Makes a new pair. */
export function makeProofKeys(): ProofKeys {
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const { x = "" } = publicKey.export({ format: "jwk" });
  return {
    publicKey: Uint8Array.from(Buffer.from(x, "base64url")),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64"),
  };
}

/** Signs a payload: 64 bytes. */
export function signPayload(payload: string, privateKey: string): Uint8Array<ArrayBuffer> {
  const key = createPrivateKey({ key: Buffer.from(privateKey, "base64"), format: "der", type: "pkcs8" });
  return Uint8Array.from(sign(null, Buffer.from(payload, "utf8"), key));
}

/** Whether this key has signed exactly this payload. What is no key, or no signature, has signed nothing. */
export function verifyPayload(payload: string, signed: Uint8Array, publicKey: Uint8Array): boolean {
  if (publicKey.length !== 32 || signed.length !== 64) return false;
  const x = Buffer.from(publicKey).toString("base64url");
  const key = createPublicKey({ format: "jwk", key: { kty: "OKP", crv: "Ed25519", x } });
  return verify(null, Buffer.from(payload, "utf8"), key, signed);
}
