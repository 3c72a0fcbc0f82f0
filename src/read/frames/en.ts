import { noSmallWords } from "./small-words.ts";
import { stemEnglish } from "./stem.ts";
import type { LanguageFrames } from "./types.ts";

export const en: LanguageFrames = {
  language: "en",
  stem: stemEnglish,
  clauseOpeners:
    "where|when|with|since|as|so|and|or|making|leaving|causing|according to|offering|giving|allowing|including",
  strongOpeners:
    "while|whereas|but|yet|although|though|which|who|whose|because|simply because|just because|mainly because|partly because|largely because|that's because|for instance|for example|sparking|prompting|leading to",
  because:
    "because|because of|just because|mainly because|partly because|largely because|thanks to|due to|owing to|as a result of|caused by|driven by|on account of|simply because|that's because",
  after: "after|following|in the wake of|since the arrival of",
  therefore:
    "therefore|as a result|which led to|led to|leading to|sparking|sparked|prompting|prompted|so that|resulted in|triggered|causing",
  aligned:
    "aligns with|aligned with|in line with|is part of|as part of|follows from|under the banner of|in keeping with",
  causes:
    "increases|increase|increased|reduces|reduce|reduced|raises|raised|lowers|lowered|worsens|worsened|improves|improved|cuts|boosts|boosted|strengthens|weakens|makes countries|leads to|led to|results in|helps governments|empowers|enables|shifted toward|shifted towards",
  superlatives:
    "leading|largest|biggest|most|the only|first|best|top|finest|sets it apart|set apart|unrivalled|unmatched|world leader|number one|greatest|highest|lowest|fastest|least|no other|unique|uniquely|world's first",
  comparisons:
    "against|versus|similar|like|more than any|more than any other|unlike|compared with|compared to|than",
  apart:
    "unlike|in contrast to|in contrast with|as opposed to|rather than|instead of|just as|apart from|besides|other than|compared with|compared to|in comparison with|ahead of|behind only|than|as much as|as many as|as large as|as high as",
  opinions:
    "we're|we are|we've|we must|we should|we need to|we believe|we think|we know|we cannot|let's|let us|i think|i believe|i suspect|i fear|i doubt|in my view|in our view|in my opinion|to my mind|you're|you can|you might|if you ask me|make no mistake|mark my words|arguably|frankly|honestly|admittedly|obviously|of course|needless to say|basically|essentially|fundamentally|sadly|unfortunately|fortunately|luckily|happily|regrettably|surprisingly|unsurprisingly|ironically|paradoxically|curiously|oddly|strangely|tellingly|predictably|inevitably|inexplicably|laughably|shamefully|hardly|scarcely|barely credible|no doubt|without doubt|undoubtedly|surely|to be fair|to be sure|at best|at worst|in truth|the truth is|the fact is|the problem is|the point is|the question is|the question|the thing is|what matters|it's no secret|it is no secret|it's like|it is like|as if|as though|feels like|looks like|sounds like|seems|seem|seemed|appears to be|smacks of|amounts to|tantamount to|nothing short of|nothing less than a|a kind of|a sort of|should|must|ought|need to|needs to|had better|deserves|deserve|has to stop|have to stop|good|great|excellent|brilliant|genius|ingenious|clever|smart|wise|admirable|impressive|remarkable|extraordinary|outstanding|fantastic|wonderful|welcome|elegant|attractive|appealing|tempting|seductive|promising|courageous|bold|generous|successful|a success|triumph|masterstroke|good idea|great idea|bad|terrible|awful|dreadful|horrible|scary|frightening|terrifying|chilling|sinister|ominous|worrying|worrisome|alarming|troubling|disturbing|disquieting|unsettling|dangerous|reckless|foolish|stupid|absurd|ridiculous|laughable|naive|cynical|hypocritical|shameful|scandalous|outrageous|disgraceful|unacceptable|appalling|deplorable|disastrous|catastrophic|tragic|sad|dismal|grim|bleak|dubious|questionable|dystopian|orwellian|toxic|a disgrace|a failure|fiasco|debacle|nightmare|bad idea|folly|hypocrisy|betrayal|a mistake|interesting|fascinating|intriguing|surprising|astonishing|astounding|stunning|shocking|strange|odd|weird|bizarre|curious|ironic|telling|striking|crucial that|obvious|unthinkable|inevitable|overrated|underrated|hype|irony|paradox|perhaps|maybe|alas|i wonder|one wonders|one can only|it is time to|it's time to|high time|no place in|no place for|is never the answer|is not the answer|is no answer|is worth more than|is worth less than|a scandal|a disgrace|a masterpiece|a farce|a charade|a sham|a joke|a shame|a pity|a travesty|a disaster|beggars belief|defies belief|smells of|reeks of|a blessing|a curse|hard to believe|hard to see|hard to imagine|hard to win|hard to deny|easy to see|easy to forget|goes too far|too far|too high|too low|too late|too slow|too cheap|too much|too little|too easily|too easy|too often|nobody in their right mind|no one in their right mind|has a point|have a point|better off|worse off|the lesson|nobody knows|no one knows|nobody can say|no one can say|remains to be seen|time will tell|rightly|wrongly|thankfully|mercifully",
  modals:
    "might|may|could|will|would|is likely to|are likely to|is expected to|are expected to|is set to|plans to|forecast|predicts|projected",
  able: "can|could|cannot|can be|able to|allow|allows|enable|enables|let|lets|help|helps|easier for|possible for|capable of|designed to|built to|meant to|made to",
  praise:
    "leading|trusted|top|best|premier|award-winning|reliable|excellence|world-class|durability|quality|number one|top-rated|go-to|cutting-edge|high-performance|best-in-class|industry-leading|proven|state-of-the-art|market leader|most trusted|best-loved|finest|adored by|unrivalled|unmatched|loved by|beloved|favourite|favorite|recommended|number one choice|preferred|top choice|unbeatable|happy customers|satisfied customers|best-selling",
  sellers:
    "supplier|provider|manufacturer|seller|vendor|retailer|store|shop|distributor|dealer|brand|partner|solutions|products|choice|customers|market",
  studies:
    "research|study|studies|analysis|report|survey|poll|paper|data|dataset|scholars|researchers|academics|investigation|review|scientists|think tank|count|tally|census|ranking|audit|assessment|briefing|figures|statistics|estimates",
  findings:
    "shows|show|showed|shown|finds|find|found|suggests|suggest|suggested|indicates|indicate|reveals|revealed|concludes|concluded|estimates|estimated|documents|documented|counts|counted|recorded|records|tallied|tallies|logged|identified|identifies",
  speakers:
    "experts|expert|analysts|analyst|critics|officials|observers|activists|researchers|campaigners|diplomats|sources|spokesman|spokeswoman|spokesperson|minister|ministry|president|police|company|government|embassy",
  says: "said|says|say|told|told reporters|argued|argues|argue|warned|warns|warn|added|adds|claimed|claims|wrote|writes|announced|stated|insisted|noted|notes|explained|denied|denies|reported|reports|reckoned|reckons|calculated|calculates|estimated|estimates",
  calls: "call|calls|called|dubbed|described as|describe as|terms|termed|known as|so-called",
  accordingTo: "according to|as reported by|in the words of|citing|quoted by",
  retold:
    "quoted by|cited by|told|in an interview with|as told to|in a statement to|interviewed by|carried by",
  sourced:
    "citing|quoting|quoting figures of|quoting figures from|citing figures from|citing data from|based on data from|based on figures from|figures compiled by|figures collected by|data compiled by|data collected by|data gathered by|compiled by|collected by|counted by|tallied by|a count by|a tally by|a list kept by|published by|drawing on",
  figures: "figure|figures|number|numbers|count|tally|estimate|total|statistic|percentage",
  publishes: "published|compiled|collected|released|counted|put out|calculated|circulated",
  acts: "initiative|act|law|agreement|pact|treaty|accord|declaration|memorandum|memorandum of understanding|regulation|directive|forum|summit|dialogue|concept paper|code of conduct|plan|strategy|convention|deal|ban|programme|program",
  actNounFirst: false,
  nameJoiners: "of|on|for|and|the|in|to",
  happenings:
    "unrest|civil unrest|protest|protests|riot|riots|coup|election|war|insurgency|insurgencies|crackdown|shutdown|uprising|collapse|bombing|attack|earthquake|pandemic|ceasefire|massacre",
  happens:
    "collapsed|killed|arrested|detained|stopped|shut down|blocked|hacked|jailed|died|injured|deported|banned|sanctioned|fled|spied on|tracked|censored|leaked|failed|triggered",
  rose: "rose|risen|grown|rising|rise|rises|grew|growing|grow|grows|jumped|jumping|jump|jumps|climbed|climbing|increased|increasing|increase|soared|soaring|surged|surging|doubled|tripled|expanded|expanding|went up|going up|up",
  fell: "fallen|fell|falling|fall|falls|dropped|dropping|drop|drops|declined|declining|decline|decreased|decreasing|decrease|shrank|shrinking|plunged|plunging|halved|sank|slumped|went down|going down|down",
  fromWord: "from",
  toWord: "to",
  annual: "annual|annually|per year|a year|each year|every year|yearly|in a single year|annual number",
  now: "now|currently|today|at present|these days|nowadays|still|at the moment|to date",
  negation:
    "not|no|never|none|nobody|neither|nor|cannot|denied|denies|doesn't|don't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|can't|couldn't|wouldn't|nothing|nowhere|hadn't|hardly any|scarcely any|barely any|hardly ever|scarcely ever",
  falseNegation:
    "few would deny|few deny|few denied|few can deny|few could deny|who would deny|nobody would deny|no one would deny|not just|not only|not merely|no doubt|no less than|no fewer than|not fewer than|not less than|no more than|not more than|not least|no longer only|not to mention|not alone|not shy|not averse|not uncommon|not unusual|not unlike|not unknown|not idle|not been idle|not slow|no wonder|why not|with no|at no cost|at no charge|no secret|no surprise|no coincidence|no accident|no matter|no stranger|in no time|nothing less than|nothing short of|nothing but|nothing new|nothing if not|nothing more than|nothing to do with|nothing compared|nothing other than|next to nothing|for nothing|if nothing else|not all|not every|not everyone|not everything|not always|not entirely|not exclusively|not the only|not the first|not the last|not for the first time|not the first time|not necessarily|not solely",
  undenied:
    "doubt|doubts|doubted|deny|denies|denied|hide|hides|hid|hidden|conceal|conceals|concealed|dispute|disputes|disputed|question|questions|questioned|contest|contests|contested|surprise|surprises|surprising|surprised|rule out|ruled out|regret|regretted|forget|forgot|forgotten|unlikely",
  falseThat:
    "false that|untrue that|incorrect that|a lie that|a myth that|a hoax that|a fiction that|no truth in reports that",
  reportThat:
    "report that|reports that|claim that|claims that|allegation that|allegations that|rumour that|rumours that|rumor that|rumors that|story that|stories that|idea that|notion that|assertion that|assertions that|suggestion that|suggestions that|news that|belief that",
  isFalse:
    "is false|are false|was false|were false|is untrue|are untrue|was untrue|were untrue|is wrong|are wrong|was wrong|were wrong|is incorrect|are incorrect|was incorrect|were incorrect|is baseless|are baseless|was baseless|were baseless|is unfounded|are unfounded|was unfounded|were unfounded|is a myth|was a myth|is a hoax|was a hoax|is fabricated|are fabricated|was fabricated|were fabricated|is fake|are fake|was fake|were fake|proved false|proved wrong|proved untrue|proved unfounded|turned out to be false|turned out to be wrong|turned out to be untrue|has been debunked|have been debunked|was debunked|were debunked|has been refuted|have been refuted|was refuted|were refuted|has been disproved|have been disproved|was retracted|were retracted",
  averts:
    "hardly|scarcely|nearly|almost|all but|came close to|came near to|come close to|stopped short of|stops short of|stopping short of|fell short of|far from|far from having|far from being|a long way from",
  unclear:
    "unclear whether|unclear if|not clear whether|not clear if|unknown whether|unknown if|not known whether|not known if|uncertain whether|uncertain if|unsure whether|remains to be seen whether|remains to be seen if|open question whether|debatable whether|disputed whether|in doubt whether|unclear how many|not known how many|unknown how many|unclear how much|say whether|says whether|said whether|say if|know whether|knows whether|knew whether|confirm whether|determine whether|verify whether|establish whether|tell whether|ask whether|asks whether|asked whether|wonder whether|wondered whether|debate whether|question whether|doubt whether|investigate whether|investigating whether|asked if|wondered if|know if|say how many|know how many|not been confirmed that|not confirmed that|cannot be confirmed that|could not confirm that|not been proven that|not proven that|unproven that",
  plansTo:
    "plan to|plans to|offer to|offers to|bid to|bids to|proposal to|proposals to|attempt to|attempts to|effort to|efforts to|pledge to|pledges to|promise to|promises to",
  cameToNothing:
    "failed|was dropped|were dropped|was shelved|were shelved|fell through|collapsed|was rejected|were rejected|was turned down|were turned down|was scrapped|were scrapped|was abandoned|were abandoned|came to nothing|was called off|were called off|never materialised|never materialized|was refused|was vetoed|foundered",
  halts:
    "stopped|stops|stop|ceased|ceases|cease|quit|halted|halts|suspended|suspends|discontinued|gave up|refrained from|refrains from|abstained from|abstains from|barred from|banned from|prohibited from|blocked from|forbidden from|excluded from|precluded from|dissuaded from|kept from|prevented from|stopped from",
  prevents:
    "stop|stopped|stopping|prevent|prevented|prevents|preventing|ban|banned|bans|banning|bar|barred|bars|block|blocked|blocks|blocking|keep|kept|prohibit|prohibited|prohibits|forbid|forbade|discourage|discouraged|deter|deterred|dissuade|dissuaded",
  supposing: "if|even if|unless|assuming|assuming that|suppose|supposing|provided that|in the event that",
  supposingFirst: "had",
  unreal: "would have|would never have|wouldn't have|would not have|would've",
  only: "",
  contrasting: "while|whereas|but|unlike",
  conceding: "although|though|even though",
  joining: "and|but|or|so|yet",
  subordinating: "while|whereas|where|although|though|when",
  planned:
    "plans to|plan to|planned|planning|was to have|was to get|was to put|was to receive|were to have|were to get|were to receive|will|would|intends to|is expected to|are expected to|expected to|to be trained|is to|are to|proposed|considering|considers|talking about|talks about|is due to|aims to|pledged to|pledged|promised|promises to|is set to|wants to|might|offered to|offers to|is about to|are about to|was about to|were about to|is going to|are going to|threatened to|threatens to|vowed to|vows to",
  signed:
    "signed|signs|agreed|agrees|contract|contracted|concluded an agreement|inked|sealed|struck a deal|initialled|ratified|exchanged a memorandum|entered into|reached an agreement|reached a deal|clinched",
  brings:
    "launched|launches|has launched|proposed|proposes|unveiled|unveils|put forward|puts forward|introduced|founded|established|inaugurated|adopted|enacted|announced|announces|proclaimed|proclaims",
  delivered:
    "delivered|handed over|donated|shipped|sold|supplied|installed|provided|gave|given|gifted|exported|built|taking delivery|took delivery|takes delivery|received|arrived|has arrived|have arrived",
  operating:
    "operates|operate|operated|operating|is in use|are in use|in use|runs|run|running|uses|using|in operation|has installed|went live|goes live|switched on|up and running|is running|are running|tests|testing|trialling|in service|entered service",
  cancelled:
    "cancelled|canceled|scrapped|suspended|halted|abandoned|called off|pulled out|terminated|scraps|stopped selling|stops selling|stopped supplying|stopped exporting|ended sales|halted sales|no longer sells|withdrew from|dropped plans|pulled out of|revoked|annulled|come to an end|came to an end|comes to an end|lapsed|has lapsed",
  there: "there|in the country|the country",
  passive: "was|were|been|be|is|are|being",
  subset: "of them|of which|of whom|of these|of those",
  others: "other|others|more|another|additional|further",
  world:
    "anyone|anybody|worldwide|in the world|around the world|globally|across the world|across the globe|around the globe",
  they: "its clients|its customers|its buyers|their clients|their customers|the same company|the same firm|the same vendor|the same supplier|they|it|these firms|the firm|the firms|the company|the companies|the two companies|both firms|both companies|the vendor|the supplier|the pair",
  numbered:
    "they numbered|there were only|there were just|their number|it was|it had been|the figure was|the number was",
  ofThem: "of them|of those|of these",
  pointing: "this|these|such|those|the same",
  of: "of|among|in",
  binding: "of|the|a|an|in|at|to|for|from|by|with|and|or|that|were|was|is|are|be|been|have|has|had|its|this",
  ofFiller:
    "all|the|what|researchers|scholars|analysts|experts|call|so-called|its|world's|those|countries|states|classed|rated|as|known|surveyed",
  prepositions:
    "to|in|for|from|by|across|of|like|at|with|on|through|throughout|under|within|inside|outside|near|behind",
  locating: "in|across|throughout|at|on",
  agents: "by",
  makers: "from|of",
  pronouns: "he|she|it|they|we|i",
  indefinite: "a|an",
  articles: "the|both|neighbouring|neighboring|several",
  listJoints: ",|and|or|the|as|well|both",
  adjectives: "before",
  bareNames: false,
  attached: "",
  verbFirst: false,
  verbs:
    "has|have|had|is|are|was|were|be|been|whose|whom|among|within|against|still|now|say|says|said|view|views|see|sees|think|believe|support|supports|live|lives|use|uses|do|does|did|will|would|can|could|may|might|who|which|that|where|when|since|after|before|while|and|but",
  stance: "actually|really|in fact|indeed|clearly|directly|also|simply|even|in reality|reportedly|allegedly",
  determiners: "the|a|an|all|its|their|his|her|these|those|this",
  what: "what",
  that: "that",
  firms:
    "firm|firms|company|companies|vendor|vendors|supplier|suppliers|manufacturer|manufacturers|giant|giants|maker|makers|contractor|contractors|exporter|exporters|technology|equipment|systems|system|tech|cameras|camera|infrastructure|software|products",
  state:
    "counterparts|police|government|ministry|officers|trainers|instructors|advisers|state|authorities|embassy|college|colleges|academy|academies|training|trainings|courses|course|seminars|sessions|assistance|security|exports|help|programmes|programs|programme|program|gendarmerie|gendarmes|army|armed forces|soldiers|troops|security forces|navy|coast guard|border guard|border guards|customs|intelligence service|intelligence services|special forces|military|law enforcement|interior ministry|cadets|recruits|prosecutors|investigators|commanders|policemen|detectives|inspectors|specialists|marshals|rangers|coaches|mentors|constables|federal police|national police",
  sourceHeads:
    "references|notes|notes and references|bibliography|works cited|literature cited|reference list|sources|endnotes|footnotes|citations|further reading|external links|see also",
  commonNames:
    "eagle|predator|circles|area|citadel|graphite|sphere|detective|pegasus|nice|vega|gamma|paragon|verint|pangea|axis|niagara|sfera|macchina|detect|nexa|target|presight|detective|oxygen|datafusion|cerebro|semlex|papillon|spc|rpc|pf|da vinci|monitoring center|remote control system|golden shield|locosem|area|detective|trojan|nokia|siemens|sphere|fusus|sergek|iam|kit|special police college|policenet",
  pointers: {
    articles: "the|this|that|his|her|its|their|our",
    several: "these|those|both",
    both: "both|two",
    other: "that",
    bare: false,
    countries: {
      one: "country|nation|republic|kingdom|archipelago|sultanate|emirate|neighbour|neighbor|colony|island",
      many: "countries|nations|republics|kingdoms|archipelagos|sultanates|emirates|neighbours|neighbors|colonies|islands",
    },
    qualified: "state",
    governments: {
      one: "government|police|ministry|army|authority|parliament|president|minister|junta|gendarmerie",
      many: "governments|ministries|armies|authorities|parliaments|presidents|ministers|juntas",
    },
    firms: {
      one: "company|firm|vendor|supplier|manufacturer|maker|seller|consortium|group|giant|contractor|corporation",
      many: "companies|firms|vendors|suppliers|manufacturers|makers|sellers|groups|giants|contractors|corporations",
    },
    towns: {
      one: "city|capital|town|port|municipality",
      many: "cities|capitals|towns|ports|municipalities",
    },
    owner: "its",
    owners: "their",
    former: "the former",
    latter: "the latter",
    last: "",
    ahead: "following",
    relatives: "which|who",
    plural: "were|are|have",
    it: "it",
    objects: "it|them",
    clitics: "",
  },
  small: {
    ...noSmallWords,
    per: "per|every",
    describing: "ed|ing",
    perHeads:
      "inhabitant|inhabitants|person|people|resident|residents|population|citizen|citizens|adult|adults|birth|births|vehicle|vehicles|household|households",
    keepsFrom: "from",
    lacking: "without",
    rivals:
      "rival|rivals|competitor|competitors|peer|peers|neighbour|neighbor|neighbours|neighbors|counterpart|counterparts|ally|allies|successor|predecessor",
    peopleAtLarge:
      "police|officer|officers|policeman|policemen|policewoman|policewomen|cadet|cadets|recruit|recruits|official|officials|force|forces|personnel|staff|agent|agents|people|person|persons|student|students|trainee|trainees|participant|participants|delegate|delegates|member|members|man|men|woman|women|commander|commanders|chief|chiefs|investigator|investigators|detective|detectives|instructor|instructors|trainer|trainers|unit|units|squad|squads|commando|commandos|enforcement|security|guard|guards|constable|constables|inspector|inspectors|leader|leaders|ministry|service|services|department|departments|counterpart|counterparts|colleague|colleagues|them|himself|others|hundreds|dozens|thousands|scores|nationals|citizens|group|groups|team|teams|employee|employees|expert|experts|professionals|executives|bureaucrats|public|civil|servants|program|programs|programme|programmes|course|courses|seminar|seminars|workshop|workshops|training|trainings|exchange|exchanges|academy|academies|lesson|lessons|exercise|exercises|drill|drills|scholarship|scholarships|conference|conferences|class|classes|session|sessions|education|instruction|skills|techniques|methods|tactics",
    goodsAtLarge:
      "equipment|technology|technologies|tech|system|systems|gear|tool|tools|toolkit|hardware|software|goods|product|products|device|devices|kit|kits|infrastructure|service|services|platform|platforms|solution|solutions|project|projects|network|networks|it|them|this|that|these|those|more|most|much|many|some|all|one|ones|part|parts|material|materials|help|support|aid|assistance|expertise|training|contract|contracts|deal|deals|anything|something|nothing|things|stuff|machine|machines|centre|centres|center|centers|units|unit|items|its|only|exclusively|solely|directly|mainly|mostly|also|again|abroad|worldwide|widely|back|out|up|well|first|together|heavily|quietly",
    opensWithin:
      "that|which|who|whose|whom|where|because|although|though|while|when|until|whether|how|why|what|so",
    negatesObject: "no|nothing|none|nobody|nowhere|neither|hardly|scarcely|barely",
    thing:
      "project|deal|order|purchase|scheme|network|contract|topic|subject|classes|lessons|workshop|seminar",
    against: "against",
    didSo: "did so|did it|did likewise|did the|followed suit",
    relatives: "whose|which|who|that",
    inserting: "which|who|whose|whom|where|when",
    openSaid: "that|what|who|when|where|since|after|before|while",
    beforeName: "the|a|an|this|that|its|in|under|for|at|on|by|with|after|since|during",
    somePeople: "the|some|several|many",
    ofPlace: "in|of|at|from",
    openRole: "a|an|the",
    endRole: "there|got|who|in|on|over|after|during|for",
    dutyBound:
      "member|members|recipient|recipients|partner|partners|participant|participants|signatories|applicant|applicants|officers|trainees|students|graduates|states|countries|governments|ministries|companies|firms|vendors|suppliers|clients|buyers|police",
    expected: "is expected to|are expected to|was expected to|were expected to",
  },
  companyEndings:
    "ag|spa|technologies|technology|corporation|group|systems|networks|solutions|international|ai|company|limited|ltd|inc|gmbh|co|corp|llc|concern|solution|communications|s.p.a",
};
