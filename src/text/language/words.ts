/** The commonest small words, by which a sentence in Latin or Cyrillic letters mostly gives itself away. */
export const SMALL_WORDS: Readonly<Record<string, string>> = {
  en: "the of and to in is was for that on with as by are from at this have has were be it an not which their been its or they we you he she would will can about more than when who",
  es: "de la que el en y los del se las por un para con una su al lo como más pero sus le ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante fue es son ha han",
  fr: "de la le et les des en un du une que est pour qui dans sur au plus par ne pas avec ce il sont sa cette ses mais aux été ont comme nous on leur elle entre après être même ou d l qu n s a",
  pt: "de a o que e do da em um para é com não uma os no se na por mais as dos como mas foi ao ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso entre era são foram",
  de: "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur",
  it: "di che e la il un a per è in una sono mi ho ma lo ha le si ti i con cosa se io come da ci no questo qui del della dei nel nella gli alla non più anche dal delle al stato degli",
  nl: "de van het een en in is dat op te zijn met voor niet die aan er om ook als dan maar bij nog door naar heeft hij worden werd uit deze over tot kan wel was ze onder meer geen",
  tr: "ve bir bu için de da ile olarak çok daha olan gibi sonra kadar en ne var o ancak her ise değil ama diye büyük yeni göre ilk tarafından iki olduğunu olduğu",
  id: "yang dan di dari untuk dengan pada ini itu dalam tidak adalah akan ke oleh juga telah karena sebagai bisa ada mereka lebih para dapat tersebut atau saat seperti hingga sudah menjadi bahwa kami",
  hi: "है के में की का और से को पर हैं ने कि यह नहीं भी एक जो कर था लिए इस गया वह तो अपने या हो थे थी जा होने साथ",
  sv: "och i att det som en på är av för med den till inte de om ett han men var jag från vi så har kan hade när sig sin skulle",
  pl: "i w na z się do nie że to jest o jak po co od za przez dla są oraz tym był być jego",
  ru: "и в не на что с по он как к у но из за от это его все так было о же был бы для мы они она или если при также после до со году которые который быть более",
};

/**
 * Words that headlines and captions of this field are made of, where they are spelled so in that language alone: a line of
 * five words, half of them names, has no small words.
 */
export const FIELD_WORDS: Readonly<Record<string, string>> = {
  en: "has cameras camera buys bought sells sold supplies supplied equips signs signed deal contract receives received gives gave donates donated trains trained training officers officer countries country arrests arrested protesters spies spied watch watches says said uses used installs installed spyware sanctions bans banned loan cities companies company government",
  es: "tiene cámaras cámara compra compró vende vendió suministra suministró equipa firma firmó recibe recibió entrega entregó dona donó entrena entrenó forma formó formados agentes policías países país detiene detenidos manifestantes espía espió vigilan vigila dice dijo usan usa instala instaló reconocimiento prohíbe préstamo ciudad ciudades empresas empresa gobierno contrato policía ministerio millones suministrado suministrada suministrados",
  fr: "possède caméras caméra achète acheté vend vendu fournit fourni équipe signe signé reçoit reçu donne livre livré offre formé forme formés policiers agents pays arrête arrêtés manifestants espionne espionné surveillent utilisent utilise installe installé reconnaissance faciale interdit prêt ville villes entreprises entreprise gouvernement contrat ministère livrée livrés fournie fournis fournies aux",
  pt: "tem câmeras câmera câmaras comprou vendeu vende fornece forneceu equipa assina assinou recebe recebeu entrega entregou doa doou treina treinou treinados policiais polícias agentes países prende presos manifestantes espiona espionou vigiam diz disse usam instala instalou reconhecimento proíbe empréstimo cidade cidades empresas empresa governo contrato polícia ministério milhões fornecido fornecida fornecidos fornecidas pela pelo ao aos às",
  de: "kameras kamera kauft kaufte gekauft verkauft verkaufte liefert lieferte geliefert unterzeichnet erhält erhielt schenkt bildet ausgebildet polizisten beamte länder festgenommen demonstranten überwachen sagt sagte nutzt nutzen gesichtserkennung verbietet kredit stadt städte firmen firma regierung vertrag",
  it: "telecamere telecamera acquista acquistato vende venduto fornisce fornito firmato riceve ricevuto addestra addestrato addestrati agenti poliziotti paesi arresta arrestati manifestanti sorvegliano dice usano installa riconoscimento vieta prestito città aziende azienda governo contratto",
  nl: "camera's koopt kocht verkoopt verkocht levert leverde tekent ontvangt traint getraind agenten landen arresteert demonstranten zegt gebruiken gezichtsherkenning verbiedt lening stad steden bedrijven bedrijf regering contract",
  tr: "kamera kamerası kameraları aldı sattı satıyor verdi imzaladı eğitti eğitiyor polis polisler ülke ülkede gözaltına kullanıyor tanıma yasakladı kredi şehir şirket şirketi hükümet sözleşme",
  id: "kamera membeli menjual memasok menandatangani menerima melatih dilatih polisi petugas negara menangkap demonstran menggunakan wajah melarang pinjaman kota perusahaan pemerintah kontrak",
};
