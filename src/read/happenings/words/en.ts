import type { HappeningWords } from "./types.ts";

export const en: HappeningWords = {
  outside:
    "the|a|an|this|that|these|those|some|several|many|few|both|all|any|each|every|another|other|others|more|less|least|most|no|not|only|also|even|such|same|own|about|some|approximately|nearly|almost|around|over|under|above|below|against|near|between|among|after|before|during|since|until|inside|outside|into|onto|toward|towards|upon|within|without|because|while|when|where|who|whom|whose|which|what|how|why|if|whether|as|at|by|for|from|in|of|off|on|out|to|up|down|with|and|or|but|nor|so|then|than|there|here|he|she|it|they|we|you|i|him|her|them|us|me|his|its|their|our|your|my|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty|fifty|hundred|thousand|dozen|dozens|hundreds|thousands|first|second|third|last|next|is|are|was|were|be|been|being|am|has|have|had|having|do|does|did|will|would|can|could|may|might|must|should|shall|ought|said|says|say|told|added|reported|stated|noted|according|allegedly|reportedly|apparently|probably|possibly|presumably|today|yesterday|tonight|tomorrow|night|morning|afternoon|evening|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|per|via|like|including|killed|went|came|left|took|made|gave|fled|hit|set|shot|blew|threw|put|saw|found|held|fought|broke|got|struck|just|still|already|now|later|again|once|too|very|well|however|meanwhile|therefore|thus|ago|early|late|through|throughout|across|along|behind|beside|besides|beyond|despite|except|amid|amidst|versus|who's|it's|alleged|presumed|suspected|supposed|unspecified|called|known|following|belonging|located|involving|causing|carrying|using|wearing|apparently|least|whole|entire|various|numerous|certain|certainly|identified|believed|thought|accused|responsible",
  participles: /(?:ed|ing)$/u,
  compounds: true,
  modifiers:
    "armed|unidentified|hooded|masked|uniformed|retired|parked|abandoned|wounded|hired|paid|trained|drug-trafficking|trafficking|outlawed|self-proclaimed|so-called|building|bombing|shopping|landing|training|fishing|police|rented|stolen|moving|passing|leading|opposing|warring|exiled|displaced|homemade|sized",
  before: "all",
  behind: "none",
  parts:
    "member|members|group|groups|gang|gangs|band|bands|group of|column|columns|cell|cells|unit|units|commando|commandos|front|faction|factions|fighters|representatives|elements|wing|office|offices|headquarters|house|home|residence|building|facilities|school|branch|branches|stick|sticks|charge|charges|kg|kilograms|pounds|army|movement|union|alliance|forces|league|party|organization|organisation",
  of: "of",
  articles:
    "a|an|the|this|that|these|those|some|several|two|three|four|five|six|seven|eight|nine|ten|alleged|presumed|suspected|its|their|his|her|other|another|at|least|more|than",
  stops: "in front of|in charge of|in the face of|on the part of|in the hands of|by the end of",
  listed: "and|or|,",
  agents: "by",
  onto: "of|on|against|at|in|to|near|outside",
  by: "by|from",
  marked: "",
  verbs: /ed$/u,
  nouns: null,
  plural: /..[^sui]s$/u,
  passives: null,
  agentCase: null,
  suffers: "under",
  auxiliary: 3,
  inverted: false,
  definite: "the|this|that|these|those|such",
  further:
    "another|second|third|fourth|fifth|meanwhile|elsewhere|separately|also|likewise|simultaneously|besides|additionally|addition",
  blames:
    "claimed responsibility|claimed credit|claims responsibility|took responsibility|assumed responsibility|claiming responsibility|attributed to|attributed|blamed on|blamed|responsible for|accused|claimed the|perpetrated by|carried out by|committed by|staged by|the work of",
  infinitive: "to",
  unreal:
    "would have|could have|may be|might be|if|threatened to|threatened|threats|threat|threatens|thwarted|foiled|prevented|averted|plan|plans|planned|planning|to prevent|will be|could be|should|plot|attempting to avoid|fear|feared|risk of",
};
