import { queryAs, viewer } from '../../database.js';

// One statement over the same tallies, shown as plain tables: the dashboard without its words and charts.
const OVERVIEW = `
  SELECT json_build_object(
    'campaigns', (SELECT json_agg(c ORDER BY c.year) FROM (
      SELECT c.id, c.year, r.schools, (SELECT count(*) FROM list_entry e JOIN approved_list l ON l.id = e.list_id
        WHERE l.campaign_id = c.id AND l.status = 'APPROVED' AND e.decision = 'INCLUDE') AS listed
      FROM campaign c JOIN roster_tally r ON r.campaign_id = c.id WHERE c.municipality_id = $1::uuid) c),
    'coverage', (SELECT json_agg(s) FROM (
      SELECT status, count(*) AS n FROM card WHERE campaign_id = k.id GROUP BY status) s),
    'sums', (SELECT json_agg(t ORDER BY t.sum) FROM (
      SELECT verdict, sum, schools FROM assessment_tally
      WHERE campaign_id = k.id AND generation = k.generation AND standing = 'ACCEPTED' AND zone = 'ALL') t),
    'items', (SELECT json_agg(t ORDER BY t.position) FROM (
      SELECT position, yes, no, inapplicable, missing FROM item_tally
      WHERE campaign_id = k.id AND generation = k.generation AND standing = 'ACCEPTED') t)) AS overview
  FROM campaign k WHERE k.municipality_id = $1::uuid ORDER BY k.year DESC LIMIT 1`;

function Rows({ of }) {
  return (
    <table>
      <tbody>
        {(of ?? []).map((row) => (
          <tr key={JSON.stringify(row)}>
            {Object.entries(row).map(([name, value]) => (
              <td key={name}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export default async function Page() {
  const who = await viewer();
  const [{ overview }] = await queryAs(who, OVERVIEW, [who.municipality_id]);
  return (
    <main>
      <Rows of={overview.campaigns} />
      <Rows of={overview.coverage} />
      <Rows of={overview.sums} />
      <Rows of={overview.items} />
    </main>
  );
}
