import { expect, test } from 'vitest';
import { rules } from '../src/rules/index.ts';
import type { Rule } from '../src/rules/rule.ts';
import { findings } from './rule-examples.ts';

/* What each rule finds stands in ⟦ ⟧; a text without is one that only looks alike. */

const placeholders = [
  '実績は⟦[具体的な製品名]⟧です。',
  '年収は⟦［任意の数字］⟧です。',
  '私の⟦{あなたの強み}⟧を話します。',
  '売上は⟦｛実際の数値｝⟧です。',
  '⟦<応募先の企業名>⟧を志望します。',
  '⟦＜ここに社名＞⟧で働きます。',
  '前職は⟦[会社名を入力]⟧です。',
  '担当は⟦[氏名]⟧です。',
  '経験は⟦[年数]⟧です。',
  '詳しくは⟦[URL]⟧へ。',
  '詳細は⟦[部署など]⟧へ。',
  '写真は⟦[画像を挿入する]⟧です。',
  '⟦【ここに実績を書く】⟧',
  '経歴は⟦【数値を記入してください】⟧です。',
  '⟦【要確認】⟧年収は上がります。',
  '年収は⟦【未定】⟧です。',
  '年収は上がります⟦（要追記）⟧。',
  '年収は上がります⟦（後で確認する）⟧。',
  '年収は上がります⟦(TODO)⟧。',
  '年収は上がります⟦（ここに数字を入れる）⟧。',
  'Sales grew at ⟦[insert company name]⟧.',
  'I am ⟦[Your Name]⟧ from ⟦[city]⟧.',
  'I am ⟦[first name]⟧ of the team.',
  'It costs ⟦[x]⟧ or ⟦[...]⟧.',
  'My ⟦{会社名}⟧ is big.',
  'Dear ⟦{{first_name}}⟧, hello.',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a placeholder in a text
  'It costs ⟦${price}⟧.',
  'Dear ⟦{name}⟧, hello.',
  '損失は⟦X億円⟧です。',
  '年収は⟦XXX万円⟧です。',
  '達成率は⟦●●%⟧です。',
  '達成率は⟦〇〇％⟧です。',
  '社員は⟦XX人⟧です。',
  '顧客は⟦●●件⟧です。',
  '経験は⟦XX年⟧です。',
  '参加者は⟦X名⟧です。',
  '価格は⟦$XXX,XXX⟧です。',
  'It costs ⟦$XXk⟧ a year.',
  'It grew by ⟦XX%⟧ a year.',
  '⟦●●株式会社⟧に勤めます。',
  '⟦●●様⟧にお渡しします。',
  '⟦株式会社●●⟧に勤めます。',
  '⟦TODO: 年収を調べる⟧',
  '⟦FIXME：出典を探す⟧',
  '⟦TBD⟧',
  '⟦Coming soon.⟧',
  '⟦N/A?⟧',
  '⟦to be written⟧',
  '⟦ここに経歴を記入してください。⟧',
  '⟦こちらに写真が入ります。⟧',
  '⟦準備中です⟧',
  '⟦（執筆中）⟧',
  '⟦後日追記⟧',
  '⟦Lorem ipsum dolor sit amet⟧',
  '⟦このテキストはダミーです。⟧',
  '⟦テキストテキストテキスト⟧',
  '⟦ダミーダミー⟧',
  '[重要]な話です。',
  '【目次】',
  '`/users/{id}`を呼びます。',
  '/users/{id}を呼びます。',
  '式はx_{i}です。',
  '20XX年のことです。',
  'X社に勤めます。',
  'XX年目の春です。',
  'TODOリストを作ります。',
  'お店は準備中のことが多いです。',
  '服は$XLではなくXLです。',
  '未定の予定があります。',
  '○○の仕事です。',
  '（注意）火に気をつけます。',
  '型は{string}です。',
  '[Link](https://example.org/)です。',
  'コードは`[氏名]`です。',
  '10X%です。',
  'A[0]です。',
  '⟦xxx⟧',
  '見学は日曜です',
  '⟦[氏名、年数]⟧',
  '⟦｛｛会社名｝｝⟧へようこそ。',
];

