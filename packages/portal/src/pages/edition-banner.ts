import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import type { Html } from './layout.ts';

/** Which text this is, unless it is the newest and in force: an old one, one for later, or one in the place of another. */
export function editionBanner(found: FoundDocument): Html | string {
  const { document, version, newest, inForce, standsInFor, correctedIn } = found;
  const address = `/documents/${document.documentId}`;
  const shown = `第 ${document.textVersion} 版文本`;
  if (standsInFor !== undefined)
    return html`<p class="banner other">${reasonOf(found)}${comingOf(found)}</p>`;
  if (version < inForce.version) {
    return html`<p class="banner ended">这是${shown}，不是现行文本。<a href="${address}">查看现行文本</a></p>`;
  }
  if (correctedIn !== undefined) {
    return html`<p class="banner other">
      这是${shown}，此后已勘误（第 ${correctedIn} 号）。<a href="${address}">查看勘误后的文本</a>
    </p>`;
  }
  if (version > inForce.version) {
    const from = inForce.until === undefined ? '' : `，自 ${inForce.until} 起施行`;
    return html`<p class="banner other">
      这是${shown}，其修改尚未施行${from}。<a href="${address}">查看现行文本</a>
    </p>`;
  }
  if (version === newest.version || inForce.until === undefined) return '';
  return html`<p class="banner other">
    这是现行的${shown}。另有修改自 ${inForce.until} 起施行。<a href="${address}?version=${newest.version}"
      >查看修改后的文本</a
    >
  </p>`;
}

function reasonOf({ document, asOf, standsInFor, correctedIn }: FoundDocument): string {
  const shown = `第 ${document.textVersion} 版文本`;
  if (standsInFor === 'withdrawn')
    return `${asOf} 适用的文本已撤回，不再公开；以下是此后恢复公开的${shown}。`;
  return `${asOf} 适用的文本已随一项修改一并勘误（第 ${correctedIn} 号），勘误与修改无法分开；以下是勘误后的${shown}。`;
}

function comingOf({ version, inForce, textFrom }: FoundDocument): string {
  if (version <= inForce.version || textFrom === undefined) return '';
  return `其中的修改自 ${textFrom} 起施行，此前尚未生效。`;
}
