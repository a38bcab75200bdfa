import { notFound } from "next/navigation";

/** Whatever else stands behind a desk's address: nothing, said within the frame of the desk, so that one is not lost. */
export default function NothingHere() {
  notFound();
}
