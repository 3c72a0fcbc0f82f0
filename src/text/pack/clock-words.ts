/** Words of the time of day. */
export interface ClockWords {
  /** Halves of the day beside an hour, before or after it: `am`, `pm|in the afternoon`. */
  readonly am?: string;
  readonly pm?: string;
  /** The night, whose hours lie on both sides of midnight: `at night`. */
  readonly night?: string;
  /** Glued to an hour behind its day ("today at 9p"): `a=0|p=12`. */
  readonly glued?: string;
  /** After an hour that they make one (Uhr, 時), and such as may also tell how long something took (heures). */
  readonly marks?: string;
  readonly weakMarks?: string;
  /** After four digits that they make hour and minutes: "0800 `hours`". */
  readonly fourDigitMarks?: string;
  readonly minutes?: string;
  /** Half past, after the mark of the hour: 半. */
  readonly half?: string;
  /** From a day to its time (`at`), from a time to its day (`on`), from a day to a part of it (`in the`). */
  readonly lead?: string;
  /** Of these, the ones after which a bare hour is a time even without its day (um, a las). */
  readonly firmLead?: string;
  /** Names of the hour before its number, which belong to the time: `saat` (saat 7). */
  readonly hourNames?: string;
  /** Leads after which an hour is a time alone only with its weak word: `à` ("à 19 heures", against "supérieur à 10"). */
  readonly weakLead?: string;
  /** Opens and joins two times of day, beside what does so for dates: `dalle`, `alle`. */
  readonly open?: string;
  readonly join?: string;
  /** Hours by words of their own: `الخامسة=5`, `yediye=7`. */
  readonly hours?: string;
  /** Glued to an hour, they show that it is one (22'de). */
  readonly hourCases?: string;
  /** Behind minutes that stand after their hour: past it, and to it (geçe, kala). */
  readonly pastAfter?: string;
  readonly toAfter?: string;
  /** Of the openers, the ones after which two bare hours are times even without their day (dalle, entre las). */
  readonly firmOpen?: string;
  /** Half and a quarter after the hour ("y media"), and a quarter before it ("menos cuarto"), behind the hour. */
  readonly halfPast?: string;
  readonly quarterPast?: string;
  readonly quarterTo?: string;
  /** Before the hour: half past it ("half past"), half to it (German halb), a quarter past and to it. */
  readonly leadHalfPast?: string;
  readonly leadHalfTo?: string;
  readonly leadQuarterPast?: string;
  /** A quarter of the way to the hour: viertel acht is 7:15. */
  readonly leadQuarterOf?: string;
  readonly leadQuarterTo?: string;
  /** Time zones behind a time; those in capitals only where they are written so. */
  readonly zones?: string;
  /** Between minutes and their hour: `past|after`, `to`. */
  readonly past?: string;
  readonly before?: string;
  /** A time of hours and quarters with a stop between needs no other word: 20.15. */
  readonly dottedAlone?: boolean;
  /** Minutes in fives before an hour tell a time by themselves ("vijf voor twaalf"). */
  readonly fivesBefore?: boolean;
  readonly dayLead?: string;
  readonly partLead?: string;
}
