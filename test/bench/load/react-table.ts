/** A table of results as a page of React has it: it asks who is signed in, then for the first results. */
import { createElement as h, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import type { SessionAnswer } from '../../../src/contract/account/session.js';
import type { ResultSummary } from '../../../src/contract/record/results.js';

const read = async (): Promise<readonly ResultSummary[]> => {
  const asked = await fetch('/api/session');
  const session = (await asked.json()) as SessionAnswer;
  if (session.status !== 'signed-in') return [];
  const found = await fetch(`/api/patients/${session.subjects[0]?.id}/results/search`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'X-CSRF-Token': session.csrfToken },
    body: '{}',
  });
  return ((await found.json()) as { results: ResultSummary[] }).results;
};

const Row = ({ row }: { row: ResultSummary }) =>
  h('tr', null, h('th', { scope: 'row' }, row.name), h('td', null, row.status));

const Table = () => {
  const [rows, setRows] = useState<readonly ResultSummary[]>();
  useEffect(() => {
    void read().then(setRows);
  }, []);
  if (!rows) return h('p', null, 'Loading…');
  return h('table', null, h('tbody', null, ...rows.map((row) => h(Row, { key: row.id, row }))));
};

const place = document.querySelector('#table');
if (place) createRoot(place).render(h(Table));
