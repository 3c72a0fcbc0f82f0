import { expect, test } from "vitest";
import { turnedIn } from "./turned.ts";

const LISTED = "Huawei added to the Entity List";
const STOPPED = "FCC stops new authorisations for Hikvision equipment";
const PACT = "China-Solomon Islands security agreement signed";
const SWITCH = "Solomon Islands switches recognition from Taiwan to China";

test.each([
  [LISTED, "The United States removed Huawei from the Entity List.", "en"],
  [LISTED, "The United States took Huawei off its entity list.", "en"],
  [STOPPED, "The FCC lifted its ban on new sales of Hikvision equipment.", "en"],
  [STOPPED, "The FCC opened the way for new sales of Hikvision equipment.", "en"],
  ["US opens the academy to 14 countries", "The academy was closed to 14 countries.", "en"],
  [PACT, "Solomon Islands cancelled its security agreement with China.", "en"],
  [PACT, "Las Islas Salomón anularon su acuerdo de seguridad con China.", "es"],
  [PACT, "所罗门群岛取消了与中国的安全协议。", "zh"],
  [PACT, "Соломоновы Острова расторгли соглашение о безопасности с Китаем.", "ru"],
  [SWITCH, "Solomon Islands switched recognition from China to Taiwan.", "en"],
])("%j is turned round by %j", (title, sentence, language) => {
  expect(turnedIn(sentence, language)(title)).toBe(true);
});

test.each([
  [LISTED, "The United States put Huawei on its entity list.", "en"],
  [LISTED, "Washington, which had ended talks, added Huawei to the Entity List.", "en"],
  [STOPPED, "The FCC banned new sales of Hikvision equipment.", "en"],
  ["Canada orders Hikvision to end operations", "Canada told Hikvision to close its business.", "en"],
  ["Sandvine removed from the Entity List after reforms", "Sandvine was taken off their list.", "en"],
  ["US opens the academy to 14 countries", "The academy, once closed to them, was opened to 14.", "en"],
  [PACT, "Solomon Islands signed a security pact with China.", "en"],
  [PACT, "所罗门群岛与中国签署安全协议。", "zh"],
  [SWITCH, "Solomon Islands switched from Taiwan to China.", "en"],
  [SWITCH, "Solomon Islands cut its ties with Taiwan.", "en"],
])("%j is told of by %j", (title, sentence, language) => {
  expect(turnedIn(sentence, language)(title)).toBe(false);
});
