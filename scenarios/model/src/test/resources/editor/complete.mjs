// Drives yaml-language-server over stdio as an editor does.
//
// node complete.mjs SERVER FILE < QUESTIONS
//
// SERVER is the bin/yaml-language-server of the npm package. FILE is the path that the text is taken to lie at; it need not
// exist, but the schema line of the text is relative to it. QUESTIONS is a JSON list of {name, text}; in each text "|" marks
// the cursor, which is asked for completion, or "^" for the documentation shown on hover. One line per question is printed:
// its name, a tab, and a JSON list of labels, or the documentation.
import {spawn} from 'node:child_process';
import {pathToFileURL} from 'node:url';
import {readFileSync} from 'node:fs';

const [server, file] = process.argv.slice(2);
const questions = JSON.parse(readFileSync(0, 'utf8'));
const child = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
const waiting = new Map();
let buffer = Buffer.alloc(0);
let nextId = 1;

function send(message) {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
}

function request(method, params) {
    const id = nextId++;
    send({id, method, params});
    return new Promise(resolve => waiting.set(id, resolve));
}

/** The server asks for settings; there are none. */
function answer(message) {
    if (message.method && message.id !== undefined) {
        const items = message.params?.items ?? [];
        send({id: message.id, result: message.method === 'workspace/configuration' ? items.map(() => ({})) : null});
    } else if (waiting.has(message.id)) {
        if (message.error) {
            throw new Error(message.error.message);
        }
        waiting.get(message.id)(message.result);
        waiting.delete(message.id);
    }
}

child.stdout.on('data', data => {
    buffer = Buffer.concat([buffer, data]);
    for (;;) {
        const head = buffer.indexOf('\r\n\r\n');
        if (head < 0) {
            return;
        }
        const length = Number(/Content-Length: (\d+)/i.exec(buffer.toString('utf8', 0, head))[1]);
        if (buffer.length < head + 4 + length) {
            return;
        }
        const body = buffer.toString('utf8', head + 4, head + 4 + length);
        buffer = buffer.subarray(head + 4 + length);
        answer(JSON.parse(body));
    }
});

const uri = pathToFileURL(file).href;
await request('initialize', {processId: process.pid, rootUri: null, capabilities: {
    textDocument: {completion: {completionItem: {documentationFormat: ['markdown']}}, hover: {contentFormat: ['markdown']}},
}});
send({method: 'initialized', params: {}});
for (const [number, {name, text}] of questions.entries()) {
    const hover = !text.includes('|');
    const offset = text.indexOf(hover ? '^' : '|');
    const before = text.slice(0, offset).split('\n');
    const position = {line: before.length - 1, character: before.at(-1).length};
    const textDocument = {uri: uri.replace(/\.yaml$/, `-${number}.yaml`)};
    send({method: 'textDocument/didOpen', params: {textDocument: {
        ...textDocument, languageId: 'yaml', version: 1, text: text.slice(0, offset) + text.slice(offset + 1)}}});
    const result = await request(hover ? 'textDocument/hover' : 'textDocument/completion', {textDocument, position});
    console.log(name + '\t' + JSON.stringify(hover ? result?.contents?.value ?? '' : (result?.items ?? result ?? []).map(item => item.label)));
}
child.kill();
