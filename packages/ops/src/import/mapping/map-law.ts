import type { DocumentContent } from '@gongwen/schemas';
import { cleanText, cut } from './clean-text.ts';
import { type Fields, type Mapped, type Place, isFields, present, textField, textsField } from './draft.ts';
import { lawDates } from './law-dates.ts';
import { issuersIn, orderNumberIn, readHistory } from './law-history.ts';
import { maximumBodyLength } from './read-body.ts';
import { isDocumentNumber, readTitle } from './read-title.ts';
import { readNumber } from './read-number.ts';
import { noTitle, tooLongBody } from './refusals.ts';
import { type Warning, warning } from './warning.ts';

const collection = 'laws';
const maximumCaption = 5000;

/** A record of a collection of laws: `path`, `title`, `history` and `body`, in some also `meta`. */
export function mapLaw(record: Fields, place: Place): Mapped {
  const title = readTitle(textField(record, 'title'));
  if (title.title === '') return noTitle;
  const text = cleanText(textField(record, 'body').replaceAll(/^#{1,6}\s+/gm, ''));
  if (text.length > maximumBodyLength) return tooLongBody;
  const path = textField(record, 'path');
  const meta = isFields(record['meta']) ? record['meta'] : {};
  const lines = textsField(record, 'history');
  const history = readHistory(lines);
  const dates = lawDates(history.entries, meta, path);
  const number = readNumber(orderNumberIn(history.entries) ?? lines.find(isDocumentNumber) ?? '');
  const issuers = issuersIn(history.entries);
  const content: DocumentContent = present<DocumentContent>({
    ...kindOf(path, issuers[0]?.name ?? title.title),
    title: title.title,
    disclosure: 'active',
    documentNumber: number.number,
    captionNote: cut(cleanText(lines.join('\n')), maximumCaption),
    issuers,
    ...dates.content,
    history: [...history.entries],
    body: text === '' ? undefined : { text },
  });
  const warnings = [title, number, dates].flatMap((part) => part.warnings);
  return {
    outcome: 'document',
    draft: {
      content,
      source: { collection, file: place.file, row: place.line },
      warnings: [...warnings, ...historyWarnings(history.unreadable)],
      ...(dates.versionOn !== undefined && { versionOn: dates.versionOn }),
      ...statedValidity(meta),
    },
  };
}

/** National laws and administrative regulations stand above a city’s classes; `instrumentForm` keeps what they are. */
function kindOf(
  path: string,
  issuer: string,
): Pick<DocumentContent, 'docClass' | 'instrumentForm' | 'level'> {
  const folder = path.split('/').find((part) => part !== 'DLC' && !part.includes('地方法规')) ?? '';
  if (path.includes('地方性法规')) {
    const isCity = /^(?!北京|上海|天津|重庆)[\p{Script=Han}]{2,6}市人民代表大会/u.test(issuer);
    return {
      docClass: 'local_regulation',
      instrumentForm: '地方性法规',
      level: isCity ? 'city' : 'province',
    };
  }
  if (folder === '部门规章')
    return { docClass: 'government_rule', instrumentForm: folder, level: 'national' };
  const instrumentForm = folder === '行政法规' ? folder : '法律';
  return { docClass: 'other_policy_document', instrumentForm, level: 'national' };
}

function statedValidity(meta: Fields) {
  if (meta['expired'] === 1) return { statedValidity: { state: 'ended', label: '已失效' } as const };
  if (meta['expired'] === 0) return { statedValidity: { state: 'in_force', label: '有效' } as const };
  return {};
}

function historyWarnings(unreadable: readonly string[]): Warning[] {
  return unreadable.map((words) => warning('history_unreadable', cut(words, 100)));
}