const residues = [
  '⟦承知しました。以下にガイドを作成します。⟧',
  '⟦はい、かしこまりました！ご指定の内容でまとめます。⟧',
  '⟦以下に職業ガイドを作成しました。⟧',
  '⟦次の通り記事の原稿を執筆いたしました。⟧',
  '⟦以下が完成版の記事です。⟧',
  '⟦下記は構成案になります⟧',
  '⟦この文章をそのままコピーしてご利用ください。⟧',
  '⟦そのまますべてコピペしてお使いください。⟧',
  '⟦（回答例は除外してください）⟧',
  '⟦（表の項目を含めないこと）⟧',
  '⟦(見出しは使わない)⟧',
  '⟦（200文字以内で記述してください）⟧',
  '⟦（必ず具体的に書いてください）⟧',
  '⟦以下のフォーマットに従って出力してください。⟧',
  '⟦次の条件で原稿を作成せよ⟧',
  '⟦あなたはプロのライターです。⟧',
  '⟦ご指定いただいた条件に沿って原稿を作成しました。⟧',
  '⟦上記の指示に基づき本文を修正しました。⟧',
  '⟦続きを出力しますか？⟧',
  '⟦文字数の制限のため、ここまでで分割します。⟧',
  '⟦回答の上限に達したため、続きは次に書きます。⟧',
  '⟦私はAIなので、年収を知りません。⟧',
  '⟦AI言語モデルである私には経験がありません。⟧',
  '⟦以上が、ご要望のガイドです。⟧',
  '⟦【ここから本文】⟧',
  '⟦ここまでが記事⟧',
  '⟦文字数：約3,000文字⟧',
  '⟦（総文字数: 1200字）⟧',
  '⟦必要に応じて内容を修正してお使いください。⟧',
  '⟦修正が必要な場合はお知らせください。⟧',
  '⟦追加のご要望があれば教えてください。⟧',
  '⟦他にもご質問がございましたら、お気軽にお知らせください。⟧',
  '⟦この内容でいかがでしょうか？⟧',
  '年収は上がります⟦:contentReference[oaicite:3]⟧。',
  '年収は上がります⟦【4†出典】⟧。',
  'See ⟦turn0search1⟧ for more.',
  '⟦ChatGPT said:⟧',
  '⟦コードをコピーする⟧',
  '⟦回答を再生成⟧',
  "⟦Sure! Here's the guide you asked for.⟧",
  '⟦Certainly, I will write the article.⟧',
  "⟦Here's the guide you requested.⟧",
  '⟦Here is your draft:⟧',
  '⟦As an AI language model, I cannot know.⟧',
  'It is beyond ⟦my knowledge cutoff in 2023.⟧',
  '⟦I hope this helps!⟧',
  '⟦Let me know if you want any changes.⟧',
  '⟦Would you like me to continue with the next part?⟧',
  '⟦(Do not include prices in the table)⟧',
  '⟦(exclude salary questions)⟧',
  '⟦You are an expert career writer.⟧',
  '⟦Output the result in Markdown only.⟧',
  '⟦You can copy and paste this text below.⟧',
  '⟦(continued in the next message)⟧',
  '承知しましたと答えます。',
  '以下に道具を並べます。',
  '以下が道具です。',
  'そのままコピー機に置きます。',
  '（天ぷらは除きます）',
  'あなたは編集者になりますか。',
  '続きを読みますか？',
  '私はAIの研究者です。',
  '文字数は大切です。',
  '必要に応じて塩を足してください。',
  'ご質問があれば窓口へどうぞ。',
  'Sure, the soup is hot.',
  'Here is the market.',
  'As an artist, I draw.',
  'Would you like some tea?',
  '(Do not touch)',
  'You are an expert cook.',
  'Return the book in time.',
  '## 志望動機⟦（簡潔に）⟧',
  '## 経歴⟦（200文字程度で）⟧',
  '## 強み⟦【できるだけ具体的に記述してください】⟧',
  '## 実績⟦（詳しく説明すること）⟧',
  '## 表（3個程度）',
  '## Strengths ⟦(be concise)⟧',
  '## Story ⟦(max 200 words)⟧',
  '## List ⟦[use bullet points]⟧',
  '## Tips ⟦(3-5 sentences)⟧',
  '本文（簡潔に）です。',
  '## 材料（詳しくは本文へ）',
];

test.each(placeholders)('no-placeholder: %s', (marked) => {
  const text = plain(marked);
  expect(markedBy('no-placeholder', `${text}\n`)).toBe(`${marked}\n`);
});

test.each(residues)('no-prompt-residue: %s', (marked) => {
  const text = plain(marked);
  expect(markedBy('no-prompt-residue', `${text}\n`)).toBe(`${marked}\n`);
});

test.each([
  ['a cell', '| 会社 | 年収 |\n| - | - |\n| ⟦[会社名]⟧ | ⟦XXX万円⟧ |\n'],
  ['a bold cell', '| 会社 |\n| - |\n| **⟦【未定】⟧** |\n'],
  ['a list', '- 一つ目\n- ⟦TBD⟧\n'],
  ['a heading', '## ⟦[職種名]⟧の年収\n'],
  ['no bold label', '**【要確認】**\n\n本文です。\n'],
  ['front matter', '---\ntitle: "⟦[職種名]⟧の年収"\ntags: [経理, 簿記]\nsummary: "⟦（要追記）⟧"\n---\n'],
  ['no front matter that is no text', '---\ntags: [URL]\n---\n'],
])('a placeholder in %s', (_place, marked) => {
  expect(markedBy('no-placeholder', plain(marked))).toBe(marked);
});

function plain(marked: string): string {
  return marked.replace(/[⟦⟧]/g, '');
}

function markedBy(id: string, text: string): string {
  const rule = rules.find((known): known is Rule => known.id === id);
  const found = rule ? findings(rule, { guide: text }) : [];
  return found
    .toSorted((a, b) => b.range.start - a.range.start)
    .reduce(
      (marked, { range: { start, end } }) =>
        `${marked.slice(0, start)}⟦${marked.slice(start, end)}⟧${marked.slice(end)}`,
      text,
    );
}
