import { buttonClass } from "@/components/ui/button-class";
import { EntranceHead } from "../../../_components/entrance-head";

const sentences = {
  program: [
    "Firsthand does not know this program",
    "It has not introduced itself here, or has been away for long. Remove the connection there and add it again.",
  ],
  address: [
    "This is not where the program lives",
    "The answer would go to an address that the program did not name, so it goes nowhere. Nothing was given away.",
  ],
  wrong: [
    "The program asks in a way that cannot be answered",
    "Nothing was given away. It can be told so, and may then try in another way.",
  ],
  "too-often": ["That was too often", "Wait a quarter of an hour, and start again from the program."],
} as const;

/** A request that leads nowhere, and why. */
export function NotThisWay({ what, back }: { what: keyof typeof sentences; back?: string }) {
  const [title, sentence] = sentences[what];
  return (
    <>
      <EntranceHead title={title}>
        <p>{sentence}</p>
      </EntranceHead>
      {back ? (
        <a href={back} className={buttonClass({ size: "lg", wide: true })}>
          Back to {new URL(back).hostname}
        </a>
      ) : null}
    </>
  );
}
