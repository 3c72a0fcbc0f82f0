import { expect, test } from "vitest";
import { datelineEnd } from "./dateline.ts";
import { readClaims } from "./read-claims.ts";
import { readRecords } from "./read-records.ts";
import { testDocument, testLexicon } from "./test-book.ts";

const head = (text: string) => text.slice(0, datelineEnd(text, 0));

test("datelines of agencies and of press releases are told from the sentence behind them", () => {
  expect(head("KAMPALA, Uganda (Reuters) - Police bought cameras.")).toBe("KAMPALA, Uganda (Reuters) - ");
  expect(head("HANGZHOU, China, March 4, 2024 – The firm said so.")).toBe(
    "HANGZHOU, China, March 4, 2024 – ",
  );
  expect(head("NAIROBI — Police bought cameras.")).toBe("NAIROBI — ");
  expect(head("BELGRADE, 12 March 2021 (AFP) — Police said so.")).toBe("BELGRADE, 12 March 2021 (AFP) — ");
  expect(head("Caracas (EFE).- ZTE entregó el sistema.")).toBe("Caracas (EFE).- ");
  expect(head("МОСКВА, 4 марта. /ТАСС/. Полиция купила камеры.")).toBe("МОСКВА, 4 марта. /ТАСС/. ");
  expect(head("القاهرة (رويترز) - اشترت الشرطة كاميرات.")).toBe("القاهرة (رويترز) - ");
  expect(head("新华社北京3月4日电（记者）中国培训了警察。")).toBe("新华社北京3月4日电（记者）");
});

test("a sentence that begins with a name, a bracket or a dash has no dateline", () => {
  for (const text of [
    "Huawei (a Chinese firm) sold cameras - and more.",
    "Police in Kampala — about 40 officers — were trained.",
    "NSO (Israel) sold it.",
    "Pegasus (NSO Group) — the spyware of Israel — was found in Poland.",
    "HUAWEI — China's largest vendor — supplied cameras to Serbia.",
    "ZTE — a firm of Shenzhen — sold it.",
  ])
    expect(head(text), text).toBe("");
});

test("town and day of a dateline are no part of what is told", () => {
  const document = testDocument("Caracas, 4 March 2021 (EFE).- ZTE sold cameras to Bolivia in 2019.");
  const [claim] = readClaims(document, testLexicon());
  expect(claim!.text).toBe("ZTE sold cameras to Bolivia in 2019");
  expect(claim!.roles["vendor-country"]).toEqual(["CHN"]);
  const [record] = readRecords(document, testLexicon());
  expect(record!.fields["recipient"]).toBe("BOL");
});
