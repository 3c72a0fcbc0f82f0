/** Simplified characters of place names with their traditional forms, in pairs. */
const PAIRS =
  "罗羅萨薩兰蘭亚亞国國东東马馬尔爾维維乌烏尼尼鲁魯贝貝诺諾宾賓达達卢盧伦倫庆慶广廣华華汉漢门門湾灣岛島约約纽紐顿頓几幾内內苏蘇云雲陕陝阳陽龙龍连連济濟宁寧张張长長厦廈台臺关關联聯邦邦义義刚剛乔喬爱愛奥奧鲜鮮丽麗泽澤颠顛丹丹麦麥瑞瑞挪挪热熱圣聖杰傑纳納叙敘赖賴缅緬缪繆费費绍紹锡錫钦欽荷荷阿阿拉拉腊臘语語库庫别別突突顺順坝壩满滿尔爾诺諾瓦瓦冈岡韦韋赛賽诸諸隆隆凯凱开開罗羅启啟图圖瑟瑟绿綠红紅黄黃辽遼区區县縣乡鄉镇鎮陆陸际際马馬卡卡劳勞尔爾桑桑温溫哥哥华華弗弗吉吉尼尼来來纳納佐佐治治荣榮莱萊纬緯吕呂宋宋棉棉兰蘭扬揚鹰鷹冲沖绳繩滨濱广廣崎崎鸟鳥鱼魚伊伊势勢释釋叶葉";

const table = new Map<string, string>();
for (let i = 0; i + 1 < PAIRS.length; i += 2) table.set(PAIRS[i]!, PAIRS[i + 1]!);

/** A name in traditional characters, as far as the table knows them. */
export function traditional(name: string): string {
  return [...name].map(ch => table.get(ch) ?? ch).join("");
}
