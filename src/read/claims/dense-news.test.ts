import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const read = (text: string) =>
  readClaims(testDocument(text, "zh", "2021-06-03"), lexicon).filter(({ value }) => value !== null);

test("in Chinese, a name between a counter and a noun is stepped over, whatever it is written with", () => {
  expect(read("内务部安装了约1200个华为摄像头。")[0]).toMatchObject({
    text: "约1200个华为摄像头",
    unit: "camera",
    value: 1200,
  });
  expect(read("警方接收了300个以色列摄像头。")[0]).toMatchObject({
    text: "300个以色列摄像头",
    unit: "camera",
  });
});

test("in Chinese, a country before a noun that is unknown is not what is counted", () => {
  expect(read("赞比亚警方接收了350套中国监控系统。")[0]!.unit).not.toBe("country");
});

test("in Chinese, behind a counter alone the noun is that of the number before", () => {
  const [first, second, share] = read("内务部安装了约1200个华为摄像头，比两年前的1000个增加了两成。");
  expect(first).toMatchObject({ unit: "camera", period: [null, null] });
  expect(second).toMatchObject({ text: "1000个", unit: "camera", period: ["2019", "2019"] });
  expect(share).toMatchObject({ value: 20, direction: "up", period: [null, null] });
  expect(read("首批200个摄像头已投入使用，其余683个将在年底前安装完毕。")[1]).toMatchObject({
    unit: "camera",
  });
});

test("in Chinese, what makes up a share is told apart from the whole", () => {
  const whole = (text: string) => read(text).at(-1)!.population;
  expect(whole("海康威视与大华合计占全球视频监控市场的三分之一以上。")).toBe("全球视频监控市场");
  expect(whole("中国为2400多名执法人员举办了培训班，其中非洲学员占近四成。")).toBe("执法人员");
  expect(whole("其中不到10%的合同公开了金额。")).toBe("合同");
});

test("in Chinese, words that begin like a hedge behind a number are none", () => {
  expect(read("该院培训了3200名外国警察，其中四分之三来自发展中国家。")[1]).toMatchObject({
    qualifier: "exact",
  });
  expect(read("2018年在45个国家发现踪迹，比前一年的36个国家多出四分之一。")[1]).toMatchObject({
    value: 36,
    qualifier: "exact",
  });
});

test("in Chinese, a list of names behind a number of another year is no end of what belongs to it", () => {
  const claims = read("埃塞俄比亚2006年与中兴签署15亿美元合同，2013年再与华为和中兴签署8亿美元合同。");
  expect(claims.map(({ period, roles }) => [period[0], roles["vendor"]])).toEqual([
    ["2006", ["zte"]],
    ["2013", ["huawei", "zte"]],
  ]);
});

test("in Chinese, the day of the telling is not the day of what is told", () => {
  expect(read("中国公安部副部长周二宣布，未来三年将为肯尼亚培训1500名警员。")[0]!.period).not.toEqual([
    "2021-06-01",
    "2021-06-01",
  ]);
});
