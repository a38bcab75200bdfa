import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OneButtonForm } from "@/app/_components/one-button-form";
import { demoRoles, hasDemo } from "@/lib/auth/demo";
import { EntranceHead } from "../../_components/entrance-head";
import { enterDemo } from "./actions";

export const metadata: Metadata = { title: "Demo" };

const words = {
  client: {
    label: "Sign in as the client",
    about: "The client sees what must be them, one decision at a time, and has the last word.",
  },
  assistant: {
    label: "Sign in as the assistant",
    about: "The assistant keeps the queue: sorts, prepares, and does what may be delegated.",
  },
};

type Props = { params: Promise<{ role: string }> };

export default async function DemoPage({ params }: Props) {
  const asked = (await params).role;
  const role = demoRoles.find((one) => one === asked);
  if (role === undefined || !(await hasDemo(role))) notFound();
  return (
    <>
      <EntranceHead title={`The demo desk, as its ${role}`}>
        <p>{words[role].about}</p>
        <p>The people on it are invented. Whoever opens this page sees the same desk.</p>
      </EntranceHead>
      <OneButtonForm
        action={enterDemo}
        fields={{ role }}
        label={words[role].label}
        variant="primary"
        size="lg"
        wide
      />
    </>
  );
}
