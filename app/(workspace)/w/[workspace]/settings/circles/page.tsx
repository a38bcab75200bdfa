import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { OneButtonForm } from "@/app/_components/one-button-form";
import { Notice } from "@/components/ui/notice";
import { requireActor } from "@/lib/auth/actor";
import { signInPath } from "@/lib/auth/safe-path";
import { firstName } from "@/lib/domain/person/first-name";
import { readCircles } from "@/lib/queries/read-circles";
import { CircleForm } from "../_components/circle-form";
import { NewCircleForm } from "../_components/new-circle-form";
import { dropCircle, orderCircle } from "../circle-actions";

export const metadata: Metadata = { title: "Circles" };

export default async function CirclesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  const actor = await requireActor(workspace);
  const read = await readCircles(actor);
  if (!read.ok) redirect(signInPath(`/w/${workspace}/settings/circles`));
  const { circles, canChange } = read.value;
  return (
    <section aria-label="Circles" className="flex flex-col gap-4">
      <p className="text-muted">
        From near to far. Somebody may be in several; the strictest of them counts. Asking more makes open
        tasks stricter at once; asking less changes no task that is there.
      </p>
      {canChange ? null : (
        <Notice>
          Only {firstName(actor.clientName)} shapes the circles. You may move people into a stricter one.
        </Notice>
      )}
      {circles.map((circle, at) => (
        <CircleForm
          key={circle.key}
          workspace={workspace}
          circle={circle}
          canChange={canChange}
          order={["nearer", "farther"].flatMap((to) =>
            !canChange || (to === "nearer" ? at === 0 : at === circles.length - 1)
              ? []
              : [
                  <OneButtonForm
                    key={to}
                    action={orderCircle}
                    fields={{ workspace, key: circle.key, version: String(circle.version), to }}
                    label={to === "nearer" ? "Nearer" : "Farther"}
                    fullLabel={`Move ${circle.name} ${to}`}
                    size="sm"
                    variant="quiet"
                  />,
                ],
          )}
          remove={
            circle.canRemove ? (
              <OneButtonForm
                action={dropCircle}
                fields={{ workspace, key: circle.key, version: String(circle.version) }}
                label="Remove"
                fullLabel={`Remove ${circle.name}`}
                size="sm"
                variant="danger"
              />
            ) : null
          }
        />
      ))}
      {canChange ? <NewCircleForm workspace={workspace} /> : null}
    </section>
  );
}
