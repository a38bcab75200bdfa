"use client";

import { Download } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Select } from "@/components/ui/field";
import { Sheet } from "@/components/ui/sheet";
import { useDesk } from "@/components/workspace/desk-context";
import type { ExportFormat } from "@/lib/domain/person/exported";

const formats: { value: ExportFormat; label: string; says: string }[] = [
  {
    value: "vcard4",
    label: "vCard 4.0",
    says: "An address book for newer phones and mail programs, with pictures.",
  },
  { value: "vcard3", label: "vCard 3.0", says: "The same for older ones: Outlook, iCloud, Google." },
  {
    value: "csv",
    label: "Table (CSV)",
    says: "For a spreadsheet. Without pictures, facts and earlier contact.",
  },
  { value: "json", label: "JSON", says: "Everything that Firsthand knows of people, to be read back whole." },
];

/** In which format, and whom; the file comes as the answer. */
export function ExportForm() {
  const { slug, circles } = useDesk();
  const [format, setFormat] = useState<ExportFormat>("vcard4");
  return (
    <form action={`/api/v1/w/${slug}/people/export`} method="get">
      <Sheet aria-label="What to export" className="flex flex-col gap-4">
        <fieldset className="flex flex-col gap-1">
          <legend className="mb-1 font-medium">Format</legend>
          {formats.map(({ value, label, says }) => (
            <label key={value} className="flex min-h-11 items-start gap-3 py-1">
              <input
                type="radio"
                name="format"
                value={value}
                checked={format === value}
                onChange={() => setFormat(value)}
                className="mt-1"
              />
              <span>
                <span className="font-medium">{label}</span>
                <span className="block text-[0.8125rem] text-muted">{says}</span>
              </span>
            </label>
          ))}
        </fieldset>
        <Select label="Whom" name="circle" className="max-w-64" defaultValue="">
          <option value="">Everybody</option>
          {circles.map(({ key, name }) => (
            <option key={key} value={key}>
              {name}
            </option>
          ))}
        </Select>
        <div>
          <Button type="submit" variant="primary">
            <Download aria-hidden="true" className="size-4" /> Export
          </Button>
        </div>
        <p className="text-[0.8125rem] text-muted">
          Imported again, the file changes nothing: everybody in it is known by their own id.
        </p>
      </Sheet>
    </form>
  );
}
