/**
 * Phrases by which a sentence says more than its numbers, dates and names, for whoever holds it against evidence. A star stands for any
 * ending (`единственн*`), brackets for letters or words that may be missing (`college(s)`).
 */
export interface IdiomWords {
  /** Goes on, or stands for what was told last. */
  readonly still?: string;
  /** Taking back or ending what was done ("lifted", "cancelled"); forbidding, which is done by ending too ("banned"). */
  readonly undoes?: string;
  readonly forbids?: string;
  /** Putting up a system that was agreed before ("installed", "went live"). */
  readonly putUp?: string;
  readonly didSo?: string;
  /** Verbs of being and counting, and the small words that may stand around them in a sentence that only goes on with a number. */
  readonly counting?: string;
  readonly small?: string;
  /** Promised or planned; wanted. */
  readonly pledged?: string;
  readonly wanted?: string;
  /** Plural nouns for those who supply; a firm before its name. */
  readonly suppliers?: string;
  readonly firm?: string;
  /** A seller or operator without its name, the article before it, and what may stand behind it. */
  readonly party?: string;
  readonly article?: string;
  readonly relative?: string;
  /** Offices and other words that speak for a state; authors that name nobody. */
  readonly officials?: string;
  readonly unnamed?: string;
  /** What a country has one of. */
  readonly national?: string;
  /** Bodies that teach or lead, and the determiners that point back to one. */
  readonly college?: string;
  readonly academy?: string;
  readonly university?: string;
  readonly school?: string;
  readonly institute?: string;
  readonly centre?: string;
  readonly mission?: string;
  readonly theBody?: string;
  /** "The one", and what joins it to its place. */
  readonly theOne?: string;
  readonly inPlace?: string;
  /** Of those just counted; before a whole, with or without an article; before a whole that comes first. */
  readonly ofWhich?: string;
  readonly ofWhole?: string;
  readonly wholeArticle?: string;
  readonly wholeFirst?: string;
  /** Answers that leave no room beside each other. */
  readonly exclusive?: string;
  /** Guessing at what is to come, or hoping for it ("is expected to"). */
  readonly foretold?: string;
  /** Before whoever did the same later, or earlier. */
  readonly earlierThan?: string;
  readonly laterThan?: string;
  /** A verb that stands for the one told before ("did"). */
  readonly proVerb?: string;
  /** A noun for a state that does something, and the last that did ("the last country to"). */
  readonly stateNoun?: string;
  readonly lastOne?: string;
  /** Before whoever alone does what follows ("solo", "только"). */
  readonly onlyWho?: string;
  /** Only, first, and the only one that does it. */
  readonly only?: string;
  readonly first?: string;
  readonly onlyOne?: string;
  /** Around what is counted in the head of a column ("number of cameras"). */
  readonly countHead?: string;
  /** Behind a length of time that is over, and before one. */
  readonly timeBehind?: string;
  readonly afterTime?: string;
  /** A market, and what joins it to its goods. */
  readonly market?: string;
  readonly marketOf?: string;
  /** Parts of the world, and the whole of it. */
  readonly africa?: string;
  readonly asia?: string;
  readonly europe?: string;
  readonly latinAmerica?: string;
  readonly pacific?: string;
  readonly middleEast?: string;
  readonly world?: string;
  /** Common words that narrow what is counted; several taken as one. */
  readonly narrowed?: string;
  /** Artificial intelligence: a kind of goods across the codebook's kinds of product. */
  readonly learning?: string;
  readonly together?: string;
  /** A course, and what joins it to its subject; what does so at once ("trained in"); what comes behind the subject. */
  readonly course?: string;
  readonly courseOn?: string;
  readonly taughtIn?: string;
  readonly taughtBy?: string;
  /** Before and behind whoever pays, what ends his name, what is paid with, and what turns a verb of paying round. */
  readonly paidBy?: string;
  readonly pays?: string;
  readonly paidEnd?: string;
  readonly payment?: string;
  readonly passive?: string;
  /** Nouns of those who lend, for scripts in which names have no capitals. */
  readonly lender?: string;
  /** Behind a year, or before it: in it and in no other. */
  /** One of the parts in which something is built. */
  readonly phase?: string;
  /** Words by which something is told of the present, and not of what is over. */
  readonly atPresent?: string;
  /** Before whoever makes a product; before an owner and before what is owned; a noun for an owner. */
  readonly madeBy?: string;
  readonly ownedBy?: string;
  readonly owns?: string;
  readonly owner?: string;
  /** Verbs of whoever begins a programme. */
  readonly founds?: string;
  /** Verbs of a body that comes to its end. */
  readonly ceases?: string;
  /** Behind a year: in it and in no other. */
  readonly alone?: string;
  /** Words behind a verb of teaching that tell no topic; verbs whose object is what is learned. */
  readonly taughtAny?: string;
  /** Before what tells some states from others without naming one. */
  readonly inSome?: string;
  /** On top of others: behind a number, before one, and phrases of a bound that begin like the first. */
  readonly moreBehind?: string;
  readonly moreBefore?: string;
  readonly moreThan?: string;
  /** Before whoever gives ("bought from"), before a thing ("a contract for"), and what else parts a name from its verb. */
  readonly fromGiver?: string;
  readonly forThing?: string;
  readonly apart?: string;
  /** Before a state that takes; where firms are based, nothing goes; before a town in which something is counted. */
  readonly toTaker?: string;
  readonly basedIn?: string;
  readonly countedIn?: string;
  /** Nouns of bodies ("the Ministry of Justice"), which are neither products nor firms that nobody knows. */
  readonly bodies?: string;
  /** Words that open a sentence with a capital and name nobody. */
  readonly opening?: string;
  /** What tells of what sort a firm is and names none ("state", "private"). */
  readonly firmSort?: string;
  /** Begins another clause behind a comma; parts two numbers; stands inside names. */
  readonly clauseJoiner?: string;
  /** What somebody who counts has made, behind his name ("Carnegie's count"). */
  readonly ownCount?: string;
  /** By the word of whoever the sentence is about ("by its own account"). */
  readonly ownAccount?: string;
  /** All of a thing, or nobody else ("every city", "exclusively"); how something was done, where that is a charge ("illegally"). */
  readonly ofAll?: string;
  /** Nouns for whoever is near to somebody and is not he ("rival", "former employees"), and what joins them to his name. */
  readonly kin?: string;
  readonly kinOf?: string;
  /** Before a verb: nothing came of it ("came close to"), the same where other words follow it too ("almost"); somebody means to ("threatened to"). */
  readonly averted?: string;
  readonly allBut?: string;
  /** Before a verb: it was not done. */
  readonly neverDone?: string;
  readonly means?: string;
  /** Sorts of bodies that something may go to besides a state's police, and what joins them to the state ("a club in Serbia"). */
  readonly takerSort?: string;
  readonly takerOf?: string;
  /** Told as to come from a time that is over ("would"). */
  readonly pastFuture?: string;
  /** Behind whoever owns what follows; what ends a name that is joined to another, in a script without spaces. */
  readonly ofOwner?: string;
  readonly nameEnds?: string;
  /** Verbs and nouns for what a thing costs. */
  readonly costs?: string;
  /** Goods and people that are none of this field, where the reader does not tell what is given ("tanks"). */
  readonly strangeGoods?: string;
  /** Each of a list goes with the one of its place in another ("respectively"). */
  readonly respectively?: string;
  /** What is denied is only that it goes on, or will be ("no longer"). */
  readonly noLonger?: string;
  readonly mannerSaid?: string;
  /** Verbs of asking, ordering and wishing, and of refusing, before what is to be done; the word that joins it ("to"). */
  readonly bids?: string;
  readonly refuses?: string;
  readonly infinitive?: string;
  /** Verbs in the past that the ending of their kind does not tell, and the joint before a second act ("and sent"). */
  readonly didAct?: string;
  readonly actJoiner?: string;
  /** Before a state that is left for another, and before the one that is joined. */
  readonly leaves?: string;
  readonly joins?: string;
  /** Going away from where one was sent; being sent somewhere. */
  readonly departs?: string;
  readonly arrives?: string;
  /** What is given to whoever is to make something, and is no thing. */
  readonly deals?: string;
  /** Before whoever does what is told ("by"); verbs whose subject is given something; joins two who do something together. */
  readonly byDoer?: string;
  readonly receives?: string;
  readonly withParty?: string;
  /** An act named before, by its sort ("that pact"). */
  readonly theAct?: string;
  /** Behind that, what says more of it ("the pact on"). */
  readonly ofAct?: string;
  /** Owning to what one is charged with. */
  readonly admits?: string;
  /** Setting free whoever was held or tried. */
  readonly frees?: string;
  /** Verbs by which somebody denies what is said of him. */
  readonly denies?: string;
  /** Words that set a time beside one told before ("the next year"). */
  readonly otherTime?: string;
  readonly numberJoiner?: string;
  readonly nameJoiner?: string;
}
