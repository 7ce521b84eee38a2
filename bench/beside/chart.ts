/** The throughput beside each bare bot as a picture: a bar for each row, on a scale where twice and half are equally long. */

import { OURS } from './contenders';
import type { Measured } from './measure';

interface Words {
  readonly title: string;
  readonly slower: string;
  readonly faster: string;
  /** By the names of scenarios, and of what Hexfix stands beside. */
  readonly names: Readonly<Record<string, string>>;
}

const EN: Words = {
  title: 'Throughput beside bare bots, 16 at once',
  slower: 'slower',
  faster: 'faster',
  names: {
    'no code': 'a post without a code',
    code: 'an answer',
    press: 'a button',
    duplicate: 'a repetition',
    'bare Bolt': 'bare Bolt',
    'bare botbuilder': 'bare botbuilder',
    'bare botbuilder that verifies': 'botbuilder that verifies',
  },
};

const ZH: Words = {
  title: '与最简机器人相比的吞吐量（16 个并发）',
  slower: '更慢',
  faster: '更快',
  names: {
    'no code': '不含代码的消息',
    code: '一条答复',
    press: '一次按钮',
    duplicate: '一次重复投递',
    'bare Bolt': '最简 Bolt',
    'bare botbuilder': '最简 botbuilder',
    'bare botbuilder that verifies': '验证令牌的 botbuilder',
  },
};

/** By locale. */
export const CHARTS: Readonly<Record<'en' | 'zh-CN', (work: readonly Measured[]) => string>> = {
  en: (work) => drawChart(work, EN),
  'zh-CN': (work) => drawChart(work, ZH),
};

const LOAD = '16 at once';
const WIDTH = 760;
const ROW = 26;
const TOP = 70;
/** Where 1 stands, and how far 2 is from it: names end before 0.2, and 30 is still in the picture. */
const MIDDLE = 440;
const DOUBLE = 50;

interface Bar {
  readonly name: string;
  readonly ratio: number;
}

function drawChart(work: readonly Measured[], words: Words): string {
  const bars = toBars(work, words);
  const height = TOP + bars.length * ROW + 16;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${height}" viewBox="0 0 ${WIDTH} ${height}" role="img">`,
    `<title>${words.title}</title>`,
    '<style>text{font:13px system-ui,sans-serif;fill:#57606a}.t{font-size:15px;font-weight:600}.f{fill:#1a7f37}.s{fill:#bc4c00}',
    'line{stroke:#8c959f}@media(prefers-color-scheme:dark){text{fill:#c9d1d9}.f{fill:#3fb950}.s{fill:#db6d28}}</style>',
    `<text class="t" x="12" y="24">${words.title}</text>`,
    `<text x="${MIDDLE - 8}" y="${TOP - 16}" text-anchor="end">← ${words.slower}</text>`,
    `<text x="${MIDDLE + 8}" y="${TOP - 16}">${words.faster} →</text>`,
    ...bars.flatMap((bar, index) => drawBar(bar, TOP + index * ROW)),
    `<line x1="${MIDDLE}" x2="${MIDDLE}" y1="${TOP - 8}" y2="${height - 12}"/>`,
    '</svg>\n',
  ].join('\n');
}

function drawBar({ name, ratio }: Bar, y: number): readonly string[] {
  const reach = Math.log2(ratio) * DOUBLE;
  const isFaster = ratio >= 1;
  const beside = isFaster ? MIDDLE + reach + 6 : MIDDLE + 6;
  return [
    `<text x="12" y="${y + 13}">${name}</text>`,
    `<rect class="${isFaster ? 'f' : 's'}" x="${Math.min(MIDDLE, MIDDLE + reach).toFixed(1)}" y="${y}" width="${Math.abs(reach).toFixed(1)}" height="18"/>`,
    `<text x="${beside.toFixed(1)}" y="${y + 13}">${ratio.toFixed(2)}×</text>`,
  ];
}

function toBars(work: readonly Measured[], { names }: Words): readonly Bar[] {
  const here = work.filter(({ load }) => load === LOAD);
  return here.flatMap((bare) => {
    const ours = here.find(
      ({ contender, platform, scenario }) =>
        contender === OURS && platform === bare.platform && scenario === bare.scenario,
    );
    if (bare.contender === OURS || ours === undefined) return [];
    const platform = bare.platform === 'slack' ? 'Slack' : 'Teams';
    const name = `${platform} · ${names[bare.scenario] ?? bare.scenario} · ${names[bare.contender] ?? bare.contender}`;
    return [{ name, ratio: ours.perSecond / bare.perSecond }];
  });
}
