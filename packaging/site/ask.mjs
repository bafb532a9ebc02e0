// Asks the search of the site, in the worker that its pages run: node ask.mjs SITE QUESTIONS. A line of QUESTIONS is a question, a tab, and the
// page that answers it, which must be among the first three that are found.
import {readFileSync, readdirSync} from 'node:fs';
import vm from 'node:vm';

const [site, questions] = process.argv.slice(2);
const folder = `${site}/assets/javascripts/workers`;
let hear;
let answered;
const worker = {
    console, URL, Intl, setTimeout, clearTimeout, performance, location: {href: 'file:///'},
    addEventListener: (kind, listener) => hear = listener, postMessage: data => answered(data),
};
worker.self = worker;
vm.createContext(worker);
vm.runInContext(readFileSync(`${folder}/${readdirSync(folder).find(name => name.endsWith('.min.js'))}`, 'utf8'), worker);

// What the pages put before the worker.
class Worker {
    postMessage(message) {
        hear({data: message});
    }
}
vm.runInNewContext(readFileSync(`${site}/assets/search.js`, 'utf8'), {Worker});
const ask = message => new Promise(done => {
    answered = done;
    new Worker().postMessage(message);
});

const SETUP = 0;
const QUERY = 2;
await ask({type: SETUP, data: {...JSON.parse(readFileSync(`${site}/search/search_index.json`, 'utf8')), options: {suggest: true}}});
const lines = readFileSync(questions, 'utf8').trim().split('\n');
let found = 0;
for (const line of lines) {
    const [question, page] = line.split('\t');
    const pages = (await ask({type: QUERY, data: question})).data.items.map(([{location}]) => location.split('#')[0]).slice(0, 3);
    if (pages.includes(page)) {
        found++;
    } else {
        console.error(`${question}: found ${pages.join(', ')}, expected ${page}`);
    }
}
console.log(`${found} of ${lines.length} questions find their page among the first three`);
process.exitCode = found < lines.length ? 1 : 0;
