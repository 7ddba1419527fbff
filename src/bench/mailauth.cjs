// What mailauth.py measures Whence against: Node's mailauth on the same files and the same DNS.
//
//   node mailauth.cjs MODULES make FOLDER          writes signed mails and their DNS (zone, and names.json for the resolver)
//   node mailauth.cjs MODULES measure FOLDER MAIL COUNT WARM   prints seconds of processor time for COUNT checks, after WARM others
//
// MODULES is the folder where `npm install mailauth` was run.

const crypto = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { createRequire } = require('node:module');

const [modules, what, folder, ...rest] = process.argv.slice(2);
const need = createRequire(path.join(path.resolve(modules), 'x.js'));

const IP = '198.51.100.7';
const DOMAIN = 'sender.example';
const KB = 1024;
const SIZES = { '5k': 5 * KB, '50k': 50 * KB, '5m': 5 * KB * KB };

function text(size) {
    const line = 'The quick brown fox jumps over the lazy dog, again and again.\r\n';
    return line.repeat(Math.ceil(size / line.length));
}

function mail(size) {
    return [
        `Received: from mail.${DOMAIN} (mail.${DOMAIN} [${IP}]) by mx.example.org (Postfix) with ESMTPS id 4bXq2T5v1Lz9sQd`,
        '\tfor <clara@example.org>; Tue, 17 Nov 2026 08:12:21 +0100 (CET)',
        `From: Ann <ann@${DOMAIN}>`,
        'To: clara@example.org',
        'Subject: Hello',
        'Date: Tue, 17 Nov 2026 08:12:20 +0100',
        `Message-ID: <1@${DOMAIN}>`,
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        text(size)
    ].join('\r\n');
}

async function make() {
    const { dkimSign } = need('mailauth/lib/dkim/sign');
    const rsa = crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
    const ed = crypto.generateKeyPairSync('ed25519');
    const pem = pair => pair.privateKey.export({ type: 'pkcs8', format: 'pem' });
    const signatures = {
        rsa: { signingDomain: DOMAIN, selector: 'rsa', algorithm: 'rsa-sha256', privateKey: pem(rsa) },
        ed: { signingDomain: DOMAIN, selector: 'ed', algorithm: 'ed25519-sha256', privateKey: pem(ed) }
    };
    for (const [name, size] of Object.entries(SIZES)) {
        for (const [kind, all] of [['rsa', ['rsa']], ['both', ['rsa', 'ed']]]) {
            const plain = mail(size);
            const signed = await dkimSign(plain, {
                canonicalization: 'relaxed/relaxed',
                signatureData: all.map(each => signatures[each])
            });
            fs.writeFileSync(path.join(folder, `${name}-${kind}.eml`), signed.signatures + plain);
        }
    }
    const der = rsa.publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
    const raw = ed.publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64');
    const names = {
        [`rsa._domainkey.${DOMAIN}`]: { TXT: [`v=DKIM1; k=rsa; p=${der}`] },
        [`ed._domainkey.${DOMAIN}`]: { TXT: [`v=DKIM1; k=ed25519; p=${raw}`] },
        [DOMAIN]: { TXT: [`v=spf1 ip4:${IP} -all`] },
        [`mail.${DOMAIN}`]: { TXT: [`v=spf1 ip4:${IP} -all`], A: [IP] },
        [`_dmarc.${DOMAIN}`]: { TXT: ['v=DMARC1; p=reject'] },
        [`${IP.split('.').reverse().join('.')}.in-addr.arpa`]: { PTR: [`mail.${DOMAIN}.`] }
    };
    fs.writeFileSync(path.join(folder, 'names.json'), JSON.stringify(names));
    const quoted = value => value.match(/.{1,200}/g).map(part => `"${part}"`).join(' ');
    const lines = [];
    for (const [name, types] of Object.entries(names)) {
        for (const [type, values] of Object.entries(types)) {
            values.forEach(value => lines.push(`${name}. 3600 IN ${type} ${type === 'TXT' ? quoted(value) : value}`));
        }
    }
    fs.writeFileSync(path.join(folder, 'names.zone'), lines.join('\n') + '\n');
}

async function measure(file, count, warm) {
    const { authenticate } = need('mailauth');
    const names = JSON.parse(fs.readFileSync(path.join(folder, 'names.json')));
    const resolver = async (name, type) => {
        const found = names[name.toLowerCase()]?.[type];
        if (!found) {
            throw Object.assign(new Error('none'), { code: names[name.toLowerCase()] ? 'ENODATA' : 'ENOTFOUND' });
        }
        return type === 'TXT' ? found.map(value => [value]) : found;
    };
    const one = () =>
        authenticate(fs.readFileSync(path.join(folder, file)), {
            ip: IP,
            helo: `mail.${DOMAIN}`,
            sender: `ann@${DOMAIN}`,
            mta: 'mx.example.org',
            disableBimi: true,
            resolver
        });
    for (let i = 0; i < warm; i++) {
        await one();
    }
    const before = process.cpuUsage();
    for (let i = 0; i < count; i++) {
        const { dmarc, dkim } = await one();
        if (dmarc.status.result !== 'pass' || dkim.results.some(each => each.status.result !== 'pass')) {
            throw new Error(`${file}: ${JSON.stringify(dkim.results.map(each => each.status))}`);
        }
    }
    const used = process.cpuUsage(before);
    console.log((used.user + used.system) / 1e6);
}

(what === 'make' ? make() : measure(rest[0], Number(rest[1]), Number(rest[2]))).catch(problem => {
    console.error(`mailauth.cjs: ${problem.message}`);
    process.exit(1);
});
