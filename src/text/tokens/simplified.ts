import { characterKey } from "./keys.ts";

/**
 * Traditional characters with the simplified ones they are written by, in pairs: those of news on security, trade and government.
 * The book's Chinese phrases and names are in simplified characters; folding makes them fit both scripts.
 */
const PAIRS =
  "萬万與与東东絲丝兩两嚴严喪丧個个豐丰臨临為为麗丽舉举義义烏乌樂乐喬乔習习鄉乡書书買买亂乱爭争虧亏雲云亞亚產产畝亩親亲億亿僅仅從从倉仓儀仪們们價价眾众優优會会傘伞偉伟傳传傷伤倫伦偽伪體体餘余傭佣債债傾倾償偿儲储兒儿黨党蘭兰關关興兴養养獸兽內内岡冈冊册寫写軍军農农馮冯決决況况凍冻淨净準准涼凉減减幾几鳳凤憑凭凱凯擊击劃划劉刘則则剛刚創创刪删別别劑剂剝剥劇剧勸劝辦办務务動动勵励勁劲勞劳勢势勝胜區区醫医華华協协單单賣卖盧卢衛卫卻却廠厂廳厅歷历曆历壓压厭厌縣县參参雙双發发變变敘叙疊叠葉叶號号嘆叹後后嚇吓嗎吗啟启吳吴員员聽听響响問问喚唤圍围國国圖图圓圆聖圣場场壞坏塊块堅坚壇坛墳坟墜坠壘垒執执墻墙報报塵尘聲声殼壳處处備备復复複复夠够頭头夾夹奪夺奮奋獎奖奧奥婦妇媽妈嬰婴孫孙學学寧宁寶宝實实審审宮宫寬宽賓宾對对尋寻導导將将爾尔嘗尝堯尧屆届屬属層层歲岁島岛峽峡嶺岭幣币帥帅師师帳帐帶带幫帮廣广莊庄慶庆庫库應应廟庙廢废開开異异棄弃張张彈弹強强歸归當当錄录徹彻徑径憶忆憂忧懷怀態态總总戀恋懇恳惡恶惱恼懸悬驚惊懲惩慣惯憤愤願愿懼惧戲戏戰战戶户撲扑擴扩掃扫揚扬擾扰撫抚拋抛搶抢護护擔担擬拟擁拥攔拦擇择掛挂揮挥損损換换據据擺摆攝摄敵敌數数斷断無无舊旧時时暫暂術术機机殺杀權权條条來来極极構构槍枪樞枢標标棧栈樹树樣样檔档橋桥檢检樓楼歐欧殲歼殘残毀毁畢毕氣气漢汉湯汤溝沟沒没滬沪淚泪澤泽潔洁瀉泻濟济渦涡測测滲渗漁渔滯滞滿满濱滨灣湾濕湿潰溃滅灭燈灯靈灵災灾爐炉點点煉炼熱热愛爱爺爷狀状猶犹獨独獄狱獲获獻献環环現现瑪玛電电畫画療疗瘋疯監监盤盘蓋盖盜盗礙碍確确禮礼禍祸離离種种積积稱称穩稳窮穷竊窃競竞筆笔簡简籃篮築筑糾纠約约級级紀纪純纯紙纸線线紐纽網网組组終终織织結结給给統统絕绝經经綁绑緊紧維维綜综綠绿緩缓編编練练縮缩續续繼继罰罚羅罗職职聯联聰聪肅肃腦脑膽胆腳脚臉脸艦舰藝艺節节蘇苏藥药營营蕭萧薩萨蓮莲藍蓝虛虚蟲虫補补襲袭見见觀观規规視视覺觉覽览觸触計计訂订認认討讨讓让訓训議议訊讯記记講讲許许論论設设訪访證证評评識识詐诈訴诉診诊詞词譯译試试詩诗誠诚話话該该詳详語语誤误說说請请諸诸讀读課课誰谁調调談谈謀谋謊谎謝谢謠谣豬猪貝贝負负財财責责賢贤敗败賬账貨货質质販贩貪贪貧贫購购貸贷費费賀贺賊贼賄贿資资賠赔賞赏賜赐賽赛贈赠贊赞贏赢趙赵趨趋躍跃車车軌轨軟软轉转輪轮載载輕轻輛辆輔辅輸输轄辖辯辩邊边遼辽達达遷迁過过運运還还這这進进遠远違违連连遲迟選选遺遗郵邮鄧邓鄭郑醜丑釋释裡里鑒鉴針针釘钉鈔钞鋼钢鐵铁銀银鏈链銷销鎖锁錯错鍵键鏡镜長长門门閃闪閉闭間间聞闻閣阁隊队陽阳陰阴陣阵階阶際际陸陆陳陈險险隨随隱隐難难雖虽霧雾韓韩頁页頂顶項项順顺須须顧顾頓顿預预領领頻频題题額额風风飛飞飯饭館馆馬马駐驻駕驾驗验騙骗騎骑驅驱騷骚鬥斗魚鱼魯鲁鳥鸟麥麦齊齐齒齿龍龙於于佔占麼么臺台裏里祇只隻只週周嚮向徵征裝装鑑鉴衝冲詢询誕诞譽誉貢贡貫贯貴贵賃赁賭赌賴赖軸轴輩辈輯辑轟轰辭辞釣钓鈕钮銅铜銘铭鋒锋鋪铺錢钱鎮镇鐘钟閱阅闆板雜杂靜静頒颁顏颜類类飾饰駛驶髮发鬧闹鮮鲜鳴鸣黃黄龐庞煙烟癒愈皰疱盡尽睏困碼码礦矿範范簽签籌筹籤签糧粮紅红納纳細细緝缉緬缅績绩脅胁脫脱製制諾诺誌志趕赶跡迹蹤踪邏逻釀酿鈴铃闖闯韋韦齡龄";

/** The simplified character of each traditional one, by its code; made when the first Chinese character is met. */
let fold: readonly (string | undefined)[] | null = null;

function foldOf(code: number): string | undefined {
  if (fold === null) {
    const made: (string | undefined)[] = new Array(LAST_HAN + 1).fill(undefined);
    for (let i = 0; i + 1 < PAIRS.length; i += 2)
      made[PAIRS.charCodeAt(i)] = characterKey(PAIRS.charCodeAt(i + 1));
    fold = made;
  }
  return fold[code];
}

/** Below this no character is a Chinese one. */
export const HAN = 0x2e80;
/** And above this none of those above. */
const LAST_HAN = 0x9fff;

/** A text with its traditional characters written as simplified ones; its length stays. */
export function simplified(text: string): string {
  // Words of other scripts, which are most, are told by their first character.
  if (text.charCodeAt(0) < HAN) return text;
  if (text.length === 1) return foldOf(text.charCodeAt(0)) ?? text;
  return folded(text);
}

const CHINESE = /[\u3400-\u9fff]/;

/** The same of a text that may open in another script. */
export const inSimplified = (text: string): string => (CHINESE.test(text) ? folded(text) : text);

function folded(text: string): string {
  let out = "";
  let from = 0;
  for (let i = 0; i < text.length; i++) {
    const other = foldOf(text.charCodeAt(i));
    if (other === undefined) continue;
    out += text.slice(from, i) + other;
    from = i + 1;
  }
  return from === 0 ? text : out + text.slice(from);
}
