/**
 * Months, days and their short forms in English, Spanish, French and Portuguese (CLDR), and common titles: words with a capital that
 * narrow no count. Plain words, so without accents; of a plural both forms. Written out, for asking the platform takes a while and its
 * answers change with its version.
 */
const WORDS = [
  "january,february,march,april,may,june,july,august,september,october,november,december",
  "jan,feb,mar,apr,jun,jul,aug,sep,oct,nov,dec",
  "monday,tuesday,wednesday,thursday,friday,saturday,sunday",
  "enero,febrero,marzo,abril,mayo,junio,julio,agosto,septiembre,octubre,noviembre,diciembre",
  "ene,abr,ago,sept,dic",
  "lunes,lune,martes,marte,miercoles,miercole,jueves,jueve,viernes,vierne,sabado,domingo",
  "janvier,fevrier,mars,avril,mai,juin,juillet,aout,septembre,octobre,novembre,decembre",
  "janv,fevr,avr,juil",
  "lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche",
  "janeiro,fevereiro,marco,maio,junho,julho,setembro,outubro,novembro,dezembro",
  "fev,set,out,dez",
  "segunda,feira,terca,quarta,quinta,sexta",
  "internet,un,world,i,ai,cctv,gps,covid,president,minister,prime,ministry,government,state,cold,war,west,western,earth",
];

const COMMON: ReadonlySet<string> = new Set(WORDS.join(",").split(","));

/** Is a plain word one with a capital that narrows no count: a month, a day, or a common title? */
export const isCommonName = (word: string): boolean => COMMON.has(word);
