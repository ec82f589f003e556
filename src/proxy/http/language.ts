import { asLanguage, defaultLanguage, type Language } from '../../contract/languages.ts';

/** Which of our languages an `Accept-Language` header prefers; Arabic where it names neither. */
export function parseLanguage(acceptLanguage: string | undefined): Language {
  let best: { language: Language; weight: number } = { language: defaultLanguage, weight: 0 };
  for (const part of (acceptLanguage ?? '').split(',')) {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const language = asLanguage(tag.split('-')[0]);
    const weight = readWeight(parameters);
    if (language !== null && weight > best.weight) best = { language, weight };
  }
  return best.language;
}

function readWeight(parameters: readonly string[]): number {
  const quality = parameters.find((parameter) => parameter.trim().startsWith('q='));
  const weight = quality === undefined ? 1 : Number(quality.trim().slice(2));
  return weight >= 0 && weight <= 1 ? weight : 0;
}
