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
    "leading|largest|biggest|most|the only|first|best|top|sets it apart|set apart|unrivalled|unmatched|world leader|number one|greatest|highest|lowest|fastest|least|no other|unique|uniquely|world's first",
  comparisons:
    "against|versus|similar|like|more than any|more than any other|unlike|compared with|compared to|than",
  opinions:
    "we're|you're|let's|scary|interesting|genius|hardly|arguably|sadly|worrying|alarming|frankly|remarkable|surprisingly|unfortunately|impressive|troubling|clever|basically|it's like|it is like|here's the thing|the real|attractive|the question|should|must|ought|good idea|bad idea|welcome to|in my view|we believe|I think|disturbing",
  modals:
    "might|may|could|will|would|is likely to|are likely to|is expected to|are expected to|is set to|plans to|forecast|predicts|projected",
  praise:
    "leading|trusted|top|best|premier|award-winning|reliable|excellence|world-class|durability|quality|number one|top-rated|go-to|cutting-edge|high-performance|best-in-class|industry-leading|proven|state-of-the-art",
  sellers:
    "supplier|provider|manufacturer|seller|vendor|retailer|store|shop|distributor|dealer|brand|partner|solutions|products",
  studies:
    "research|study|studies|analysis|report|survey|poll|paper|data|dataset|scholars|researchers|academics|investigation|review|scientists|think tank",
  findings:
    "shows|show|showed|shown|finds|find|found|suggests|suggest|suggested|indicates|indicate|reveals|revealed|concludes|concluded|estimates|estimated|documents|documented|counts|counted",
  speakers:
    "experts|expert|analysts|analyst|critics|officials|observers|activists|researchers|campaigners|diplomats|sources|spokesman|spokeswoman|spokesperson|minister|ministry|president|police|company|government|embassy",
  says: "said|says|say|told|told reporters|argued|argues|argue|warned|warns|warn|added|adds|claimed|claims|wrote|writes|announced|stated|insisted|noted|notes|explained|denied|denies|reported|reports",
  calls: "call|calls|called|dubbed|described as|describe as|terms|termed|known as|so-called",
  accordingTo: "according to|as reported by|in the words of|citing|quoted by",
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
    "not|no|never|none|nobody|neither|nor|cannot|denied|denies|doesn't|don't|didn't|isn't|aren't|wasn't|weren't|hasn't|haven't|won't|can't|couldn't|wouldn't",
  falseNegation: "not just|not only|not merely|no doubt|no less than|not least|no longer only",
  contrasting: "while|whereas|but|unlike",
  joining: "and|but|or|so|yet",
  subordinating: "while|whereas|where|although|though|when",
  planned:
    "plans to|plan to|planned|planning|will|would|intends to|is expected to|are expected to|expected to|to be trained|is to|are to|proposed|considering|considers|talking about|talks about|is due to|aims to|pledged to|pledged|promised|promises to|is set to|wants to|might|offered to",
  signed: "signed|signs|agreed|agrees|contract|contracted|concluded an agreement|inked",
  delivered:
    "delivered|handed over|donated|shipped|sold|supplied|installed|provided|gave|given|gifted|exported|built",
  operating:
    "operates|operate|operated|operating|is in use|are in use|in use|runs|run|running|uses|using|in operation|has installed",
  cancelled: "cancelled|canceled|scrapped|suspended|halted|abandoned|called off|pulled out|terminated",
  there: "there|in the country|the country",
  passive: "was|were|been|be|is|are|being",
  subset: "of them|of which|of whom|of these|of those",
  others: "other|others|more|another|additional|further",
  world:
    "worldwide|in the world|around the world|globally|across the world|across the globe|around the globe",
  they: "they|it|these firms|the firm|the firms|the company|the companies|the two companies|both firms|both companies|the vendor|the supplier|the pair",
  pointing: "this|these|such|those|the same",
  of: "of|among|in",
  ofFiller:
    "all|the|what|researchers|scholars|analysts|experts|call|so-called|its|world's|those|countries|states|classed|rated|as|known|surveyed",
  prepositions: "to|in|for|from|by|across|of|like|at|with|on|through|throughout",
  locating: "in|across|throughout|at",
  agents: "by",
  articles: "the|both|neighbouring|neighboring|several",
  listJoints: ",|and|or|the|as|well|both",
  adjectives: "before",
  bareNames: false,
  verbs:
    "has|have|had|is|are|was|were|be|been|still|now|say|says|said|view|views|see|sees|think|believe|support|supports|live|lives|use|uses|do|does|did|will|would|can|could|may|might|who|which|that|where|when|since|after|before|while|and|but",
  determiners: "the|all|its|their|his|her|these|those|this",
  what: "what",
  that: "that",
  firms:
    "firm|firms|company|companies|vendor|vendors|supplier|suppliers|manufacturer|manufacturers|giant|giants|maker|makers|contractor|contractors|exporter|exporters|technology|equipment|systems|system|tech|cameras|camera|infrastructure|software|products",
  state:
    "police|government|ministry|officers|trainers|instructors|advisers|state|authorities|embassy|college|colleges|academy|academies|training|trainings|courses|course|seminars|sessions|assistance|security|exports|help|programmes|programs|programme|program",
  commonNames:
    "eagle|predator|circles|area|citadel|graphite|sphere|detective|pegasus|nice|vega|gamma|paragon|verint|pangea|axis|niagara|sfera|macchina|detect|nexa|target|presight|detective|oxygen|datafusion|cerebro|semlex|papillon|spc|rpc|pf|da vinci|monitoring center|remote control system|golden shield|locosem|area|detective|trojan|nokia|siemens|sphere|fusus|sergek|iam|kit|special police college|policenet",
  companyEndings:
    "ag|spa|technologies|technology|corporation|group|systems|networks|solutions|international|ai|company|limited|ltd|inc|gmbh|co|corp|llc|concern|solution|communications|s.p.a",
};
