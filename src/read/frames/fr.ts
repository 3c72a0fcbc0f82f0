import { noSmallWords } from "./small-words.ts";
import { stemRomance } from "./stem.ts";
import type { LanguageFrames } from "./types.ts";

export const fr: LanguageFrames = {
  language: "fr",
  stem: stemRomance,
  clauseOpeners:
    "et|ou|où|quand|avec|car|ce qui|selon|bien que|quoique|même si|encore que|alors même que|provoquant",
  strongOpeners: "tandis que|alors que|mais|parce que|dont|lequel|par exemple",
  because: "parce que|à cause de|grâce à|en raison de|à la suite de|car",
  after: "après|à la suite de|dans le sillage de",
  therefore: "donc|c'est pourquoi|ce qui a conduit à|provoquant|a déclenché",
  aligned: "dans le cadre de|conformément à|fait partie de|s'inscrit dans",
  causes:
    "augmente|augmentent|accroît|accroissent|réduit|réduisent|aggrave|améliore|renforce|affaiblit|conduit à",
  superlatives: "leader|plus grand|plus grande|le seul|la seule|premier|première|meilleur|inégalé|numéro un",
  comparisons: "similaire|similaires|contrairement à|par rapport à|comme",
  apart:
    "contrairement à|à la différence de|à l'inverse de|plutôt que|au lieu de|outre|plus que|moins que|davantage que|autant que|de plus que|fois plus que|par rapport à|à côté de",
  opinions:
    "inquiétant|inquiétante|inquiétants|inquiétantes|alarmant|alarmante|malheureusement|heureusement|hélas|étonnant|étonnante|intéressant|intéressante|devrait|devraient|devrions|il faut|il faudrait|à mon avis|à notre avis|selon moi|je crois|je pense|je crains|nous croyons|nous pensons|sans doute|bien sûr|évidemment|franchement|au fond|semble|semblent|c'est une honte|honteux|honteuse|inacceptable|inacceptables|dangereux|dangereuse|dangereuses|absurde|ridicule|terrible|terribles|scandaleux|scandaleuse|révoltant|révoltante|excellent|excellente|brillant|brillante|admirable|magnifique|désastreux|désastreuse|triste|ironique|hypocrite|hypocrisie|une erreur|un échec|un succès|un cauchemar|mauvaise idée|bonne idée",
  modals: "pourrait|pourraient|devrait|il est probable|on s'attend|prévoit",
  able: "peut|peuvent|peut être|capable de|capables de|permet|permettent|aide|aident|conçu pour|conçus pour|sert à|servent à",
  praise:
    "leader|confiance|meilleur|primé|fiable|excellence|qualité|numéro un|préféré|préférée|favori|favorite|recommandé|plébiscité|plébiscitée|incontesté|clients satisfaits|au meilleur prix|imbattable|les plus belles|adopté par|meilleures",
  sellers:
    "fournisseur|fabricant|vendeur|magasin|distributeur|marque|solutions|produits|clients|spécialiste|location",
  studies:
    "recherche|recherches|étude|études|analyse|rapport|enquête|chercheurs|sondage|données|universitaires",
  findings:
    "montre|montrent|a montré|ont montré|révèle|révèlent|a révélé|ont révélé|conclut|concluent|indique|indiquent|estime|estiment|constate|constatent|a compté|ont compté|dénombre|dénombrent|a dénombré|ont dénombré|recense|recensent|a recensé|ont recensé|a trouvé|ont trouvé|a documenté|ont documenté|documente",
  speakers:
    "experts|expert|analystes|analyste|critiques|responsables|militants|porte-parole|ministre|ministère|gouvernement|police|président",
  says: "dit|a dit|disent|affirme|affirment|a affirmé|déclare|a déclaré|assure|soutient|avertit|ajoute|a ajouté|annonce|a annoncé|explique|a expliqué|nie",
  calls: "appelle|appellent|qualifie de|qualifient de|nomme|décrit comme",
  accordingTo: "selon|d'après|aux dires de",
  retold: "cité par|citée par|a déclaré à|a dit à|a confié à|dans un entretien avec|dans un entretien à",
  sourced:
    "citant|en citant|sur la base des données de|données recueillies par|chiffres compilés par|recueillies par|compilés par|publié par|publiée par|recensés par",
  figures: "chiffre|chiffres|donnée|données|nombre|total",
  publishes: "publié|publia|diffusé|compilé|calculé",
  acts: "initiative|loi|accord|pacte|traité|déclaration|mémorandum|règlement|forum|sommet|plan|convention",
  actNounFirst: true,
  nameJoiners: "de|du|des|la|le|les|pour|et|sur|en|d|l",
  happenings: "manifestations|émeutes|putsch|élections|guerre|coupure|soulèvement|attentat",
  happens:
    "sont morts|est mort|a tué|a été arrêté|ont été arrêtés|a été interpellé|ont arrêté|s'est effondré|a bloqué|a été espionné|a échoué",
  rose: "est passé|sont passés|a augmenté|ont augmenté|a grimpé|a bondi|a doublé|a triplé|passant|est passée",
  fell: "a baissé|a chuté|a diminué|a reculé|est tombé",
  fromWord: "de|d",
  toWord: "à",
  annual: "tous les ans|annuellement|annuel|annuels|annuelle|par an|chaque année",
  now: "maintenant|actuellement|aujourd'hui|à présent|encore",
  negation: "ne|n|pas|jamais|aucun|aucune|nie|rien|aucunement|nullement",
  falseNegation:
    "n'a plus que|n'ont plus que|ne pas seulement|non seulement|pas seulement|pas moins de|ne pas plus de|pas plus de|rien de moins que|personne d'autre|personne d’autre|n'est pas un hasard|n’est pas un hasard|n'est pas un secret|n’est pas un secret|n'est pas le seul|n’est pas le seul|n'est pas la seule|n’est pas la seule|ne sont pas les seuls|pas seulement|non sans|sans nul doute|nul doute|rien que|rien de nouveau|pour rien|rien d'autre que|presque rien|pas tous|pas toutes|pas toujours|pas forcément|pas la première fois|pas le premier|pas la première|pas nécessairement|pas uniquement|pas exclusivement",
  undenied: "doute|doutent|nie|nié|caché|cache|conteste|contesté|surprenant|étonnant|exclu|exclut|oublié",
  falseThat:
    "nie avoir|nient avoir|a nié avoir|ont nié avoir|dément avoir|démentent avoir|a démenti avoir|a nié que|ont nié que|nie que|nient que|a démenti que|dément que|il est faux que|est faux que|faux que|il est inexact que|c'est un mensonge que|c'est un mythe que|faux de dire que|faux d'affirmer que",
  reportThat:
    "informations selon lesquelles|information selon laquelle|affirmation selon laquelle|affirmations selon lesquelles|rumeur selon laquelle|rumeurs selon lesquelles|accusation selon laquelle|accusations selon lesquelles|allégations selon lesquelles|thèse selon laquelle|idée selon laquelle|idée que",
  isFalse:
    "est fausse|sont fausses|était fausse|étaient fausses|est faux|sont faux|est infondée|sont infondées|étaient infondées|est sans fondement|sont sans fondement|est un mythe|est un mensonge|sont mensongères|a été démentie|ont été démenties|s'est révélée fausse|se sont révélées fausses",
  averts:
    "faillit|a failli|ont failli|avait failli|avaient failli|presque|a manqué de|loin de|loin d'avoir|à deux doigts de",
  unclear:
    "on ignore si|on ne sait pas si|ne sait pas si|pas clair si|pas établi si|reste à savoir si|reste à voir si|difficile de dire si|incertain si|on ignore combien|dit si|confirmé si|demandé si|demande si|demandent si|savoir si|préciser si|précisé si|pas confirmé que|pas été confirmé que|pas prouvé que",
  plansTo: "projet de|plan de|offre de|proposition de|tentative de|promesse de",
  cameToNothing:
    "a échoué|ont échoué|échoua|a été rejetée|a été rejeté|a été abandonné|a été abandonnée|a été annulé|n'a pas abouti|n'a rien donné|est tombé à l'eau|est restée lettre morte",
  halts: "a cessé de|ont cessé de|cesse de|cessa de|a arrêté de|ont arrêté de|arrête de",
  prevents: "interdit à|interdit aux|a interdit|ont interdit|interdisent|a empêché|empêche|empêchent",
  supposing: "si|s'il|s'ils|s'elle|à moins que|en supposant que|au cas où|à supposer que",
  supposingFirst: "",
  unreal: "",
  only: "que|qu",
  contrasting: "tandis que|alors que|mais|contrairement à",
  conceding: "bien que|quoique|même si|encore que|alors même que",
  joining: "et|ou|mais",
  subordinating: "tandis que|alors que|où|bien que|quand",
  planned:
    "seront|sera|en prévoit|prévoit|va former|vont former|va installer|vont installer|installeront|prévoient|va fournir|vont fournir|fournira|installera|formera|formeront|envisage|a promis|compte former|comptent former|compte installer|comptent installer|compte fournir|comptent fournir|compte déployer|comptent déployer|compte acheter|comptent acheter|compte envoyer|comptent envoyer|compte doter|compte équiper|devrait|doit former",
  signed:
    "apposé leur signature|apposé sa signature|a signé|ont signé|signé|contrat|a conclu|ont conclu|a passé un contrat|a paraphé|ont paraphé|a ratifié|ont ratifié|ont scellé|a scellé|ont convenu|a convenu|se sont entendus|sont convenus|signent|signe|paraphent|ont passé un accord|ont passé un contrat|a confié|ont confié|a décroché|ont décroché|a emporté le contrat|a remporté le contrat|a attribué",
  brings:
    "a lancé|lance|lança|ont lancé|a proposé|propose|a présenté|a mis en place|a fondé|a créé|a inauguré|a adopté|ont adopté|adopté|adoptée|a annoncé|a dévoilé",
  delivered:
    "a livré|a offert|a vendu|ont vendu|a fourni|ont fourni|a installé|ont installé|a exporté|a construit|a réceptionné|réceptionner|réceptionné|a reçu|ont reçu|reçoit|vient de recevoir|a remis|ont remis|ont livré|ont offert|a fait don|ont construit|a donné|vendu|fourni|livré|offert|installé|exporté|construit|donné|remis",
  operating:
    "fonctionne|fonctionnent|exploite|utilise|utilisent|en service|en fonctionnement|opérationnelles|opérationnel|opérationnels|est utilisé|sont utilisées|teste|testent|mis en service|mise en service|expérimente|tourne|est opérationnel|sont opérationnelles",
  cancelled:
    "a annulé|a suspendu|a abandonné|a résilié|annulé|annulée|suspendu|suspendue|abandonné|abandonnée|résilié|résiliée|a renoncé|ont renoncé|renonce à|ont annulé|ont suspendu|a interrompu|a rompu|annule|ont résilié",
  there: "là-bas|dans le pays|le pays",
  passive: "été|est|sont|sera|seront",
  subset: "dont|parmi lesquels|parmi eux|d'entre eux",
  others: "autres|supplémentaires|de plus",
  world: "dans le monde|à travers le monde|au niveau mondial|dans le monde entier",
  they: "cette entreprise|ces entreprises|l'entreprise|les deux entreprises|la société",
  numbered:
    "ils étaient|elles étaient|leur nombre|n'étaient que|en a|en ont|en avait|en avaient|en compte|en comptait|en comptent|en aura|en auront|en prévoit|en prévoient",
  ofThem: "d'entre eux|d'entre elles|d’entre eux|d’entre elles",
  pointing: "ce|cet|cette|ces|tel|telle",
  of: "de|des|du|d",
  binding: "de|la|les|des|du|le|en|et|à|a|d|l|au|aux|dans",
  ofFiller: "les|la|le|ce|que|appellent|chercheurs",
  prepositions: "à|au|aux|en|de|du|des|pour|par|dans|avec|vers|sur|sous|sans|entre|chez",
  locating: "en|dans|au|aux",
  agents: "par",
  makers: "de|du|des",
  pronouns: "il|elle|ils|elles|nous|on",
  indefinite: "un|une",
  articles: "la|le|les|l|'",
  listJoints: ",|et|ou|la|le|les|l|'|au|aux|en|à|ainsi|que",
  adjectives: "behind",
  bareNames: false,
  attached: "",
  verbFirst: false,
  verbs:
    "a|ont|avait|est|sont|était|étaient|fut|dit|disent|voit|voient|croit|soutient|utilise|utilisent|appartient|appartiennent|revient|reçu|qui|où|quand|depuis|après|et|mais|furent|sera|seront|restent|reste|avaient|eut|eurent|relèvent|relevaient|concernent|concernaient",
  stance: "en réalité|réellement|en fait|clairement|directement|aussi|même",
  determiners: "les|la|le|l|un|une|tous|toutes|ses|leurs|ces",
  what: "que|ce",
  that: "que",
  firms:
    "entreprise|entreprises|société|sociétés|fabricant|fabricants|fournisseur|géant|géants|technologie|équipements|systèmes|système|caméras|logiciel",
  state:
    "police|gouvernement|ministère|instructeurs|conseillers|autorités|académie|académies|formation|formations|stages|stage|cours|école|écoles|gendarmerie|gendarmes|armée|forces armées|soldats|militaires|forces de sécurité|forces de l'ordre|garde nationale|marine|garde-côtes|douanes|service de renseignement|services de renseignement|policiers|agents|officiers|élèves|ministère de l'intérieur|ambassade|coopérants|formateurs|experts|spécialistes|enquêteurs|inspecteurs|commissaires|gardes-frontières|garde-frontières|garde présidentielle|police nationale|gardes|magistrats|procureurs|cadets|recrues|douaniers|stagiaires",
  sourceHeads:
    "références|notes|notes et références|bibliographie|sources|notes de bas de page|pour aller plus loin|liens externes|voir aussi",
  commonNames:
    "pegasus|predator|target|nokia|siemens|area|graphite|papillon|gamma|kit|sfera|niagara|nice|axis|citadel|eagle|iam|pangea|vega|detective|spc|rpc|pf|oxygen",
  pointers: {
    articles: "le|la|l'|l’|les|ce|cet|cette|son|sa|ses|leur|leurs|ledit|ladite|du|au",
    several: "ces|lesdits",
    both: "deux",
    other: "",
    bare: false,
    countries: {
      one: "pays|nation|archipel|sultanat|émirat|royaume|île|état insulaire",
      many: "nations|archipels|îles",
    },
    qualified: "",
    governments: {
      one: "gouvernement|exécutif|police|ministère|armée|autorités|parlement|président|présidente|ministre|junte|gendarmerie",
      many: "gouvernements|ministères|armées|parlements|présidents|ministres",
    },
    firms: {
      one: "entreprise|société|compagnie|firme|fabricant|fournisseur|vendeur|consortium|groupe|géant|prestataire|éditeur|équipementier|constructeur",
      many: "entreprises|sociétés|compagnies|firmes|fabricants|fournisseurs|vendeurs|groupes|géants|prestataires|éditeurs|équipementiers|constructeurs",
    },
    towns: {
      one: "ville|capitale|commune|port|municipalité|métropole",
      many: "villes|capitales|communes|ports|municipalités|métropoles",
    },
    owner: "son|sa|ses",
    owners: "leur|leurs",
    former: "le premier|la première",
    latter: "",
    last: "ce dernier|cette dernière|celui-ci|celle-ci",
    ahead: "suivant|suivante|suivants|suivantes",
    relatives: "qui|lequel|laquelle",
    plural: "sont|étaient|furent|ont",
    it: "il|elle",
    objects: "",
    clitics: "le|la|les|l'|l’",
  },
  small: {
    ...noSmallWords,
    per: "pour|par",
    perHeads:
      "habitant|habitants|personne|personnes|résident|résidents|naissance|naissances|véhicule|véhicules|ménage|ménages",
    lacking: "sans",
    rivals: "rival|rivale|rivaux|concurrent|concurrente|concurrents|successeur",
    peopleAtLarge:
      "police|policier|policiers|policière|policières|agent|agents|officier|officiers|cadet|cadets|élève|élèves|force|forces|personnel|personnels|fonctionnaire|fonctionnaires|gendarme|gendarmes|membre|membres|cadre|cadres|chef|chefs|formateur|formateurs|unité|unités|enquêteur|enquêteurs|personne|personnes|stagiaire|stagiaires|centaines|dizaines|milliers|expert|experts|programme|programmes|cours|stage|stages|séminaire|séminaires|atelier|ateliers|formation|formations|entraînement|bourses|exercices|techniques|méthodes",
    partitives: "des|du|de|d",
    goodsAtLarge:
      "équipement|équipements|technologie|technologies|système|systèmes|outil|outils|logiciel|logiciels|programme|programmes|produit|produits|appareil|appareils|infrastructure|infrastructures|service|services|plateforme|plateformes|solution|solutions|projet|projets|réseau|réseaux|matériel|matériels|aide|appui|assistance|tout|partie|plus|centre|centres|biens|rien|seulement|uniquement|directement|aussi|également|surtout",
    opensWithin:
      "qui|que|qu|dont|lequel|laquelle|lesquels|lesquelles|où|quoique|parce|tandis|quand|lorsque|puisque|car",
    negatesObject: "rien|personne|aucun|aucune",
    thing: "projet|contrat|marché|réseau|thème|leçons",
    against: "contre",
    relatives: "dont",
    beforeName: "le|la|les|l|un|une|ce|cette|en|sous|par|avec|après|depuis|pendant",
    ofPlace: "de|du|en",
    listener: /\s+(?:à l['’]agence |à l['’](?=\p{Lu})|au (?:journal|quotidien) )(\S.*)$/u,
  },
  companyEndings: "sa|sarl|sas",
};
