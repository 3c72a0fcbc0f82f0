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

/** What only a shop says, though whom it says it to may stand in the sentence beside it ("Love your garden again! Mowers, now 30% cheaper"). */
const SHOP =
  /\bnow\s+\d{1,2}\s?%\s+(?:cheaper|off)\b|\bnow ships? free\b|\b(?:days?|weeks?|months?) free for\b|\bfree trial\b/iu;
const HINT_OF_SHOP = /% cheaper|% off|ships? free|(?:day|week|month)s? free|free trial/;
const TO_ANYBODY = /\b(?:order|get|claim) yours\b|\breaders of this (?:page|site|paper)\b|\bour readers\b/iu;

/** A page that says of a sentence that it is paid for. */
const LABEL =
  /^\s*(?:advertisement|advertorial|sponsored(?: content)?|paid content|publicidad|anuncio|publicité|annonce|publicidade|реклама|anzeige|广告|إعلان)\s*[:：]/iu;

/** A sentence that offers the reader something at a price taken off, or that is marked as paid for; `around` is its paragraph. */
export const isOffer = (sentence: string, around = sentence): boolean => {
  if (LABEL.test(sentence)) return true;
  const lower = sentence.toLowerCase();
  const isPlain = HINT_OF_OFFER.test(lower) && OFFER.test(sentence) && READER.test(sentence);
  const isShop =
    !isPlain &&
    HINT_OF_SHOP.test(lower) &&
    SHOP.test(sentence) &&
    (READER.test(around) || TO_ANYBODY.test(around));
  return (isPlain || isShop) && !QUOTED.test(sentence);
};
