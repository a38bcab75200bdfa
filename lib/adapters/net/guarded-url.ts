import { type Allowed, isNamed } from "@/lib/adapters/net/allowed-addresses";
import { NetProblem } from "@/lib/adapters/net/net-problem";
import { parseUrl } from "@/lib/domain/parse-url";

/**
 * An address that may be asked at all: http or https with a host and nobody's password in it, and https unless the operator has named
 * the host. Whether the host is one that may be reached is checked as the connection opens. Throws `NetProblem` otherwise.
 */
export function readGuardedUrl(text: string, allowed: Allowed): URL {
  const url = parseUrl(text);
  if (url === null) throw new NetProblem("bad-address", text.slice(0, 100));
  if (!/^https?:$/.test(url.protocol) || url.hostname === "" || url.username || url.password)
    throw new NetProblem("bad-address", url.host);
  if (url.protocol === "http:" && !isNamed(url.hostname, allowed))
    throw new NetProblem("not-https", url.host);
  url.hash = "";
  return url;
}
