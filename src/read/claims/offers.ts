/** What is offered, in the words of shops: a price taken off, a delivery for nothing. */
const OFFER =
  /\d\s?%\s+off\b|\bhalf[- ]price\b|\bspecial offer\b|\bdiscount\b|\bfree (?:shipping|delivery)\b|\b(?:voucher|coupon|money-back)\b|\bdescuento\b|\boferta especial\b|\benvío gratis\b|\bde remise\b|\boffre spéciale\b|\blivraison gratuite\b|\ben promotion\b|\bde desconto\b|\bfrete grátis\b|скидк|бесплатн\p{L}+ доставк|\bRabatt\b|立减|包邮|优惠|折扣|促销|特价|满减|خصم|شحن مجاني/iu;

/** A part of each, for lower case: with case left out, the words above take long to compile, and few texts have any of them. */
const HINT_OF_OFFER =
  /%\s+off|half[- ]price|special offer|discount|free [sd]|voucher|coupon|money-back|descuento|oferta|gratis|remise|offre|livraison|promotion|desconto|frete|скидк|бесплатн|rabatt|立减|包邮|优惠|折扣|促销|特价|满减|خصم|شحن/;

/** Whom it is offered to: the reader, told to buy or to call. */
const READER =
  /\b(?:your|our (?:shop|store|partner|partners|site|website|offer)|(?:buy|order|shop|call|book|act) (?:now|today)|get yours)\b|\b(?:instale|compre|llame|aproveche|visite|pida|proteja|duerma)\b|\b(?:votre|vos|notre boutique|commandez|achetez|profitez|appelez|installez|protégez)\b|\b(?:aproveite|ligue já|peça já|sua casa)\b|ваш|закажите|купите|звоните|\b(?:jetzt bestellen|bestellen Sie)\b|下单|选购|抢购|扫码|点击购买|您|اطلب الآن|منزلك/iu;

/** Somebody's words are no offer of the page. */
const QUOTED = /["“”«»「」]/u;

/** A sentence that offers the reader something at a price taken off. */
export const isOffer = (sentence: string): boolean =>
  HINT_OF_OFFER.test(sentence.toLowerCase()) &&
  OFFER.test(sentence) &&
  READER.test(sentence) &&
  !QUOTED.test(sentence);
