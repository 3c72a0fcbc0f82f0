import type { Country } from "../types.ts";

/**
 * ISO 3166-1 by UN M49 region and subregion: alpha-3, alpha-2, numeric. Taiwan, which M49 does not list, stands with
 * Eastern Asia; Kosovo, which has only user-assigned codes (XKX, XK, 983), with Southern Europe. Antarctica has no M49
 * subregion; the southern islands stand where M49 puts them.
 */
const TABLE: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Africa: {
    "Northern Africa": "DZA DZ 012,EGY EG 818,LBY LY 434,MAR MA 504,SDN SD 729,TUN TN 788,ESH EH 732",
    "Eastern Africa":
      "IOT IO 086,BDI BI 108,COM KM 174,DJI DJ 262,ERI ER 232,ETH ET 231,ATF TF 260,KEN KE 404,MDG MG 450,MWI MW 454,MUS MU 480,MYT YT 175,MOZ MZ 508,REU RE 638,RWA RW 646,SYC SC 690,SOM SO 706,SSD SS 728,UGA UG 800,TZA TZ 834,ZMB ZM 894,ZWE ZW 716",
    "Middle Africa":
      "AGO AO 024,CMR CM 120,CAF CF 140,TCD TD 148,COG CG 178,COD CD 180,GNQ GQ 226,GAB GA 266,STP ST 678",
    "Southern Africa": "BWA BW 072,SWZ SZ 748,LSO LS 426,NAM NA 516,ZAF ZA 710",
    "Western Africa":
      "BEN BJ 204,BFA BF 854,CPV CV 132,CIV CI 384,GMB GM 270,GHA GH 288,GIN GN 324,GNB GW 624,LBR LR 430,MLI ML 466,MRT MR 478,NER NE 562,NGA NG 566,SHN SH 654,SEN SN 686,SLE SL 694,TGO TG 768",
  },
  Americas: {
    Caribbean:
      "AIA AI 660,ATG AG 028,ABW AW 533,BHS BS 044,BRB BB 052,BES BQ 535,VGB VG 092,CYM KY 136,CUB CU 192,CUW CW 531,DMA DM 212,DOM DO 214,GRD GD 308,GLP GP 312,HTI HT 332,JAM JM 388,MTQ MQ 474,MSR MS 500,PRI PR 630,BLM BL 652,KNA KN 659,LCA LC 662,MAF MF 663,VCT VC 670,SXM SX 534,TTO TT 780,TCA TC 796,VIR VI 850",
    "Central America":
      "BLZ BZ 084,CRI CR 188,SLV SV 222,GTM GT 320,HND HN 340,MEX MX 484,NIC NI 558,PAN PA 591",
    "South America":
      "ARG AR 032,BOL BO 068,BVT BV 074,BRA BR 076,CHL CL 152,COL CO 170,ECU EC 218,FLK FK 238,GUF GF 254,GUY GY 328,PRY PY 600,PER PE 604,SGS GS 239,SUR SR 740,URY UY 858,VEN VE 862",
    "Northern America": "BMU BM 060,CAN CA 124,GRL GL 304,SPM PM 666,USA US 840",
  },
  Antarctica: { Antarctica: "ATA AQ 010" },
  Asia: {
    "Central Asia": "KAZ KZ 398,KGZ KG 417,TJK TJ 762,TKM TM 795,UZB UZ 860",
    "Eastern Asia": "CHN CN 156,HKG HK 344,MAC MO 446,PRK KP 408,JPN JP 392,MNG MN 496,KOR KR 410,TWN TW 158",
    "South-eastern Asia":
      "BRN BN 096,KHM KH 116,IDN ID 360,LAO LA 418,MYS MY 458,MMR MM 104,PHL PH 608,SGP SG 702,THA TH 764,TLS TL 626,VNM VN 704",
    "Southern Asia":
      "AFG AF 004,BGD BD 050,BTN BT 064,IND IN 356,IRN IR 364,MDV MV 462,NPL NP 524,PAK PK 586,LKA LK 144",
    "Western Asia":
      "ARM AM 051,AZE AZ 031,BHR BH 048,CYP CY 196,GEO GE 268,IRQ IQ 368,ISR IL 376,JOR JO 400,KWT KW 414,LBN LB 422,OMN OM 512,QAT QA 634,SAU SA 682,PSE PS 275,SYR SY 760,TUR TR 792,ARE AE 784,YEM YE 887",
  },
  Europe: {
    "Eastern Europe":
      "BLR BY 112,BGR BG 100,CZE CZ 203,HUN HU 348,POL PL 616,MDA MD 498,ROU RO 642,RUS RU 643,SVK SK 703,UKR UA 804",
    "Northern Europe":
      "ALA AX 248,GGY GG 831,JEY JE 832,DNK DK 208,EST EE 233,FRO FO 234,FIN FI 246,ISL IS 352,IRL IE 372,IMN IM 833,LVA LV 428,LTU LT 440,NOR NO 578,SJM SJ 744,SWE SE 752,GBR GB 826",
    "Southern Europe":
      "ALB AL 008,AND AD 020,BIH BA 070,HRV HR 191,GIB GI 292,GRC GR 300,VAT VA 336,ITA IT 380,XKX XK 983,MLT MT 470,MNE ME 499,MKD MK 807,PRT PT 620,SMR SM 674,SRB RS 688,SVN SI 705,ESP ES 724",
    "Western Europe":
      "AUT AT 040,BEL BE 056,FRA FR 250,DEU DE 276,LIE LI 438,LUX LU 442,MCO MC 492,NLD NL 528,CHE CH 756",
  },
  Oceania: {
    "Australia and New Zealand": "AUS AU 036,CXR CX 162,CCK CC 166,HMD HM 334,NZL NZ 554,NFK NF 574",
    Melanesia: "FJI FJ 242,NCL NC 540,PNG PG 598,SLB SB 090,VUT VU 548",
    Micronesia: "GUM GU 316,KIR KI 296,MHL MH 584,FSM FM 583,NRU NR 520,MNP MP 580,PLW PW 585,UMI UM 581",
    Polynesia:
      "ASM AS 016,COK CK 184,PYF PF 258,NIU NU 570,PCN PN 612,WSM WS 882,TKL TK 772,TON TO 776,TUV TV 798,WLF WF 876",
  },
};

function rowsOf(region: string, subregion: string, rows: string): Country[] {
  return rows.split(",").map(row => {
    const [code = "", alpha2 = "", numeric = ""] = row.split(" ");
    return { code, alpha2, numeric, region, subregion };
  });
}

/** Every country and territory with an ISO 3166-1 code, and Kosovo (XKX), by alpha-3 code. */
export const countries: readonly Country[] = Object.entries(TABLE)
  .flatMap(([region, parts]) => Object.entries(parts).flatMap(([part, rows]) => rowsOf(region, part, rows)))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const byCode = new Map<string, Country>(
  countries.flatMap(c => [
    [c.code, c],
    [c.alpha2, c],
    [c.numeric, c],
  ]),
);

/** The country of an ISO 3166-1 alpha-3, alpha-2 or three-digit numeric code in any case; undefined if there is none. */
export function countryByCode(code: string): Country | undefined {
  return byCode.get(code.toUpperCase());
}
