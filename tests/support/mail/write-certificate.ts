import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { makeCertificate, type OwnCertificate } from "./make-certificate";

// npm test makes one before the server for the end-to-end tests starts: Node reads whom to believe when it starts, and then no more.
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [, , folder = ""] = process.argv;
  mkdirSync(folder, { recursive: true });
  const { cert, key } = makeCertificate(Date.now());
  writeFileSync(path.join(folder, "cert.pem"), cert);
  writeFileSync(path.join(folder, "key.pem"), key, { mode: 0o600 });
}

/** The certificate that the server of this run believes. */
export function readCertificate(folder: string): OwnCertificate {
  const [cert, key] = ["cert.pem", "key.pem"].map((name) => readFileSync(path.join(folder, name), "utf8"));
  return { cert: cert ?? "", key: key ?? "", ca: cert ?? "" };
}
