import type { Frame } from "./types.ts";

/** Who sold, gave, built or runs which system for whom. */
export const deployment: Frame = {
  kind: "deployment",
  subject: "systems",
  giver: "vendor",
  giverCountry: "vendor-country",
  taker: "recipient",
  giverKinds: ["vendor", "company", "product"],
  object: { list: "product-kinds", role: "product-kind" },
  needsObject: true,
  given: "delivered",
  fields: {
    vendor: "vendors",
    "vendor-country": "vendor_country",
    recipient: "recipient",
    "product-kind": "product_kind",
    date: "seen_operating_by",
  },
  words: {
    en: {
      gives:
        "sold|sells|sell|selling|supplied|supplies|supply|supplying|provided|provides|provide|providing|exported|exports|export|installed|installs|install|built|builds|build|delivered|delivers|donated|gave|gifted|handed over|blanketed|equipped|deployed|deploys|set up|shipped|won|won a contract|signed a contract|has sold|have sold|rolled out|put up|operate in|operates in|operate|operates|is used in|are used in|control|controls|introduced|will supply|will install|will build|agreed to supply|financed|added|adds|adding|fitted|mounted|upgraded|licensed|leased|has installed|have installed|has added|has built|is installing|are installing|give|gives|giving|donate|donates|donating|hand over|hands over|handing over|handed|hands|equip|equips|equipping|deploy|deploying|installing|building|exporting|delivering|shipping|ships|place|places|placed|placing|roll out|rolls out|rolling out|wins|winning|introduces|launched|launches|piloted|pilots|trialled|helps build|helped build|sets up|setting up|gifts|offered|offers|handing",
      takes:
        "got|gets|has got|have got|was supplied with|were supplied with|was equipped with|were equipped with|was given|were given|bought|buys|buy|purchased|purchases|imported|imports|acquired|acquires|uses|use|used|received|adopted|installed|was supplied by|were supplied by|supplied by|built by|sold by|made by|provided by|installed by|delivered by|relies on|rely on|runs on|was equipped with|procured|using|to use|buying|obtain|obtains|obtained|obtaining|procure|procures|procuring|adopts|adopt|adopting|importing|leased|rents|rented|employs|employed|donated by|gifted by|given by",
      tells: "",
      nouns: "supplier|contract|sale|sales|export|exports|shipment|procurement",
      owns: "got|added|adds|fitted|mounted|upgraded|has installed|have installed|has added|has built|installed|installs|install|built|builds|build|set up|put up|deployed|deploys|rolled out|introduced|operates|operate|launched|launches|introduces|rolls out|roll out|sets up|piloted|pilots|deploy|installing|building|place|placing",
      by: "by|from|with",
      to: "to|in|for|across|throughout|at",
      made: "made|built|supplied|designed",
    },
    es: {
      gives:
        "vendió|vendieron|han vendido|ha vendido|suministró|suministraron|ha suministrado|instaló|instalaron|ha instalado|exportó|exportaron|donó|donaron|entregó|entregaron|construyó|proporcionó|proporcionaron|suministrará|instalará|opera en|operan en|funcionan en|vende|venden|suministra|suministran|instala|instalan|exporta|exportan|dona|donan|entrega|entregan|construye|provee|equipa|ha donado|ha entregado|desplegó|despliega|va a instalar",
      takes:
        "compró|compraron|adquirió|adquirieron|importó|usa|usan|utiliza|utilizan|fue suministrado por|fabricado por|instalado por|suministrado por|usó|usaron|utilizó|utilizaron|compra|compran|adquiere|importa|recibe|recibió|ha comprado|han comprado|donado por|donadas por|donados por",
      tells: "",
      nouns: "proveedor|contrato|venta|exportación|exportaciones",
      owns: "instaló|instalaron|ha instalado|construyó|instalará",
      by: "por|de|a",
      to: "a|al|en|para",
      made: "fabricado|fabricados|construido",
    },
    fr: {
      gives:
        "a vendu|ont vendu|a fourni|ont fourni|a installé|ont installé|a exporté|ont exporté|a offert|a livré|ont livré|a construit|fournira|installera|opèrent dans|fonctionnent dans|sont utilisés dans|vend|vendent|fournit|fournissent|livre|livrent|installe|installent|offre|offrent|équipe|équipent|exporte|exportent|fait don|a fait don|va fournir|va installer|va construire|va équiper|a déployé|ont déployé|déploie|a remporté",
      takes:
        "a acheté|ont acheté|a acquis|a importé|utilise|utilisent|fourni par|fournis par|fabriqué par|installé par|achète|achètent|importe|acquiert|offertes par|offerts par|offert par|livrées par|livrés par|a reçu|ont reçu|s'est doté|se dote|dispose",
      tells: "",
      nouns: "fournisseur|contrat|vente|exportation|exportations",
      owns: "a installé|ont installé|installera|a construit",
      by: "par|de|à",
      to: "à|au|aux|en|pour|dans",
      made: "fabriqué|fabriqués|construit",
    },
    ru: {
      gives:
        "продал|продала|продали|поставил|поставила|поставили|установил|установила|установили|экспортировал|экспортировали|передал|передала|подарил|построил|построила|поставит|установит|работают в|продаёт|продает|поставляет|поставляют|устанавливает|устанавливают|экспортирует|передаёт|передает|дарит|строит|оснастил|оснащает|внедряет|внедрил|внедрила",
      takes:
        "купил|купила|купили|закупил|закупила|закупили|приобрёл|приобрела|использует|используют|импортировал|покупает|покупают|закупает|закупают|получил|получила|получает|установленные|поставленные",
      tells: "",
      nouns: "поставщик|контракт|продажа|экспорт|поставки",
      owns: "установил|установила|установили|построил|построила|установит",
      by: "от|у",
      to: "в|во|для|на",
      made: "производства",
    },
    pt: {
      gives:
        "vendeu|venderam|forneceu|forneceram|instalou|instalaram|exportou|exportaram|doou|doaram|entregou|entregaram|construiu|fornecerá|instalará|opera em|operam em|funcionam em|vende|vendem|fornece|fornecem|instala|instalam|exporta|doa|doam|entrega|constrói|equipa|vai instalar|financia|financiou",
      takes:
        "comprou|compraram|adquiriu|adquiriram|importou|usa|usam|utiliza|utilizam|fornecido por|fabricado por|instalado por|compra|compram|adquire|importa|recebe|recebeu|doado por|doadas por",
      tells: "",
      nouns: "fornecedor|contrato|venda|exportação|exportações",
      owns: "instalou|instalaram|instalará|construiu",
      by: "por|pelo|pela|de|da",
      to: "a|ao|em|no|na|para",
      made: "fabricado|fabricados|construído",
    },
    ar: {
      gives:
        "باعت|باع|تبيع|وردت|ورد|تورد|زودت|زود|تزود|ركبت|ركب|تركب|نصبت|نصب|سلمت|سلم|صدرت|صدر|تبرعت|تبرع|أهدت|قدمت|قدم|وفرت|بنت|أنشأت|جهزت|أضافت|تعمل في|ستورد|ستركب|ستزود|ستسلم|ستبني",
      takes:
        "اشترت|اشترى|اشتروا|تشتري|تستخدم|يستخدم|استخدمت|استوردت|استورد|حصلت على|حصل على|تسلمت|تسلم|اقتنت|اقتنى|تعاقدت على",
      tells: "",
      nouns: "مورد|عقد|صفقة|صادرات|توريد|بيع|شحنة",
      owns: "ركبت|ركب|نصبت|نصب|ستركب|أنشأت|بنت",
      by: "من",
      to: "إلى|في|على|ل|لصالح",
      made: "صنع|صناعة|مصنوعة",
    },
    zh: {
      gives:
        "出售|售出|出售了|供应|供应了|出口|安装|安装了|捐赠|交付|建设|承建|提供|提供了|销售|运行|赠送|援助|赠予|捐建|部署|升级|运营|铺设",
      takes: "购买|采购|进口|使用|引进|采用|采购了|购买了|使用了|部署了|装备",
      tells: "",
      nouns: "供应商|合同|出口",
      owns: "安装|安装了|建设|运行",
      by: "由|从|的",
      to: "向|在|为|给|到|对",
      made: "制造|生产|产",
    },
  },
};
