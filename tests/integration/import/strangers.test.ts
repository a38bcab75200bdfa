import { describe, expect, test } from "vitest";
import { cast } from "../../support/cast";
import { card, confirm, file, preview } from "./files";

const at = new Date("2026-11-22T10:00:00Z");

describe("Strangers whom two programs count alike", () => {
  test.each([
    [
      "two tables with an id of their own",
      file("a.csv", "Contact ID,Name,E-mail\r\n1,Noor Haddad,noor@test.invalid\r\n"),
      file("b.csv", "Contact ID,Name,E-mail\r\n1,Elin Sørensen,elin@test.invalid\r\n"),
      file("c.csv", "Contact ID,Name,E-mail\r\n1,N. Haddad,n@other.invalid\r\n"),
    ],
    [
      "two address books that count from 1",
      file("a.vcf", card("FN:Noor Haddad", "UID:1", "EMAIL:noor@test.invalid")),
      file("b.vcf", card("FN:Elin Sørensen", "UID:1", "EMAIL:elin@test.invalid")),
      file("c.vcf", card("FN:N. Haddad", "UID:1", "EMAIL:n@other.invalid")),
    ],
  ])("%s: nobody is filled into somebody else, and whoever may be the same still is", async (_, a, b, c) => {
    const { client } = await cast(at);
    await confirm(client, (await preview(client, [a], at)).id, at);
    const other = await preview(client, [b], at);
    expect(other.rows.map(({ label, outcome }) => [label, outcome])).toEqual([["Elin Sørensen", "make"]]);
    await confirm(client, other.id, at);

    const again = await preview(client, [a, b, c], at);
    expect(again.rows.map(({ label, outcome }) => [label, outcome])).toEqual([
      ["Noor Haddad", "same"],
      ["Elin Sørensen", "same"],
      ["N. Haddad", "add"],
    ]);
  });

  test("a shared address is seen in whatever letters it is written", async () => {
    const { client } = await cast(at);
    await confirm(
      client,
      (await preview(client, [file("a.vcf", card("FN:Noor Haddad", "EMAIL:Noor@Test.invalid"))], at)).id,
      at,
    );
    const again = await preview(
      client,
      [file("b.vcf", card("FN:N. Haddad", "EMAIL:noor@test.INVALID", "ORG:Harbour"))],
      at,
    );
    expect(again.rows[0]).toMatchObject({
      outcome: "add",
      why: expect.stringContaining("the same e-mail address"),
    });
  });
});
