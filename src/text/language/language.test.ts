import { describe, expect, it } from "vitest";
import { identifyLanguage } from "./language.ts";

describe("languages", () => {
  it.each([
    ["en", "China has trained the police of many countries since 2000."],
    ["zh", "中国培训了许多国家的警察。"],
    ["ja", "中国は多くの国の警察を訓練した。"],
    ["ko", "중국은 많은 나라의 경찰을 훈련시켰다."],
    ["es", "China ha formado a la policía de muchos países desde el año 2000."],
    ["fr", "La Chine a formé la police de nombreux pays depuis 2000."],
    ["ru", "Китай обучил полицию многих стран."],
    ["ar", "دربت الصين شرطة العديد من البلدان."],
    ["pt", "A China treinou a polícia de muitos países desde o ano 2000."],
    ["de", "China hat seit dem Jahr 2000 die Polizei vieler Länder ausgebildet."],
    ["tr", "Çin, 2000 yılından bu yana birçok ülkenin polisini eğitti ve bu daha da arttı."],
    ["uk", "Китай навчив поліцію багатьох країн світу."],
    ["zh", "华为向肯尼亚提供了Safe City and Sfera face recognition。"],
    ["en", "Hikvision (海康威视) sold cameras in Kenya."],
    ["ar", "زودت Huawei كينيا بنظام Safe City Solution Nairobi."],
    ["en", ""],
    ["en", "12345 !!"],
  ])("tells %s by %j", (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });

  it.each([
    ["en", "Ecuador has 4,300 surveillance cameras."],
    ["en", "Argentina: 2,500 cameras"],
    ["en", "Huawei equips Kyrgyzstan"],
    ["en", "Dahua cameras in Serbia"],
    ["es", "Pegasus vigila 14 ciudades"],
    ["es", "Uganda compra cámaras Hikvision"],
    ["ru", "В Душанбе система Safe City поставлена компанией Huawei."],
    ["es", "Huawei construyó el Safe City de Islamabad."],
    ["pt", "O Equador usa o sistema ECU-911, fornecido pela CEIEC."],
    ["es", "Ecuador usa el sistema ECU-911, suministrado por CEIEC."],
    ["fr", "Huawei équipe Madagascar"],
    ["fr", "Argentina : 85 caméras"],
    ["pt", "Angola comprou 719 câmeras"],
    ["de", "Serbia kauft Kameras"],
    ["it", "Telecamere Dahua"],
    ["nl", "Dit is hoger dan 20"],
    ["en", "Serbia Buys Huawei Cameras"],
    ["es", "La Safe City de Huawei en Serbia"],
    ["ru", "В Душанбе система Safe City поставлена компанией Huawei."],
  ])("tells %s by the headline %j, most of which is names", (language, text) => {
    expect(identifyLanguage(text)).toBe(language);
  });
});
