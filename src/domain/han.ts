// Traditional characters to simplified ones, as far as headers, options, places and amounts need it.

// Each traditional character is followed by its simplified one: words people write in lists, provinces and cities, surnames.
const TABLE =
  '電电話话機机號号碼码郵邮編编聯联繫系絡络來来戶户簽签約约類类別别級级區区縣县鄉乡鎮镇職职務务業业產产備备註注標标題题冊册資资訊讯稱称單单購购買买經经銷销負负責责歸归屬属國国證证員员訂订時时間间狀状態态優优層层與与實实體体開开' +
  '關关處处個个點点誌志記记錄录審审閱阅網网頁页傳传帳帐賬账額额價价錢钱幣币貨货師师醫医藥药學学習习導导課课際际進进階阶質质陸陆續续轉转協协議议費费預预計计數数據据統统總总報报對对評评論论選选擇择廣广東东蘇苏臺台灣湾陝陕遼辽寧宁' +
  '龍龙貴贵雲云肅肃內内慶庆瀋沈陽阳鄭郑長长濟济煙烟濱滨廈厦門门蘭兰烏乌魯鲁齊齐無无錫锡揚扬鹽盐連连蕪芜馬马銅铜賀贺欽钦瓊琼濰潍萊莱棗枣莊庄營营興兴麗丽溫温紹绍義义贛赣饒饶撫抚華华澤泽漢汉黃黄隨随陰阴岡冈荊荆張张嶽岳婁娄懷怀頭头' +
  '樂乐瀘泸綿绵達达畢毕節节銀银塊块衛卫爾尔綏绥錦锦盤盘蘆芦島岛遜逊豐丰順顺儀仪徵征滄沧滬沪粵粤爲为為为專专櫃柜櫥橱製制運运輸输飲饮療疗貿贸農农漁渔鋼钢鐵铁藝艺術术設设圖图書书館馆飯饭遊游戲戏訓训練练諮咨詢询會会團团隊队紅红綠绿' +
  '藍蓝歲岁齡龄聖圣誕诞曆历閏闰舊旧熱热劵券發发訪访問问見见復复愛爱慣惯結结離离異异獨独親亲舉举薦荐氣气壞坏還还沒没應应該该當当較较儲储後后從从歡欢廠厂礦矿嶼屿羅罗臨临隴陇寶宝薩萨樺桦鶴鹤崗岗雞鸡遠远萬万億亿圓圆種种項项終终歷历' +
  '緊紧檢检驗验寬宽於于裡里裏里兩两幾几們们歐欧陳陈劉刘吳吴趙赵孫孙楊杨許许馮冯鄧邓蕭萧葉叶鄒邹譚谭賴赖範范蔣蒋嚴严湯汤顧顾龔龚盧卢勞劳貝贝顏颜賓宾諾诺維维納纳倫伦僅仅餘余撥拨隻只雙双複复誤误讓让認认擬拟寫写傢家';

let pairs: Map<string, string> | null = null;

/** The text with the characters of the table above in their simplified form; one character stays one. */
export function simplified(text: string): string {
  if (!/[\u3400-\u9FFF]/.test(text)) return text;
  pairs ??= read();
  let out = '';
  for (const char of text) out += pairs.get(char) ?? char;
  return out;
}

function read(): Map<string, string> {
  const map = new Map<string, string>();
  for (let i = 0; i < TABLE.length; i += 2) map.set(TABLE.charAt(i), TABLE.charAt(i + 1));
  return map;
}
