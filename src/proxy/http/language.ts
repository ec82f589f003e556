export type Language = 'ar' | 'en';

/** Which of our languages an `Accept-Language` header prefers; Arabic where it names neither. */
export function parseLanguage(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: 'ar', weight: 0 };
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = asLanguage(tag.split('-')[0]);
    const weight = readWeight(parameters);
    if (language !== null && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

/** A language by its two letters, null for one that we don't speak. */
export function asLanguage(text: string | null | undefined): Language | null {
  return text === 'ar' || text === 'en' ? text : null;
}

function readWeight(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
