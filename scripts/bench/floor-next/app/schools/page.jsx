import { queryAs, viewer } from '../../database.js';

export default async function Page() {
  const who = await viewer();
  const rows = await queryAs(
    who,
    `SELECT s.id::text AS id, s.code, s.name, s.short_name, s.kind::text AS kind, s.place::text AS place, s.grades, s.pupils
     FROM school s WHERE s.municipality_id = $1::uuid AND s.closed_at IS NULL ORDER BY s.short_name, s.id LIMIT 50`,
    [who.municipality_id],
  );
  return (
    <table>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <td>
              <a href={`/schools/${row.id}`}>{row.short_name}</a>
            </td>
            <td>{row.code}</td>
            <td>{row.kind}</td>
            <td>{row.place}</td>
            <td>{`${row.grades[0]}–${row.grades.at(-1)}`}</td>
            <td>{row.pupils}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
