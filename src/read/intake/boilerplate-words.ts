/** Words of class names and ids that page makers give to what stands around an article. Matched as whole parts of a name. */
export const FURNITURE = new Set(
  `ad ads advert adverts advertisement advertising banner bio breadcrumb breadcrumbs byline bylines caption captions
  comment comments cookie cookies copyright credit credits disclaimer disqus donate follow footer gallery leaderboard masthead
  menu meta metadata nav navbar navigation newsletter newsletters outbrain pager pagination paywall pinterest popular promo
  promos promoted promotion rail readmore recirc recirculation recommend recommendation recommendations recommended related share
  sharebar shares sharing shop sidebar signup skip slideshow social sponsor sponsored sponsors subscribe subscription taboola
  tags teaser teasers timestamp toolbar trending widget widgets`.split(/\s+/),
);

/** Elements that hold what stands around an article. */
export const FURNITURE_ELEMENTS = new Set(["figcaption", "nav", "footer", "aside", "form", "menu"]);

/** How a block begins that asks the reader for something: an address, an account, a visit. It must also hold a link. */
export const INVITATION =
  /^(?:discover|donate|download|follow|get|have a tip|join|like|listen|need more|share|sign up|stay|subscribe|support|abonn\p{L}*|abonnez|aboniere|assine|cadastre|descarg\p{L}*|folgen|inscrivez|inscríb\p{L}*|síg\p{L}*|siga|suscríb\p{L}*|suivez|téléchargez|подпи\p{L}*|следите|اشترك|تابع|订阅|訂閱|关注|關注)(?!\p{L})/iu;

/** How a line begins that names another text. In running text such a sentence ends with a full stop, and stays. */
export const REFERENCE =
  /^(?:also|click|continue|don[’']?t miss|for more|learn more|more|read|related|see|visit|watch|you may|leia|lesen|lea|leer|lire|mehr|veja|voir|ver también|читайте|смотрите|اقرأ|阅读|閱讀|相关|相關)(?!\p{L})/iu;

/** Lines of rights and of pictures. */
export const RIGHTS =
  /^(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte|tous droits|todos los derechos|все права|版权|版權)/iu;
export const PICTURE =
  /^[([]?(?:image|images|photo|photos|picture|video|foto|fotos|bild|crédit|credit|file photo|фото|图片|圖|图)s?\s*(?:[:：©|]|by\s|copyright\b|caption\b|credit\b|courtesy\b|\d+ of\b)/iu;
/** A credit at the end of a caption: a picture, then its maker, then nothing. */
export const CREDITED =
  /(?:credits?|photo(?:graph)?s?|images?|foto|crédits?|source|фото)\s*[:：©]\s*[^.!?]{2,60}\)?\s*$|(?:getty images|\(image[: ][^)]{1,60}\)|\(ap(?: photo[^)]{0,60})?\)|reuters\)|\/afp\)?)\s*\)?\s*$/iu;

/** A line that says who wrote and when. */
export const MAKER =
  /^(?:(?:last )?(?:updated|published|posted|modified|created)\b|(?:by|por|par|von|di|da|от|автор:?|作者[:：]?|بقلم)\s+\p{L}|(?:mis à jour|publié|actualizado|publicado|aktualisiert|veröffentlicht|обновлено|опубликовано|发布|更新))/iu;
export const DATED =
  /\b(?:19|20)\d{2}\b.*\d{1,2}[:.h]\d{2}|\b\d{1,2}[:.h]\d{2}\b.*\b(?:19|20)\d{2}\b|^\p{L}{0,12}[.,]?\s*\d{1,2}\.?(?:st|nd|rd|th|º)?\s*(?:de\s+)?\p{L}{3,12}\.?,?\s*(?:de\s+)?(?:19|20)\d{2}|^\p{L}{3,12}\.?\s+\d{1,2},?\s+(?:19|20)\d{2}|^\d{1,4}[./-]\d{1,2}[./-]\d{1,4}/iu;
