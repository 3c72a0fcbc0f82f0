import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

/** Roles of the last claim of a text. */
function last(text: string, language: string): Readonly<Record<string, readonly string[]>> {
  const claims = readClaims(testDocument(text, language), lexicon);
  return claims.at(-1)?.roles ?? {};
}

type Row = readonly [language: string, text: string, roles: Readonly<Record<string, readonly string[]>>];

test.each<Row>([
  [
    "es",
    "Serbia y Hungría firmaron con Huawei en 2019. Ambos países recibieron 2.000 cámaras de la empresa.",
    { recipient: ["SRB", "HUN"], vendor: ["huawei"] },
  ],
  [
    "fr",
    "La Serbie et la Hongrie ont signé avec Huawei en 2019. Les deux pays ont reçu 2 000 caméras de l'entreprise.",
    { recipient: ["SRB", "HUN"], vendor: ["huawei"] },
  ],
  [
    "pt",
    "A Sérvia e a Hungria assinaram com a Huawei em 2019. Os dois países receberam 2.000 câmeras da empresa.",
    { recipient: ["SRB", "HUN"], vendor: ["huawei"] },
  ],
  [
    "es",
    "Hikvision suministró 600 cámaras a Dusambé en 2018. La compañía china entregó además reconocimiento facial a Uzbekistán.",
    { recipient: ["UZB"], vendor: ["hikvision"] },
  ],
  [
    "fr",
    "Hikvision a fourni 600 caméras à Douchanbé en 2018. Le fabricant chinois a livré aussi la reconnaissance faciale à l'Ouzbékistan.",
    { recipient: ["UZB"], vendor: ["hikvision"] },
  ],
  [
    "pt",
    "A Hikvision forneceu 600 câmeras a Duchambé em 2018. A fabricante chinesa entregou também reconhecimento facial ao Uzbequistão.",
    { recipient: ["UZB"], vendor: ["hikvision"] },
  ],
  [
    "es",
    "Turquía mantiene lazos estrechos con Somalia. Sus instructores formaron a 2.500 policías somalíes hasta 2023.",
    { recipient: ["SOM"], provider: ["TUR"] },
  ],
  [
    "fr",
    "La Turquie est proche de la Somalie. Ses instructeurs ont formé 2 500 policiers somaliens jusqu'en 2023.",
    { recipient: ["SOM"], provider: ["TUR"] },
  ],
  [
    "pt",
    "A Turquia mantém laços com a Somália. Os seus instrutores treinaram 2.500 policiais somalis até 2023.",
    { recipient: ["SOM"], provider: ["TUR"] },
  ],
  [
    "es",
    "En Ecuador, la delincuencia creció por tercer año. La policía del país recibió 300 cámaras de Huawei en 2016.",
    { recipient: ["ECU"], vendor: ["huawei"] },
  ],
  [
    "fr",
    "En Équateur, la criminalité a augmenté pour la troisième année. La police du pays a reçu 300 caméras de Huawei en 2016.",
    { recipient: ["ECU"], vendor: ["huawei"] },
  ],
  [
    "pt",
    "No Equador, o crime cresceu pelo terceiro ano. A polícia do país recebeu 300 câmeras da Huawei em 2016.",
    { recipient: ["ECU"], vendor: ["huawei"] },
  ],
  [
    "es",
    "Mongolia tiene 1.300 cámaras. Hikvision las suministró en 2017.",
    { recipient: ["MNG"], vendor: ["hikvision"] },
  ],
  [
    "fr",
    "La Mongolie compte 1 300 caméras. Hikvision les a fournies en 2017.",
    { recipient: ["MNG"], vendor: ["hikvision"] },
  ],
  [
    "pt",
    "A Mongólia tem 1.300 câmeras. A Hikvision as forneceu em 2017.",
    { recipient: ["MNG"], vendor: ["hikvision"] },
  ],
  [
    "es",
    "Huawei firmó en 2019 un acuerdo con Serbia. Esta última recibió 2.000 cámaras.",
    { recipient: ["SRB"] },
  ],
  [
    "fr",
    "Huawei a signé en 2019 un accord avec la Serbie. Celle-ci a reçu 2 000 caméras.",
    { recipient: ["SRB"] },
  ],
  [
    "pt",
    "A Huawei assinou em 2019 um acordo com a Sérvia. Esta última recebeu 2.000 câmeras.",
    { recipient: ["SRB"] },
  ],
  [
    "es",
    "Dahua ganó un concurso en Lima en 2018. El fabricante chino instaló 1.200 cámaras en la ciudad.",
    { recipient: ["PER"], vendor: ["dahua"] },
  ],
  [
    "fr",
    "Dahua a remporté un marché à Lima en 2018. Le fabricant chinois a installé 1 200 caméras dans la ville.",
    { recipient: ["PER"], vendor: ["dahua"] },
  ],
  [
    "pt",
    "A Dahua venceu uma licitação em Lima em 2018. A fabricante chinesa instalou 1.200 câmeras na cidade.",
    { recipient: ["PER"], vendor: ["dahua"] },
  ],
  [
    "es",
    "El presidente de Uganda inauguró el centro. Agradeció a Huawei, que había entregado 3.200 cámaras a su país.",
    { recipient: ["UGA"], vendor: ["huawei"] },
  ],
  [
    "fr",
    "Le président de l'Ouganda a inauguré le centre. Il a remercié Huawei, qui avait livré 3 200 caméras à son pays.",
    { recipient: ["UGA"], vendor: ["huawei"] },
  ],
  [
    "pt",
    "O presidente de Uganda inaugurou o centro. Agradeceu à Huawei, que tinha fornecido 3.200 câmeras ao seu país.",
    { recipient: ["UGA"], vendor: ["huawei"] },
  ],
])("whoever is spoken of without a name is told by the sentence before: %s, %s", (language, text, roles) => {
  expect(last(text, language)).toMatchObject(roles);
});

test.each([
  [
    "es",
    "Túnez comerció con Marruecos y Argelia. Ambos gobiernos compraron reconocimiento facial.",
    "recipient",
  ],
  [
    "fr",
    "Les recrues venaient du Kenya et de l'Ouganda. Le gouvernement a reçu 50 voitures de police.",
    "recipient",
  ],
  ["pt", "Os recrutas vieram do Quênia e de Uganda. O governo recebeu 50 viaturas da China.", "recipient"],
  ["es", "Huawei y Dahua compiten en Kenia. La empresa Airtel instaló 300 cámaras en la capital.", "vendor"],
  ["fr", "Huawei a signé avec la Serbie. Cette dernière année, 300 caméras ont été livrées.", "recipient"],
])("where several may be meant, or nobody that was named, none is: %s, %s", (language, text, role) => {
  expect(last(text, language)[role]).toBeUndefined();
});
