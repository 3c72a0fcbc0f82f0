import { describe, expect, it } from "vitest";
import { readQuantities } from "./quantities/quantities.ts";

/** How each bound and hedge is worded in each language, over prepositions too; phrases are parted by `|`. */
const WORDINGS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  en: {
    "at-least":
      "at least 50 officers|trained officers in at least 50 cities|At least in 50 cities|it rose to at least 50 officers|no fewer than 50 officers|not less than 50 officers|a minimum of 50 officers|50 officers or more|50 or more officers|50-plus officers|upwards of 50 officers|at the very least 50 officers|at a minimum 50 officers|at least some 50 officers|minimum 50 officers|50 officers at least|no less than 50 officers|not fewer than 50 officers|numbered at least in the 50 officers|by at least 50 officers",
    "up-to":
      "at most 50 officers|a maximum of 50 officers|no more than 50 officers|not more than 50 officers|as many as 50 officers|up to 50 officers|50 officers at most|50 or fewer officers|50 officers or less|not exceeding 50 officers|a ceiling of 50 officers|capped at 50 officers|limited to 50 officers|at the most 50 officers|maximum 50 officers|anything up to 50 officers|to at most 50 officers",
    over: "more than 50 officers|over 50 officers|well over 50 officers|in excess of 50 officers|above 50 officers|exceeding 50 officers|upward of 50 officers|greater than 50 officers|in more than 50 cities|to more than 50 officers|far more than 50 officers|well in excess of 50 officers|topping 50 officers|much more than 50 officers|north of 50 officers|beyond 50 officers|surpassing 50 officers",
    under:
      "less than 50 officers|fewer than 50 officers|under 50 officers|below 50 officers|well below 50 officers|far fewer than 50 officers|well under 50 officers|in fewer than 50 cities|to less than 50 officers|much less than 50 officers|far less than 50 officers|lower than 50 officers|considerably fewer than 50 officers",
    about:
      "about 50 officers|around 50 officers|roughly 50 officers|approximately 50 officers|some 50 officers|an estimated 50 officers|circa 50 officers|50 or so officers|50 officers or so|somewhere around 50 officers|in about 50 cities|something like 50 officers|in the region of 50 officers|in the order of 50 officers|on the order of 50 officers|more or less 50 officers|give or take 50 officers|in the vicinity of 50 officers|estimated at 50 officers|c. 50 officers",
    nearly:
      "nearly 50 officers|almost 50 officers|close to 50 officers|just under 50 officers|just below 50 officers|just shy of 50 officers|approaching 50 officers|not quite 50 officers|a little under 50 officers|in nearly 50 cities|to almost 50 officers|slightly fewer than 50 officers|slightly less than 50 officers|verging on 50 officers|a shade under 50 officers",
    range:
      "between 40 and 60 officers|from 40 to 60 officers|40 to 60 officers|40-60 officers|40–60 officers|anywhere from 40 to 60 officers|in between 40 and 60 cities|somewhere between 40 and 60 officers|ranging from 40 to 60 officers|anywhere between 40 and 60 officers|40 or 60 officers",
  },
  zh: {
    "at-least":
      "至少50名警察|至少有50名警察|至少为50名警察|人数至少是50人|至少在50个城市|不少于50名警察|不低于50人|起码50名警察|最少50名警察|50名以上警察|50名及以上警察|至少達50人|至少達到50人|至少培训了50名警察|至少向50个国家|不下50名警察|不下于50名警察|起码有50名警察|最低为50人|少說也有50人|少说也有50人|至少约50人",
    "up-to":
      "最多50名警察|至多50名警察|最多为50人|不超过50名警察|不超過50名警察|至多为50人|最多可容纳50人|不多于50人|50人以内|50人以下|上限为50人|最高50人|最多达50人|不高于50人|最多有50人|多达50名警察|高达50人",
    over: "超过50名警察|超過50名警察|逾50名警察|50多名警察|50余名警察|多于50人|高于50人|超过了50人|大于50人|超出50人|突破50人|在超过50个城市|在逾50个城市|远超50人|远远超过50人|已超过50人|已逾50人",
    under:
      "不到50名警察|不足50名警察|少于50人|低于50人|未满50人|在不到50个城市|小于50人|远低于50人|未达50人|不及50人|未到50人|尚不足50人",
    about:
      "大约50名警察|约50名警察|约有50名警察|约为50人|大概50名警察|50名左右警察|50人左右|50名上下|大致50人|差不多50名警察|估计50人|在约50个城市|大约在50个城市|大约为50人|估计为50人|据估计有50人|约莫50人|大约有50人|大約是50人",
    nearly:
      "近50名警察|将近50名警察|接近50名警察|几乎50人|在近50个城市|逼近50人|近乎50人|将近有50人|接近于50人|差不多近50人|幾近50人",
    range:
      "40至60名警察|40到60名警察|40-60名警察|40～60名警察|介于40至60人之间|在40和60人之间|从40到60人|40—60名警察|介於40與60人之間|40名至60名警察|约40至60名警察",
  },
  es: {
    "at-least":
      "al menos 50 agentes|por lo menos 50 agentes|como mínimo 50 agentes|no menos de 50 agentes|un mínimo de 50 agentes|mínimo 50 agentes|50 agentes o más|50 o más agentes|al menos en 50 ciudades|en al menos 50 ciudades|al menos a 50 agentes|a por lo menos 50 agentes|al menos unos 50 agentes|cuando menos 50 agentes|a lo menos 50 agentes|50 agentes como mínimo|50 agentes por lo menos|por lo menos a unos 50 agentes|a partir de 50 agentes",
    "up-to":
      "como máximo 50 agentes|a lo sumo 50 agentes|hasta 50 agentes|un máximo de 50 agentes|no más de 50 agentes|50 agentes como máximo|máximo 50 agentes|como mucho 50 agentes|hasta un máximo de 50 agentes|hasta en 50 ciudades|en no más de 50 ciudades|50 agentes o menos|a lo más 50 agentes|hasta unos 50 agentes|nada más que 50 agentes|un tope de 50 agentes",
    over: "más de 50 agentes|a más de 50 agentes|en más de 50 ciudades|superior a 50 agentes|por encima de 50 agentes|más de unos 50 agentes|mucho más de 50 agentes|bastante más de 50 agentes|con más de 50 agentes|más que 50 agentes|50 y pico agentes|supera los 50 agentes|superan los 50 agentes|superó los 50 agentes|rebasa los 50 agentes|sobrepasa los 50 agentes|superando los 50 agentes",
    under:
      "menos de 50 agentes|a menos de 50 agentes|en menos de 50 ciudades|inferior a 50 agentes|por debajo de 50 agentes|no llega a 50 agentes|por debajo de los 50 agentes|mucho menos de 50 agentes|bastante menos de 50 agentes|no alcanza los 50 agentes|no llegan a los 50 agentes",
    about:
      "unos 50 agentes|alrededor de 50 agentes|aproximadamente 50 agentes|a unos 50 agentes|en unas 50 ciudades|en torno a 50 agentes|cosa de 50 agentes|más o menos 50 agentes|unos 50 agentes aproximadamente|aproximadamente a 50 agentes|aproximadamente en 50 ciudades|alrededor de unos 50 agentes|en torno a los 50 agentes|se estima en 50 agentes|estimado en 50 agentes|50 agentes aproximadamente|se calcula que 50 agentes|algunos 50 agentes|del orden de 50 agentes",
    nearly:
      "casi 50 agentes|a casi 50 agentes|en casi 50 ciudades|casi en 50 ciudades|poco menos de 50 agentes|próximo a 50 agentes|algo menos de 50 agentes|prácticamente 50 agentes|rozando los 50 agentes|casi a 50 agentes|roza los 50 agentes",
    range:
      "entre 40 y 60 agentes|de 40 a 60 agentes|de entre 40 y 60 agentes|en entre 40 y 60 ciudades|desde 40 hasta 60 agentes|40 a 60 agentes|40-60 agentes|a entre 40 y 60 agentes|entre 40 a 60 agentes",
  },
  fr: {
    "at-least":
      "au moins 50 agents|au minimum 50 agents|à au moins 50 agents|dans au moins 50 villes|au moins dans 50 villes|pas moins de 50 agents|un minimum de 50 agents|50 agents au moins|50 agents ou plus|minimum 50 agents|au bas mot 50 agents|50 agents au minimum|à tout le moins 50 agents|au moins à 50 agents|au moins quelque 50 agents|à partir de 50 agents|d'au moins 50 agents|non moins de 50 agents",
    "up-to":
      "au plus 50 agents|au maximum 50 agents|jusqu'à 50 agents|un maximum de 50 agents|pas plus de 50 agents|50 agents au maximum|50 agents au plus|maximum 50 agents|tout au plus 50 agents|jusque dans 50 villes|50 agents ou moins|jusqu'à quelque 50 agents|à tout au plus 50 agents|ne dépasse pas 50 agents|dans jusqu'à 50 villes|jusqu’à 50 agents",
    over: "plus de 50 agents|à plus de 50 agents|dans plus de 50 villes|supérieur à 50 agents|au-delà de 50 agents|bien plus de 50 agents|de plus de 50 agents|dépasse les 50 agents|plus que 50 agents|au-dessus de 50 agents|largement plus de 50 agents|dépassé les 50 agents|excédant 50 agents|franchi les 50 agents|beaucoup plus de 50 agents",
    under:
      "moins de 50 agents|à moins de 50 agents|dans moins de 50 villes|inférieur à 50 agents|en dessous de 50 agents|au-dessous de 50 agents|bien moins de 50 agents|de moins de 50 agents|n'atteint pas 50 agents|en deçà de 50 agents|en-dessous de 50 agents|beaucoup moins de 50 agents",
    about:
      "environ 50 agents|à environ 50 agents|dans environ 50 villes|quelque 50 agents|autour de 50 agents|approximativement 50 agents|à peu près 50 agents|aux alentours de 50 agents|dans quelque 50 villes|aux environs de 50 agents|environ dans 50 villes|de l'ordre de 50 agents|plus ou moins 50 agents|grosso modo 50 agents|estimé à 50 agents|estimés à 50 agents|50 agents environ|à quelque 50 agents",
    nearly:
      "près de 50 agents|presque 50 agents|dans près de 50 villes|à près de 50 agents|un peu moins de 50 agents|presque dans 50 villes|pas loin de 50 agents|proche de 50 agents|avoisine les 50 agents|frôle les 50 agents|avoisinant 50 agents|de près de 50 agents|à peine moins de 50 agents",
    range:
      "entre 40 et 60 agents|de 40 à 60 agents|à entre 40 et 60 agents|dans 40 à 60 villes|40 à 60 agents|40-60 agents|d'entre 40 et 60 agents|entre les 40 et les 60 agents|dans entre 40 et 60 villes|entre 40 à 60 agents",
  },
  ru: {
    "at-least":
      "по меньшей мере 50 полицейских|как минимум 50 полицейских|как минимум из 50 городов|как минимум в 50 городах|не менее 50 полицейских|не менее чем в 50 городах|минимум 50 полицейских|по крайней мере 50 полицейских|по крайней мере в 50 городах|50 и более полицейских|50 или более полицейских|не меньше 50 полицейских|самое меньшее 50 полицейских|как минимум до 50 полицейских|как минимум с 50 полицейскими|не менее чем из 50 городов|не менее чем до 50 человек|минимум в 50 городах|по меньшей мере на 50 полицейских|50 полицейских и более|50 полицейских как минимум|хотя бы 50 полицейских",
    "up-to":
      "не более 50 полицейских|максимум 50 полицейских|до 50 полицейских|самое большее 50 полицейских|не более чем в 50 городах|максимум в 50 городах|50 полицейских максимум|не свыше 50 полицейских|не больше 50 полицейских|не выше 50 полицейских|вплоть до 50 полицейских|не превышает 50 человек|не более чем на 50 человек|50 и менее полицейских|в пределах 50 человек|не больше чем 50 человек|от силы 50 человек",
    over: "более 50 полицейских|свыше 50 полицейских|более чем 50 полицейских|более чем в 50 городах|больше 50 полицейских|больше чем в 50 городах|50 с лишним полицейских|превышает 50 человек|в более чем 50 городах|более чем из 50 городов|более чем на 50 человек|более чем с 50 полицейскими|из более чем 50 городов|намного больше 50 человек|гораздо более 50 человек|сверх 50 человек",
    under:
      "менее 50 полицейских|менее чем 50 полицейских|менее чем в 50 городах|меньше 50 полицейских|ниже 50 человек|в менее чем 50 городах|меньше чем в 50 городах|менее чем из 50 городов|не достигает 50 человек|менее чем на 50 человек|намного меньше 50 человек|неполных 50 человек",
    about:
      "около 50 полицейских|примерно 50 полицейских|приблизительно 50 полицейских|порядка 50 полицейских|примерно в 50 городах|приблизительно из 50 городов|где-то 50 полицейских|ориентировочно 50 полицейских|примерно до 50 полицейских|в районе 50 человек|примерно на 50 человек|около чем 50|50 человек примерно|в около 50 городах|в примерно 50 городах|с примерно 50 городами|приблизительно в 50 городах|оценочно 50 человек",
    nearly:
      "почти 50 полицейских|почти в 50 городах|без малого 50 полицейских|чуть менее 50 полицейских|едва ли не 50 полицейских|почти из 50 городов|близко к 50 человек|почти на 50 человек|чуть меньше 50 человек|немногим менее 50 человек|почти до 50 человек|в почти 50 городах|чуть менее чем в 50 городах|практически 50 человек",
    range:
      "от 40 до 60 полицейских|между 40 и 60 полицейскими|40-60 полицейских|40–60 полицейских|в 40–60 городах|от 40 и до 60 человек|с 40 до 60 человек|в пределах от 40 до 60 человек|из 40–60 человек|в диапазоне от 40 до 60 человек",
  },
  ar: {
    "at-least":
      "ما لا يقل عن 50 ضابطا|على الأقل 50 ضابطا|50 ضابطا على الأقل|لا يقل عن 50 ضابطا|في ما لا يقل عن 50 مدينة|لا تقل عن 50 مدينة|50 ضابطا أو أكثر|50 فأكثر من الضباط|بما لا يقل عن 50 ضابطا|بحد أدنى 50 ضابطا|كحد أدنى 50 ضابطا|50 ضابطا كحد أدنى|إلى ما لا يقل عن 50 ضابطا|على الأقل في 50 مدينة|ليس أقل من 50 ضابطا|ليس أقل من 50|عما لا يقل عن 50 ضابطا",
    "up-to":
      "ما لا يزيد عن 50 ضابطا|لا يزيد عن 50 ضابطا|حتى 50 ضابطا|على الأكثر 50 ضابطا|50 ضابطا على الأكثر|50 ضابطا كحد أقصى|بحد أقصى 50 ضابطا|لا يتجاوز 50 ضابطا|لا تتجاوز 50 مدينة|ما يصل إلى 50 ضابطا|يصل إلى 50 ضابطا|ليس أكثر من 50 ضابطا|لا تزيد على 50 مدينة|أقصاه 50 ضابطا|في ما لا يزيد على 50 مدينة|لا يتعدى 50 ضابطا|بما لا يتجاوز 50 ضابطا",
    over: "أكثر من 50 ضابطا|في أكثر من 50 مدينة|ما يزيد عن 50 ضابطا|ما يزيد على 50 ضابطا|لأكثر من 50 ضابطا|بأكثر من 50 ضابطا|يتجاوز 50 ضابطا|فوق 50 ضابطا|إلى أكثر من 50 ضابطا|أزيد من 50 ضابطا|يفوق 50 ضابطا|بما يزيد على 50 ضابطا|تجاوز عددهم 50|نيف و50 ضابطا|لما يزيد عن 50 ضابطا|يربو على 50 ضابطا|ما يربو على 50 ضابطا",
    under:
      "أقل من 50 ضابطا|في أقل من 50 مدينة|ما يقل عن 50 ضابطا|دون 50 ضابطا|لأقل من 50 ضابطا|بأقل من 50 ضابطا|إلى أقل من 50 ضابطا|يقل عن 50 ضابطا|تقل عن 50 مدينة|أدنى من 50 ضابطا|تحت 50 ضابطا|لم يبلغ 50 ضابطا",
    about:
      "حوالي 50 ضابطا|نحو 50 ضابطا|زهاء 50 ضابطا|في حوالي 50 مدينة|بحوالي 50 ضابطا|لنحو 50 ضابطا|تقريبا 50 ضابطا|50 ضابطا تقريبا|قرابة 50 ضابطا|في نحو 50 مدينة|إلى حوالي 50 ضابطا|بنحو 50 ضابطا|لحوالي 50 ضابطا|في زهاء 50 مدينة|حوالى 50 ضابطا|بقرابة 50 ضابطا|في حدود 50 ضابطا|يقدر ب 50 ضابطا|ما يقدر بنحو 50 ضابطا",
    nearly:
      "ما يقرب من 50 ضابطا|في ما يقرب من 50 مدينة|يقارب 50 ضابطا|ما يناهز 50 ضابطا|لما يقرب من 50 ضابطا|يقارب ال50 ضابطا|ما يقارب 50 ضابطا|بما يقارب 50 ضابطا|يناهز 50 ضابطا|يكاد يبلغ 50 ضابطا|أقل قليلا من 50 ضابطا|أقل بقليل من 50 ضابطا",
    range:
      "بين 40 و60 ضابطا|من 40 إلى 60 ضابطا|ما بين 40 و60 ضابطا|في ما بين 40 و60 مدينة|يتراوح بين 40 و60 ضابطا|40-60 ضابطا|بين 40 إلى 60 ضابطا|تتراوح بين 40 و 60 مدينة|40 إلى 60 ضابطا|يتراوح عددهم بين 40 و60",
  },
  pt: {
    "at-least":
      "pelo menos 50 agentes|ao menos 50 agentes|no mínimo 50 agentes|não menos de 50 agentes|um mínimo de 50 agentes|em pelo menos 50 cidades|pelo menos em 50 cidades|a pelo menos 50 agentes|50 agentes ou mais|50 ou mais agentes|mínimo de 50 agentes|não menos que 50 agentes|pelo menos uns 50 agentes|50 agentes no mínimo|pelo menos a 50 agentes|nada menos que 50 agentes|quando menos 50 agentes|a partir de 50 agentes",
    "up-to":
      "no máximo 50 agentes|até 50 agentes|um máximo de 50 agentes|não mais de 50 agentes|não mais que 50 agentes|50 agentes no máximo|em até 50 cidades|até uns 50 agentes|máximo de 50 agentes|quando muito 50 agentes|50 agentes ou menos|não mais do que 50 agentes|a no máximo 50 agentes|não ultrapassa 50 agentes|até em 50 cidades|um teto de 50 agentes|não passa de 50 agentes",
    over: "mais de 50 agentes|a mais de 50 agentes|em mais de 50 cidades|acima de 50 agentes|superior a 50 agentes|mais do que 50 agentes|bem mais de 50 agentes|muito mais de 50 agentes|para além de 50 agentes|50 e tantos agentes|ultrapassa os 50 agentes|ultrapassou 50 agentes|excede os 50 agentes|passa de 50 agentes|passaram de 50 agentes|superou os 50 agentes",
    under:
      "menos de 50 agentes|em menos de 50 cidades|a menos de 50 agentes|abaixo de 50 agentes|inferior a 50 agentes|menos do que 50 agentes|bem menos de 50 agentes|muito menos de 50 agentes|menos que 50 agentes|não chega a 50 agentes|abaixo dos 50 agentes",
    about:
      "cerca de 50 agentes|aproximadamente 50 agentes|em cerca de 50 cidades|uns 50 agentes|por volta de 50 agentes|em torno de 50 agentes|mais ou menos 50 agentes|a cerca de 50 agentes|em aproximadamente 50 cidades|aproximadamente em 50 cidades|em umas 50 cidades|à volta de 50 agentes|aproximadamente a 50 agentes|na casa dos 50 agentes|estimado em 50 agentes|50 agentes aproximadamente|da ordem de 50 agentes|ao redor de 50 agentes|perto dos 50 agentes",
    nearly:
      "quase 50 agentes|em quase 50 cidades|pouco menos de 50 agentes|perto de 50 agentes|a quase 50 agentes|quase em 50 cidades|próximo de 50 agentes|um pouco menos de 50 agentes|praticamente 50 agentes|próximo a 50 agentes|beira os 50 agentes",
    range:
      "entre 40 e 60 agentes|de 40 a 60 agentes|em 40 a 60 cidades|em entre 40 e 60 cidades|entre os 40 e os 60 agentes|40 a 60 agentes|40-60 agentes|a entre 40 e 60 agentes|desde 40 até 60 agentes|entre 40 a 60 agentes",
  },
};

describe.each(Object.entries(WORDINGS))("bounds and hedges in %s", (language, wordings) => {
  const cases = Object.entries(wordings).flatMap(([hedge, list]) =>
    list.split("|").map(phrase => [hedge, phrase] as const),
  );
  it.each(cases)("%s: %s", (hedge, phrase) => {
    const found = readQuantities(`${phrase}.`, { language });
    const told = found.map(({ value, high, qualifier }) => ({ value, high, qualifier }));
    expect(told).toHaveLength(1);
    if (hedge === "range") expect(told[0]).toMatchObject({ value: 40, high: 60 });
    else
      expect(told[0]).toMatchObject({
        value: 50,
        high: null,
        qualifier: expect.stringMatching(accepted(hedge)),
      });
  });
});

/** 50多 is "just over 50"; where a language has one word for about and nearly, either will do. */
const accepted = (hedge: string): RegExp =>
  hedge === "over"
    ? /^(?:over|just-over)$/
    : hedge === "about"
      ? /^(?:about|nearly)$/
      : new RegExp(`^${hedge}$`);
