import { headers } from "next/headers";

/** The floor: a page that Next renders for every request and that does nothing. */
export default async function Page() {
  const host = (await headers()).get("host");
  return <main>Hello from {host}</main>;
}
