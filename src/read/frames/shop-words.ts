/** How shops and pages speak to their readers, by language. Parts of patterns, in the form of regular expressions, case left out. */
export interface ShopWords {
  /** What is offered: a price taken off, a delivery for nothing; and a small piece of each, which most sentences lack. */
  readonly offer: string;
  readonly hint: string;
  /** Whom it is offered to: the reader, told to buy or to call. */
  readonly reader: string;
  /** A page that says of a sentence that it is paid for. */
  readonly label: string;
  /** What only a shop says, though whom it says it to may stand beside; a small piece of each; and what says that it is for anybody. */
  readonly shop?: string;
  readonly shopHint?: string;
  readonly anybody?: string;
  /** A sentence that tells the reader to buy, from its first word on. */
  readonly command?: string;
}

/** Pages offer things in other languages than that of their text, so all of them are looked for at once. */
export const SHOP_WORDS: Readonly<Record<string, ShopWords>> = {
  en: {
    offer:
      "\\d\\s?%\\s+off\\b|\\bhalf[- ]price\\b|\\bspecial offer\\b|\\bdiscount\\b|\\bfree (?:shipping|delivery)\\b|\\b(?:voucher|coupon|money-back)\\b",
    hint: "%\\s+off|half[- ]price|special offer|discount|free [sd]|voucher|coupon|money-back",
    reader:
      "\\b(?:your|our (?:shop|store|partner|partners|site|website|offer)|(?:buy|order|shop|call|book|act) (?:now|today)|get yours)\\b",
    label: "advertisement|advertorial|sponsored(?: content)?|paid content",
    shop: "\\bnow\\s+\\d{1,2}\\s?%\\s+(?:cheaper|off)\\b|\\bnow ships? free\\b|\\b(?:days?|weeks?|months?) free for\\b|\\bfree trial\\b",
    shopHint: "% cheaper|% off|ships? free|(?:day|week|month)s? free|free trial",
    command:
      "^(?:order|buy|shop for|pre-order|subscribe to|upgrade to) (?:the|a|an|your|our|one)\\b[^.!?]*\\b(?:today|now|online|while stocks last|(?:store|shop)\\b)",
    anybody: "\\b(?:order|get|claim) yours\\b|\\breaders of this (?:page|site|paper)\\b|\\bour readers\\b",
  },
  es: {
    offer: "\\bdescuento\\b|\\boferta especial\\b|\\benvío gratis\\b",
    hint: "descuento|oferta|gratis",
    reader: "\\b(?:instale|compre|llame|aproveche|visite|pida|proteja|duerma)\\b",
    label: "publicidad|anuncio",
  },
  fr: {
    offer: "\\bde remise\\b|\\boffre spéciale\\b|\\blivraison gratuite\\b|\\ben promotion\\b",
    hint: "remise|offre|livraison|promotion",
    reader: "\\b(?:votre|vos|notre boutique|commandez|achetez|profitez|appelez|installez|protégez)\\b",
    label: "publicité|annonce",
  },
  pt: {
    offer: "\\bde desconto\\b|\\bfrete grátis\\b",
    hint: "desconto|frete",
    reader: "\\b(?:aproveite|ligue já|peça já|sua casa)\\b",
    label: "publicidade",
  },
  ru: {
    offer: "скидк|бесплатн\\p{L}+ доставк",
    hint: "скидк|бесплатн",
    reader: "ваш|закажите|купите|звоните",
    label: "реклама",
  },
  de: {
    offer: "\\bRabatt\\b",
    hint: "rabatt",
    reader: "\\b(?:jetzt bestellen|bestellen Sie)\\b",
    label: "anzeige",
  },
  zh: {
    offer: "立减|包邮|优惠|折扣|促销|特价|满减",
    hint: "立减|包邮|优惠|折扣|促销|特价|满减",
    reader: "下单|选购|抢购|扫码|点击购买|您",
    label: "广告",
  },
  ar: { offer: "خصم|شحن مجاني", hint: "خصم|شحن", reader: "اطلب الآن|منزلك", label: "إعلان" },
};
