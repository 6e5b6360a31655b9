// Writes the readings of Chinese characters, from the package pinyin-pro, as the table the bundle carries.
import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { pinyin } from 'pinyin-pro';

const table = new URL('../src/domain/pinyin/readings.generated.json', import.meta.url);

/** Characters of today's names which GB 2312 lacks. */
const NAMES =
  '佺俶倓倞倢倧偲傃傒冮凃凊勍喆嘒坣垚埜堃堉堎壆奭姈婳媖媺嫄嫚嬅嬿孖宬寔寯屾峣崑崚嵚巎弢彧愔慜扆敔旻昇昉昳晅晞晢晳晹暐暕暤暻曈曌杍柷梽棨棪楒橦櫆沄沚沨泇洺浛浥淏渟湉湑湜溁澂澔濋濬炘烜焜煐熤燊燏燚爔犇玓玘玙玥珅珣珮珺琇琤琭琯瑀瑄瑆瑒瑔瑢瑧璆璘璟璠瓘畇畯皛祎禔禛禤秾穜竑縠翀翙翚翯翾芃莀蒨虓袆裬訚谞贇贠赟赪趯辀鋆锜锳镕雱霂頔頫颋颎飏飔骕骙骦鹓龢';

/** Surnames of two characters; what they sound like there may be no other word's reading. */
const COMPOUND =
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 令狐 百里 呼延 轩辕 拓跋 淳于 单于 纳兰 西门 东郭 左丘';

const plain = { toneType: 'none', v: true, type: 'array' };
// Without quotes and the backslash: nothing of it is written in two bytes in a script.
export const ALPHABET = Array.from({ length: 0x7f - 0x23 }, (_, i) => String.fromCharCode(0x23 + i))
  .filter((char) => char !== '\\')
  .join('');

/** @returns the characters of the table in the order of their code points: those of GB 2312 and of names */
function characters() {
  const decoder = new TextDecoder('gb2312');
  const found = new Set(NAMES);
  for (let row = 0xb0; row <= 0xf7; row++) {
    for (let cell = 0xa1; cell <= 0xfe; cell++) {
      const char = decoder.decode(Uint8Array.of(row, cell));
      if (/^[\u4E00-\u9FFF]$/.test(char)) found.add(char);
    }
  }
  return [...found].sort();
}

/** @returns the readings of a character without tones, the usual one first, interjections without a vowel left out */
function readingsOf(char, inCompounds) {
  const usual = pinyin(char, plain);
  const surname = pinyin(char, { ...plain, surname: 'all' });
  const all = pinyin(char, { ...plain, multiple: true });
  return [...new Set([...usual, ...surname, ...inCompounds, ...all])].filter((reading) => /^[a-z]*[aeiouv][a-z]*$/.test(reading));
}

/**
 * @returns the syllables, and for each reading of each character two letters of the alphabet, the number `gap × syllables + syllable`:
 * how many code points after the character before (0: one more reading of it), and which syllable. A wide gap is bridged by entries
 * of the empty syllable, which comes first.
 */
export function readings() {
  const inCompounds = new Map();
  for (const name of COMPOUND.split(' ')) {
    const spoken = pinyin(name, { ...plain, surname: 'head' });
    for (const [at, char] of [...name].entries()) inCompounds.set(char, [...(inCompounds.get(char) ?? []), spoken[at]]);
  }
  const read = characters().map((char) => ({ char, readings: readingsOf(char, inCompounds.get(char) ?? []) }));
  const syllables = ['', ...new Set(read.flatMap((one) => one.readings).sort())];
  const widest = Math.floor((ALPHABET.length ** 2 - syllables.length) / syllables.length);
  let text = '';
  const put = (gap, syllable) => {
    const entry = gap * syllables.length + syllable;
    text += ALPHABET[Math.floor(entry / ALPHABET.length)] + ALPHABET[entry % ALPHABET.length];
  };
  let last = 0x4e00;
  for (const one of read) {
    let gap = one.char.charCodeAt(0) - last;
    for (; gap > widest; gap -= widest) put(widest, 0);
    for (const reading of one.readings) {
      put(gap, syllables.indexOf(reading));
      gap = 0;
    }
    if (one.readings.length > 0) last = one.char.charCodeAt(0);
  }
  return `${JSON.stringify({ syllables: syllables.join(' '), entries: text })}\n`;
}

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  if (process.argv.includes('--print')) process.stdout.write(readings());
  else writeFileSync(table, readings());
}
