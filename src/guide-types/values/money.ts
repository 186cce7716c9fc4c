const currencies: readonly (readonly [RegExp, string])[] = [
  [/円|¥|￥|\byen\b|\bjpy\b/iu, 'JPY'],
  [/\$|ドル|\busd\b|dollars?/iu, 'USD'],
  [/€|ユーロ|\beur\b|euros?/iu, 'EUR'],
  [/£|ポンド|\bgbp\b|pounds?/iu, 'GBP'],
];

/** ISO 4217 code of the first currency that a text names. */
export function currencyIn(text: string): string | undefined {
  const normalized = text.normalize('NFKC');
  return currencies.find(([sign]) => sign.test(normalized))?.[1];
}

const scales: Readonly<Record<string, number>> = { 億: 100_000_000, 万: 10_000, 千: 1_000, k: 1_000, m: 1_000_000 };

/** What one unit of a bare number is worth under a column header: 10,000 under `年収 (万円)`. */
export function scaleOf(header: string): number {
  const normalized = header.normalize('NFKC');
  const named = /10[, ]?000\s*(?:yen|円|jpy)/iu.test(normalized)
    ? '万'
    : /(?<![\p{L}])([億万千])(?=円|ドル|ユーロ|ポンド|[)\s]|$)/u.exec(normalized)?.[1];
  const thousands =
    /[$€£¥]\s*k\b|\bk\s*[$€£]|\bk(?:usd|eur|gbp)\b|\bthousands?\b|1[, ]?000\s*(?:usd|eur|gbp|dollars|euros|pounds)/iu.test(
      normalized,
    );
  return scales[named ?? ''] ?? (thousands ? 1_000 : 1);
}

/** What a unit behind a number multiplies it by; undefined without a unit. */
export function scaleFactor(unit: string | undefined): number | undefined {
  return scales[(unit ?? '').toLowerCase()];
}
