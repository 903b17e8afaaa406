// Fails if a page of the site refers to a page, an anchor, an image or a style that is not there. The argument is its directory.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const site = resolve(process.argv[2]);
const pages = readdirSync(site, { recursive: true }).filter(name => name.endsWith('.html')).map(name => join(site, name));
const text = new Map(pages.map(page => [page, readFileSync(page, 'utf8')]));

const isOutside = link => /^(https?:|mailto:|data:)/.test(link);

function mistake(page, link) {
    const [path, anchor] = link.split('#');
    const target = path ? resolve(dirname(page), decodeURI(path)) : page;
    if (!existsSync(target)) return 'there is no such file';
    return anchor && text.has(target) && !text.get(target).includes(`id="${anchor}"`) ? 'there is no such anchor' : null;
}

let mistakes = 0;
for (const page of pages) {
    for (const [, link] of text.get(page).matchAll(/ (?:href|src)="([^"]+)"/g)) {
        const why = isOutside(link) ? null : mistake(page, link);
        if (why) {
            console.error(`${page}: ${link}: ${why}`);
            mistakes++;
        }
    }
}
process.exit(mistakes ? 1 : 0);
