import type { Frame } from "./types.ts";
import { es, fr, pt } from "./verbs.ts";

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
    agreed: "agreed",
    place: "place",
    status: "status",
  },
  statuses: {
    planned: "announced",
    signed: "signed",
    delivered: "built",
    operating: "operational",
    cancelled: "cancelled",
  },
  words: {
    en: {
      gives:
        "sold|sells|sell|selling|supplied|supplies|supply|supplying|provided|provides|provide|providing|exported|exports|export|installed|installs|install|built|builds|build|delivered|delivers|donated|gave|gifted|handed over|blanketed|equipped|deployed|deploys|set up|shipped|won|won a contract|signed a contract|has sold|have sold|rolled out|put up|operate in|operates in|operate|operates|is used in|are used in|was used in|were used in|been used in|is deployed in|are deployed in|was deployed in|were deployed in|been deployed in|control|controls|introduced|will supply|will install|will build|agreed to supply|financed|added|adds|adding|fitted|mounted|upgraded|licensed|leased|has installed|have installed|has added|has built|is installing|are installing|give|gives|giving|donate|donates|donating|hand over|hands over|handing over|handed|hands|equip|equips|equipping|deploy|deploying|installing|building|exporting|delivering|shipping|ships|place|places|placed|placing|roll out|rolls out|rolling out|wins|winning|introduces|launched|launches|piloted|pilots|trialled|helps build|helped build|sets up|setting up|gifts|offered|offers|handing|will deliver|will sell|is selling|are selling|has delivered|have delivered|has supplied|have supplied|has donated|has exported|will provide|has provided|is building|are building|was awarded a contract|has deployed|have deployed|is to supply|transferred|transfers|hands out|ships to|to donate|to install|to supply|to build|to sell|to provide|to deploy|to deliver|to equip|paid for|pays for|has paid for|will pay for|funded|funds|has funded|will fund|finances|has financed|will finance|bankrolled|bankrolls|underwrote|was traced to|were traced to|was found in|were found in|was detected in|were detected in|is in use in|are in use in|was in use in|were in use in|is running in|was running in|turned up in|been traced to|been found in|been detected in|been spotted in|was spotted in|were spotted in|been linked to|is installed in|are installed in|sale of|sales of|export of|exports of|supplier of|suppliers of|clients include|customers include|clients included|customers included|clients are|customers are|among its clients|among its customers|at work in|shipment of|shipments of|delivery of|deliveries of|donation of",
      takes:
        "came from|comes from|customer of|customers of|client of|clients of|buyer of|buyers of|got|gets|has got|have got|was supplied with|were supplied with|was equipped with|were equipped with|was given|were given|bought|buys|buy|purchased|purchases|imported|imports|acquired|acquires|uses|use|used|received|adopted|installed|was supplied by|were supplied by|supplied by|built by|sold by|made by|provided by|installed by|delivered by|relies on|rely on|runs on|is running|are running|has been running|have been running|has run|was equipped with|procured|using|to use|buying|obtain|obtains|obtained|obtaining|procure|procures|procuring|adopts|adopt|adopting|importing|leased|rents|rented|employs|employed|donated by|gifted by|given by|purchase of|the purchase of|order of|order for|its order of|acquisition of|procurement of|has bought|have bought|has purchased|has acquired|took delivery of|spent|contracted|awarded a contract to|hired|takes delivery of|taking delivery of|took delivery|will receive|has received|have received|is a customer of|was a customer of|are customers of|were customers of|became a customer of|is a client of|was a client of|are clients of|were clients of|among the buyers of|among the customers of|among the clients of|tried out|tries out|tested|ordered|has ordered|have ordered|signed up|chose|picked|selected|commissioned|turned to|opted for|is to buy|will buy",
      tells:
        "clients include|customers include|clients included|customers included|among its clients|among its customers",
      nouns: "supplier|contract|sale|sales|export|exports|shipment|procurement",
      owns: "got|added|adds|fitted|mounted|upgraded|has installed|have installed|has added|has built|installed|installs|install|built|builds|build|set up|put up|deployed|deploys|rolled out|introduced|operates|operate|launched|launches|introduces|rolls out|roll out|sets up|piloted|pilots|deploy|installing|building|place|placing|to install|to build|to roll out|to introduce|to deploy|has deployed|have deployed|has introduced|will install|will build",
      sells:
        "sale of|sales of|sold|sells|sell|selling|has sold|have sold|is selling|are selling|will sell|bought|buys|buy|buying|has bought|have bought|purchased|purchases|purchase of|the purchase of|has purchased|order of|order for|its order of|acquisition of|procurement of|procured|procures|won|won a contract|wins|winning|contracted|awarded a contract to|was awarded a contract|ordered|has ordered|have ordered|signed up|commissioned|is to buy|will buy|chose|picked|selected|opted for|turned to|hired",
      plans:
        "to donate|to install|to supply|to build|to sell|to provide|to deploy|to deliver|to equip|to buy|to get|to receive|to introduce|to roll out|to use",
      buyers: "client|customer|buyer|purchaser",
      lists: "include|includes|included|are|is|was|were|among|count|counts|counted|:",
      by: "by|from|with",
      to: "to|in|for|across|throughout|at|on|with",
      made: "made|built|supplied|designed|made in|manufactured in|produced in|assembled in",
    },
    es: {
      passives: es.passive(
        "vender|suministrar|instalar|exportar|donar|entregar|proporcionar|montar|desplegar|financiar|regalar|ceder|equipar|dotar|construir|adquirir|detectar|hallar|encontrar|desarrollar|utilizar|usar",
      ),
      gives: `se adjudicó|se adjudicaron|ganó la licitación de|ganó el contrato de|se hizo con el contrato de|vendió|vendieron|han vendido|ha vendido|suministró|suministraron|ha suministrado|instaló|instalaron|ha instalado|exportó|exportaron|donó|donaron|entregó|entregaron|construyó|proporcionó|proporcionaron|suministrará|instalará|opera en|operan en|funcionan en|vende|venden|suministra|suministran|instala|instalan|exporta|exportan|dona|donan|entrega|entregan|construye|provee|equipa|ha donado|ha entregado|desplegó|despliega|va a instalar|venderá|donará|entregará|construirá|exportará|desplegará|han instalado|han donado|han entregado|regaló|regaló a|cedió|equipó|dotó|implementó|ofreció|financió|financia|vendía|proveyó|transfirió|montó|instalarán|suministrarán|venderán|donarán|entregarán|construirán|proporcionará|proveerá|equipará|monta|financiará|provee a|ha suministrado a|colocó|colocaron|coloca|vendiendo|suministrando|instalando|exportando|entregando|${es.active("vender|suministrar|instalar|exportar|donar|entregar|proporcionar|montar|regalar|ceder|equipar|dotar|financiar|implantar|colocar")}`,
      takes: `espió con|espiaron con|espía con|vigiló con|compró|compraron|adquirió|adquirieron|importó|usa|usan|utiliza|utilizan|fue suministrado por|fabricado por|instalado por|suministrado por|usó|usaron|utilizó|utilizaron|compra|compran|adquiere|importa|recibe|recibió|ha comprado|han comprado|donado por|donadas por|donados por|la compra de|compra de|la adquisición de|adquisición de|contrató|contrataron|encargó|pidió|ha adquirido|han adquirido|importaron|recibieron|adjudicó|comprará|comprarán|adquirirá|emplea|emplean|licitó|obtuvo|el pedido de|pedido de|reciben|recibirá|recibirán|ha recibido|han recibido|prueba|probó|estrena|estrenó|estrenaron|dispone de|cuenta con|incorporó|incorpora|incorporarán|acaba de recibir|va a recibir|va a comprar|alquila|alquiló|se equipa con|confió a|confiaron a|encargó a|encomendó a|adjudicó a|es cliente de|fue cliente de|era cliente de|son clientes de|entre los clientes de|entre los compradores de|vendido por|vendida por|entregado por|construido por|proporcionado por|montado por|exportado por|${es.active("comprar|importar|utilizar|emplear|contratar|alquilar|probar|encargar|incorporar|estrenar")}`,
      tells: "",
      nouns: "proveedor|contrato|venta|exportación|exportaciones",
      owns: "instaló|instalaron|ha instalado|construyó|instalará|colocó|colocaron|coloca|desplegó|despliega|instala|instalan|instalarán|monta|montó|estrena",
      sells:
        "vendió|vendieron|han vendido|ha vendido|vende|venden|venderá|vendía|compró|compraron|compra|compran|ha comprado|han comprado|la compra de|compra de|adquirió|adquirieron|ha adquirido|han adquirido|la adquisición de|adquisición de|contrató|contrataron|encargó|pidió|adjudicó|licitó|comprará|comprarán|adquirirá|el pedido de|pedido de",
      buyers: "cliente|comprador|usuario",
      lists:
        "figura|figuran|está|están|es|son|eran|incluye|incluyen|cuenta|constan|:|se encuentra|se encuentran",
      by: "por|de|a|con",
      to: "a|al|en|para|con",
      made: "fabricado|fabricados|construido|de fabricación|de producción|fabricado en|producido en|manufacturado en|ensamblado en|hecho en",
    },
    fr: {
      passives: fr.passive(
        "vendre|fournir|offrir|détecter|repérer|utiliser|développer|employer|construire|équiper|doter|donner|remettre|céder|livrer|installer|exporter|déployer|implanter|financer|monter|poser",
      ),
      gives: `a décroché|ont décroché|a emporté le contrat|a vendu|ont vendu|a fourni|ont fourni|a installé|ont installé|a exporté|ont exporté|a offert|a livré|ont livré|a construit|fournira|installera|opèrent dans|fonctionnent dans|sont utilisés dans|vend|vendent|fournit|fournissent|livre|livrent|installe|installent|offre|offrent|équipe|équipent|exporte|exportent|fait don|a fait don|va fournir|va installer|va construire|va équiper|a déployé|ont déployé|déploie|a remporté|livrera|vendra|ont offert|a donné|ont donné|exportera|a équipé|ont équipé|a doté|a remis|ont remis|a cédé|construit|construira|déploiera|a financé|finance|a transféré|a fait don de|ont construit|commercialise|a commercialisé|équipera|livreront|fourniront|installeront|vendront|offrira|remettra|vient de livrer|vient de fournir|vient d'installer|a posé|ont posé|implante|a implanté|ont implanté|a mis en place|ont mis en place|${fr.active("livrer|installer|exporter|équiper|déployer|doter|implanter|transférer|commercialiser|monter|poser|financer|aménager|expédier|donner")}`,
      takes: `a confié|ont confié|a espionné avec|ont espionné avec|a confié à|ont confié à|a attribué à|confie à|est cliente de|est client de|était client de|était cliente de|sont clients de|parmi les clients de|parmi les acheteurs de|a acheté|ont acheté|a acquis|a importé|utilise|utilisent|fourni par|fournis par|fabriqué par|installé par|achète|achètent|importe|acquiert|offertes par|offerts par|offert par|livrées par|livrés par|a reçu|ont reçu|s'est doté|se dote|dispose|l'achat de|achat de|l'acquisition de|acquisition de|la commande de|commande de|a commandé|ont commandé|achètera|a utilisé|ont utilisé|s'est procuré|se sont procuré|a obtenu|emploie|a passé commande|a loué|a réceptionné|ont réceptionné|vient de réceptionner|réceptionne|vient de recevoir|va recevoir|recevra|recevront|reçoit|reçoivent|vient d'acheter|va acheter|teste|testent|a testé|ont testé|expérimente|a expérimenté|s'équipe de|s'est équipé|se sont équipés|a adopté|adopte|loue|a réceptionnés|mis en service|a mis en service|ont mis en service|met en service|${fr.active("acheter|importer|commander|louer|tester|adopter|utiliser|employer|exploiter|réceptionner|expérimenter")}|se fournir|se fournit|se fournissent|s'est fourni|se tourne vers|s'est tourné vers|se sont tournés vers|fait appel à|a fait appel à|recourt à|a recouru à|mise sur|opte pour|a opté pour|a choisi|ont choisi`,
      tells: "",
      nouns: "fournisseur|contrat|vente|exportation|exportations",
      owns: "a installé|ont installé|installera|a construit|installe|installent|déploie|a déployé|ont déployé|a posé|a implanté|ont implanté|a mis en place|ont mis en place|met en place",
      sells:
        "a vendu|ont vendu|vend|vendent|vendra|commercialise|a commercialisé|a acheté|ont acheté|achète|achètent|achètera|a acquis|acquiert|l'achat de|achat de|l'acquisition de|acquisition de|la commande de|commande de|a commandé|ont commandé|a passé commande|a remporté",
      buyers: "client|acheteur|utilisateur",
      lists:
        "figure|figurent|est|sont|était|étaient|compte|comptent|comprend|comprennent|inclut|incluent|se trouve|se trouvent|:",
      by: "par|de|à|avec",
      to: "à|au|aux|en|pour|dans|avec",
      made: "fabriqué|fabriquée|construit|de fabrication|fabriqué en|fabriqué au|fabriqué aux|fabriquée en|fabriquée au|fabriquée aux|produit en|produit au|produit aux|assemblé en|assemblé au|assemblé aux|assemblée en|assemblée au|assemblée aux",
    },
    ru: {
      gives:
        "выиграл тендер|выиграла тендер|получила контракт|получил контракт|продал|продала|продали|поставил|поставила|поставили|установил|установила|установили|экспортировал|экспортировали|передал|передала|подарил|построил|построила|поставит|установит|работают в|продаёт|продает|поставляет|поставляют|устанавливает|устанавливают|экспортирует|передаёт|передает|дарит|строит|оснастил|оснащает|внедряет|внедрил|внедрила|поставят|передали|подарила|подарили|построили|строят|продают|продаст|предоставил|предоставила|предоставили|предоставит|предоставляет|безвозмездно передал|безвозмездно передала|экспортировала|внедрили|внедрит|смонтировал|смонтировала|оборудовал|оборудовала|оснастила|оснастили|развернул|развернула|развернули|финансирует|профинансировал|построит|поставляла|поставлял|установят|смонтированных|смонтированы|установленных|построенных|поставленных|заработали|заработала|заработал|запустил|запустила|запустили|ввели в эксплуатацию|появились|подарит|передаст|передадут|разместил|разместила|разместили|продавать|поставлять|устанавливать|экспортировать",
      takes:
        "поручил|поручила|поручили|доверил|доверила|купил|купила|купили|закупил|закупила|закупили|приобрёл|приобрела|использует|используют|импортировал|покупает|покупают|закупает|закупают|получил|получила|получает|установленные|поставленные|купивших|купившие|закупивших|закупившие|приобретших|приобретшие|приобрётших|закупку|закупка|закупки|покупку|покупка|приобретение|заказ|заказал|заказала|заказали|купит|закупит|приобретет|приобретают|приобрели|использовал|использовала|использовали|применяет|применяют|взял в аренду|импортирует|получили|тестирует|тестируют|испытывает|испытывают|испытал|опробовал|получит|получат|получают|принял на вооружение|приняла на вооружение|внедряет у себя|арендует|закупят|купят|эксплуатирует|эксплуатируют|вводит в строй|принял в эксплуатацию|ввела в эксплуатацию",
      tells: "",
      nouns: "поставщик|контракт|продажа|экспорт|поставки",
      owns: "установил|установила|установили|построил|построила|установит|заработали|заработала|заработал|запустил|запустила|запустили|ввели в эксплуатацию|появились|разместил|разместила|разместили|смонтировал|развернул|развернула|устанавливает|устанавливают|установят",
      sells:
        "продал|продала|продали|продаёт|продает|продают|продаст|купил|купила|купили|закупил|закупила|закупили|покупает|покупают|закупает|закупают|приобрёл|приобрела|приобрели|приобретает|закупку|закупка|закупки|покупку|покупка|приобретение|заказ|заказал|заказала|заказали|купит|закупит",
      passives:
        "использовалась|использовался|использовалось|использовались|применялась|применялся|применялись|используется|обнаружен|выявлен|разработан|продан|поставлен|установлен|передан|подарен|построен|экспортирован|смонтирован|развернут|развёрнут|внедрен|внедрён|закуплен|приобретен|приобретён|оснащен|оснащён|оборудован|профинансирован|предоставлен|размещен|размещён|запущен",
      buyers: "клиент|покупатель|заказчик|пользователь",
      lists:
        "есть|был|были|является|являются|входит|входят|значится|значатся|числится|числятся|оказались|включает|-|–|—|:",
      by: "от|у|с|со",
      to: "в|во|для|на|с|со",
      made: "производства|произведенных в|произведенные в|произведённых в|произведённые в|сделанных в|сделанные в|изготовленных в|изготовленные в",
    },
    pt: {
      passives: pt.passive(
        "detectar|detetar|encontrar|utilizar|usar|desenvolver|fornecer|instalar|exportar|entregar|vender|montar|implantar|financiar|doar|ceder|oferecer|disponibilizar|equipar|construir|transferir",
      ),
      gives: `venceu a licitação|ganhou a licitação|ganhou o contrato|vendeu|venderam|forneceu|forneceram|instalou|instalaram|exportou|exportaram|doou|doaram|entregou|entregaram|construiu|fornecerá|instalará|opera em|operam em|funcionam em|vende|vendem|fornece|fornecem|instala|instalam|exporta|doa|doam|entrega|constrói|equipa|vai instalar|financia|financiou|venderá|doará|entregará|construirá|exportará|ofereceu|ofereceram|oferece|cedeu|equipou|dotou|implantou|implementou|financiaram|ofertou|implantará|montou|transferiu|disponibilizou|instalarão|fornecerão|doarão|venderão|entregarão|equipará|financiará|disponibiliza|disponibilizaram|colocou|colocaram|monta|montaram|${pt.active("fornecer|instalar|exportar|entregar|vender|montar|implantar|implementar|financiar|equipar|doar|disponibilizar|colocar|oferecer|ceder|transferir")}`,
      takes: `espionou com|espionaram com|confiou à|confiou a|confiaram à|entregou à|adjudicou à|fornecido pela|fornecida por|fornecida pela|fornecidas por|fornecidas pela|fornecidos por|fornecidos pela|fabricado pela|instalado pela|instalada por|instalada pela|instaladas por|instaladas pela|construído por|construído pela|construída por|construída pela|vendido por|vendido pela|doado pela|doadas pela|comprou|compraram|adquiriu|adquiriram|importou|usa|usam|utiliza|utilizam|fornecido por|fabricado por|instalado por|compra|compram|adquire|importa|recebe|recebeu|doado por|doadas por|a compra de|compra de|a aquisição de|aquisição de|contratou|contrataram|encomendou|encomendaram|a encomenda de|encomenda de|comprará|adquirirá|importaram|receberam|emprega|utilizou|usou|usaram|obteve|alugou|foi equipado com|foi equipada com|recebem|receberá|receberão|vai receber|vão receber|recebeu da|testa|testam|testou|testaram|passou a usar|passou a utilizar|adota|adotou|adotaram|dispõe de|conta com|estreia|estreou|vai comprar|vai adquirir|acaba de receber|aluga|experimenta|${pt.active("comprar|adquirir|encomendar|importar|testar|adotar|alugar|utilizar|empregar|contratar")}|gastou com|gastou em|recorre a|recorreu a|optou por|escolheu`,
      tells: "",
      nouns: "fornecedor|contrato|venda|exportação|exportações",
      owns: "instalou|instalaram|instalará|construiu|colocou|colocaram|instala|instalam|instalarão|implantou|implantaram|implantará|monta|montou",
      sells:
        "vendeu|venderam|vende|vendem|venderá|comprou|compraram|compra|compram|adquiriu|adquiriram|adquire|a compra de|compra de|a aquisição de|aquisição de|contratou|contrataram|encomendou|encomendaram|a encomenda de|encomenda de|comprará|adquirirá",
      buyers: "cliente|comprador|usuário|utilizador",
      lists: "figura|figuram|está|estão|é|são|eram|inclui|incluem|conta|constam|encontra-se|:",
      by: "por|pelo|pela|de|da|com",
      to: "a|ao|à|às|aos|em|no|na|para|com",
      made: "fabricado|fabricados|construído|de fabricação|de fabrico|de produção|fabricado em|fabricado na|fabricado no|fabricado nos|produzido em|produzido na|produzido no|produzido nos|feito em|feito na|feito no|feito nos",
    },
    ar: {
      gives:
        "فازت بعقد|فازت بمناقصة|فازت بصفقة|باعت|باع|تبيع|وردت|ورد|تورد|زودت|زود|تزود|ركبت|ركب|تركب|نصبت|نصب|سلمت|سلم|صدرت|صدر|تبرعت|تبرع|أهدت|قدمت|قدم|وفرت|بنت|بنى|شيدت|شيد|أنشأت|أنشأ|جهزت|أضافت|تعمل في|ستورد|ستركب|ستزود|ستسلم|ستبني|وهبت|منحت|أهدى|تبني|ستقدم|ستبيع|ستهدي|نشرت|نشر|تزويد|لتزويد|شحنت|أرسلت|بيع|تصدير|مولت|نصبوا|باعوا|سيزود|سيورد|سيركب|يورد|يزود|يبيع|يركب|ينصب|تنصب|دشنت|دشن|شغلت|أرسل|سيسلم|تسلم إلى|أهدت إلى|ركبوا|وزعت",
      takes:
        "كلفت|كلف|أوكلت إلى|عهدت إلى|أسندت إلى|اشترت|اشترى|اشتروا|تشتري|تستخدم|يستخدم|استخدمت|استوردت|استورد|حصلت على|حصل على|تسلمت|تسلم|اقتنت|اقتنى|تعاقدت على|شراء|اقتناء|استيراد|طلبت|طلب|ستشتري|سيشتري|استأجرت|استخدم|تلقت|استلمت|استلم|تعاقد مع|تعاقدت مع|تعاقد|تعاقدت|يتعاقد|استقبلت|استقبل|ستتسلم|تتسلم|يتسلم|تستلم|اختبرت|تختبر|يختبر|تجرب|حصلت|ستحصل على|تلقى|يشتري|تستورد|تستأجر",
      tells: "",
      nouns: "مورد|عقد|صفقة|صادرات|توريد|بيع|شحنة",
      owns: "شيدت|شيد|أنشأ|ركبت|ركب|نصبت|نصب|ستركب|أنشأت|بنت|دشنت|دشن|شغلت|تركب|تنصب|يركب|ينصب",
      sells:
        "باعت|باع|تبيع|باعوا|ستبيع|بيع|اشترت|اشترى|اشتروا|تشتري|شراء|اقتنت|اقتنى|اقتناء|تعاقدت على|طلبت|طلب|ستشتري|سيشتري|تعاقد مع|تعاقدت مع|تعاقد|تعاقدت|يشتري",
      passives:
        "رصد|تم رصد|اكتشف|تم اكتشاف|تم استخدام|جرى استخدام|تم تطوير|تم بيع|جرى بيع|بيعت|تم تزويد|جرى تزويد|تم تسليم|جرى تسليم|تم تركيب|جرى تركيب|تم توريد|تم نشر|جرى نشر|تم تصدير|تم تقديم|تم إهداء|تم تجهيز|جرى تجهيز|تم تمويل",
      buyers: "عميل|عملاء|زبون|زبائن|مشتري|مشترين|مستخدمي",
      lists: "تشمل|يشمل|تضم|يضم|كانت|كان|هي|هم|:|من بين|بين|ضمن",
      by: "من|مع",
      to: "إلى|في|على|ل|لصالح|مع",
      made: "صنع|صناعة|مصنوعة|مصنوعة في|مصنعة في|المصنوعة في|المصنعة في|صنعت في",
    },
    zh: {
      gives:
        "开发|研发|出售|售出|出售了|供应|供应了|出口|安装|安装了|捐赠|交付|建设|承建|提供|提供了|销售|运行|赠送|援助|赠予|捐建|部署|升级|运营|铺设|卖给|卖给了|售予|出售给|提供给|交付给|捐给|捐赠给|赠送给|赠与|供给|卖出|销往|出口到|移交|移交给|搭建|架设|安设|布设|将建设|援建|运抵|中标|部署了|建成|建成了|交付了|捐赠了|赠送了|转让|承建了|负责建设|负责承建|兴建|供货|将提供|将供应|将安装|将交付|将捐赠|供应给|配备|装设|加装|铺设了",
      takes:
        "委托|交由|交给|购买|采购|进口|使用|引进|采用|采购了|购买了|使用了|部署了|装备|购置|订购|订购了|购入|采购自|进口了|引进了|采购合同|购买合同|接收|获得|收到|获赠|添置|租用|买下|购得|测试|试用|试点|接收了|收到了|将采购|将购买|将获得|将接收|启用了|引入|引入了|装备了|租用了|换装",
      tells: "",
      nouns: "供应商|合同|出口",
      owns: "安装|安装了|建设|运行|部署|部署了|安设|布设|架设|建成|运营|升级|启用|启用了|上线|装设|加装|配备|建成了|铺设",
      sells:
        "出售|售出|出售了|销售|卖给|卖给了|售予|出售给|卖出|中标|购买|采购|采购了|购买了|购置|订购|订购了|购入|采购自|采购合同|购买合同|买下|购得",
      buyers: "客户|买家|买主|用户",
      lists: "包括|有|是|为|之一|涵盖|:",
      by: "由|从|的|向|与|和|同",
      to: "向|在|为|给|到|对|与|和|同",
      made: "制造|生产|产",
    },
  },
};
