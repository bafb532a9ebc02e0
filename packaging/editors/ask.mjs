// Asks yaml-language-server over stdio as an editor does.
//
// node ask.mjs [SCHEMAS] < QUESTIONS
//
// QUESTIONS is a JSON list of {name, ask, file, text}. FILE is the absolute path that the text is taken to lie at; it need not exist, but a
// schema line of the text is relative to it. ASK is "completion" or "hover" where "|" in the text is the cursor, or "problems" for what the
// editor underlines. SCHEMAS is the setting yaml.schemas as JSON: patterns of files by the path of a schema. Printed is a JSON object of the
// answers by name: for completion a list of {label, documentation}, for hover a text, for problems a list of {line (from 1), message}.
import {spawn} from 'node:child_process';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {pathToFileURL} from 'node:url';

const server = join(dirname(createRequire(import.meta.url).resolve('yaml-language-server/package.json')), 'bin/yaml-language-server');
const settings = {validate: true, hover: true, completion: true, schemaStore: {enable: false}, schemas: JSON.parse(process.argv[2] ?? '{}')};
const questions = JSON.parse(readFileSync(0, 'utf8'));
const child = spawn(process.execPath, [server, '--stdio'], {stdio: ['pipe', 'pipe', 'inherit']});
const waiting = new Map();
let buffer = Buffer.alloc(0);
let nextId = 1;

child.on('exit', code => process.exit(code ?? 1)); // it answers nothing more

function send(message) {
    const body = Buffer.from(JSON.stringify({jsonrpc: '2.0', ...message}));
    child.stdin.write(`Content-Length: ${body.length}\r\n\r\n`);
    child.stdin.write(body);
}

function request(method, params) {
    const id = nextId++;
    send({id, method, params});
    return answered(id);
}

function answered(key) {
    return new Promise(resolve => waiting.set(key, resolve));
}

function settle(key, value) {
    waiting.get(key)?.(value);
    waiting.delete(key);
}

function take(message) {
    if (message.method === 'textDocument/publishDiagnostics') {
        settle(message.params.uri, message.params.diagnostics);
    } else if (message.method === 'workspace/configuration') {
        send({id: message.id, result: message.params.items.map(item => item.section === 'yaml' ? settings : {})});
        settle('configuration');
    } else if (message.method && message.id !== undefined) {
        send({id: message.id, result: null});
    } else if (message.error) {
        throw new Error(message.error.message);
    } else {
        settle(message.id, message.result);
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
        take(JSON.parse(body));
    }
});

const plain = text => typeof text === 'string' ? text : text?.value ?? '';

async function answer({ask, file, text}) {
    const [before, after] = ask === 'problems' ? [text, ''] : text.split('|');
    const lines = before.split('\n');
    const position = {line: lines.length - 1, character: lines.at(-1).length};
    const uri = pathToFileURL(file).href;
    const underlined = answered(uri);
    send({method: 'textDocument/didOpen', params: {textDocument: {uri, languageId: 'yaml', version: 1, text: before + after}}});
    if (ask === 'completion') {
        const found = await request('textDocument/completion', {textDocument: {uri}, position});
        return (found?.items ?? found ?? []).map(item => ({label: item.label, documentation: plain(item.documentation)}));
    }
    if (ask === 'hover') {
        return plain((await request('textDocument/hover', {textDocument: {uri}, position}))?.contents);
    }
    return (await underlined).map(found => ({line: found.range.start.line + 1, message: found.message}));
}

await request('initialize', {processId: process.pid, rootUri: null, capabilities: {
    textDocument: {completion: {completionItem: {documentationFormat: ['markdown']}}, hover: {contentFormat: ['markdown']}},
    workspace: {configuration: true},
}});
const configured = answered('configuration');
send({method: 'initialized', params: {}});
await configured; // else it would not yet know which files have which schema
const answers = {};
// The server waits a while before it underlines: ask about all files at once.
await Promise.all(questions.map(async question => answers[question.name] = await answer(question)));
child.removeAllListeners('exit');
child.kill();
console.log(JSON.stringify(answers));
