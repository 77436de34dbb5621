import { type KnownMetrics, expressionFaults } from './known-metrics.ts';
import { type Tree, documentsOf, pathsBelow, textOf } from './tree.ts';

interface Rule {
  readonly alert: string;
  readonly expr: string;
  readonly labels?: { readonly severity?: string };
  readonly annotations?: { readonly summary?: string; readonly runbook_url?: string };
}

interface Panel {
  readonly title: string;
  readonly targets?: readonly { readonly expr: string }[];
}

const alertsPath = 'infra/prometheus/alerts.yaml';
const dashboardPath = 'infra/grafana/gongwen.json';
const runbooks = 'docs/operations/';
/** Pages that are no alert’s. */
const guides = ['index.md', 'kafka.md', 's3.md', 'opensearch.md'].map((name) => runbooks + name);
/** What whoever is woken up wants to know, in this order. */
const questions = ['含义 What it means', '影响 Who notices', '查看 Look', '处理 Mend', '结束 Over when'];

export function monitoringFaults(tree: Tree, metrics: KnownMetrics): string[] {
  const [{ groups } = { groups: [] }] = documentsOf<{ groups: { rules: Rule[] }[] }>(tree, alertsPath);
  const rules = groups.flatMap(({ rules: some }) => some);
  const { panels } = JSON.parse(textOf(tree, dashboardPath)) as { panels: Panel[] };
  const pages = new Set(rules.map(({ alert }) => runbookOf(alert)));
  return [
    ...rules.flatMap((rule) =>
      ruleFaults(rule, tree, metrics).map((fault) => `${alertsPath}: ${rule.alert}: ${fault}`),
    ),
    ...panels.flatMap(({ title, targets = [] }) =>
      targets
        .flatMap(({ expr }) => expressionFaults(expr, metrics))
        .map((fault) => `${dashboardPath}: ${title}: ${fault}`),
    ),
    ...pathsBelow(tree, runbooks, '.md')
      .filter((path) => !pages.has(path) && !guides.includes(path))
      .map((path) => `${path}: there is no such alert`),
  ];
}

function ruleFaults({ alert, expr, labels, annotations }: Rule, tree: Tree, metrics: KnownMetrics): string[] {
  const page = runbookOf(alert);
  const text = tree.get(page)?.text;
  const { summary = '', runbook_url: url = '' } = annotations ?? {};
  const places = questions.map((question) => text?.indexOf(`\n## ${question}\n`) ?? -1);
  const isInOrder = places.every((place, index) => place > (places[index - 1] ?? -1));
  return [
    ...expressionFaults(expr, metrics),
    ...(['critical', 'warning'].includes(labels?.severity ?? '') ? [] : ['has no severity']),
    ...(/\p{Script=Han}/u.test(summary) && / \/ \S/.test(summary) ? [] : ['is not told in both languages']),
    ...(url.endsWith(`/${page}`) ? [] : [`names ${url}, expected ${page}`]),
    ...(text === undefined ? [`${page} does not exist`] : []),
    ...(text === undefined || isInOrder ? [] : [`${page} does not answer ${questions.join(', ')}`]),
  ];
}

/** `GongwenRoleDown` → `docs/operations/role-down.md` */
function runbookOf(alert: string): string {
  const words = alert.replace(/^Gongwen/, '').replaceAll(/(?<!^)([A-Z])/g, '-$1');
  return `${runbooks}${words.toLowerCase()}.md`;
}
