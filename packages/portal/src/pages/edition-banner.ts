import { html } from 'hono/html';
import type { FoundDocument } from '../find-document.ts';
import type { Html } from './layout.ts';

/** Which text this is, unless it is the newest and in force: an old one, or one that is adopted for later. */
export function editionBanner({ document, version, newest, inForce }: FoundDocument): Html | string {
  const address = `/documents/${document.documentId}`;
  if (version < inForce.version) {
    return html`<p class="banner ended">
      这是第 ${version} 版，不是现行版本。<a href="${address}?version=${inForce.version}"
        >查看现行第 ${inForce.version} 版</a
      >
    </p>`;
  }
  if (version > inForce.version) {
    return html`<p class="banner other">
      这是第 ${version} 版，其修改尚未施行${inForce.until === undefined ? '' : `，自 ${inForce.until} 起施行`}。<a
        href="${address}?version=${inForce.version}"
        >查看现行第 ${inForce.version} 版</a
      >
    </p>`;
  }
  if (version === newest.version || inForce.until === undefined) return '';
  return html`<p class="banner other">
    这是现行第 ${version} 版。另有修改自 ${inForce.until} 起施行。<a
      href="${address}?version=${newest.version}"
      >查看第 ${newest.version} 版</a
    >
  </p>`;
}
