import { ask, renameCustomer, revalidate, updateBooking } from './api.js';
import { Panel } from './panel.js';
import { bookings, customers, element, renameForm, totals } from './views.js';

/** After this many milliseconds a refresh behind a call has usually been counted. */
const REFRESHED = 500;
const SECOND = 1_000;
const TOGETHER = 50;

const byId = id => document.getElementById(id);
const mode = () => document.querySelector('input[name=mode]:checked').value;
let panels = [];

function log(text, failed = false) {
    const clock = new Date().toLocaleTimeString('en', { hour12: false });
    const className = failed ? 'failed' : '';
    byId('log').prepend(element('li', { className }, element('time', {}, clock), ` ${text}`));
    Object.assign(byId('last'), { textContent: text, className });
}

async function counts() {
    const executions = await ask('executions');
    panels.forEach(panel => panel.showCount(executions));
}

async function askAll(what, asked = panels) {
    const loaded = [];
    for (const panel of asked) {
        if (await panel.ask()) {
            loaded.push(panel.call);
        }
    }
    await counts();
    setTimeout(() => counts().catch(failed), REFRESHED);
    log(`${what}. ${outcome(loaded, asked)}`);
}

function outcome(loaded, asked) {
    switch (loaded.length) {
        case 0: return 'All hits.';
        case asked.length: return `Loaded: ${loaded.join(', ')}.`;
        default: return `Loaded: ${loaded.join(', ')}. All else was a hit.`;
    }
}

function failed(error) {
    log(error.message, true);
    if (error.status === 401 || error.status === 403) {
        byId('token-label').hidden = false;
        byId('token').focus();
    }
}

/** Does something to the server, then asks every panel, so that one sees what it dropped. */
async function act(what, action) {
    try {
        await action();
        await askAll(what);
    } catch (error) {
        failed(error);
    }
}

/** As act, for what marks entries stale instead of dropping them if so chosen. */
function actByMode(what, action) {
    const chosen = mode();
    const stale = 'what shows it came once more, old, and is refreshed behind it: ask again';
    return act(`${what}; ${chosen === 'STALE' ? stale : 'what shows it expired'}`, () => action(chosen));
}

function revalidateTag(tag) {
    return actByMode(`Revalidated ${tag}`, chosen => revalidate(tag, chosen, byId('token').value));
}

document.addEventListener('click', event => {
    const { tag, booking, delay } = event.target.dataset ?? {};
    if (tag) {
        revalidateTag(tag);
    } else if (booking) {
        actByMode(`Set the delay of booking ${booking} to ${delay} min`,
            chosen => updateBooking(booking, Number(delay), chosen));
    }
});

document.addEventListener('submit', event => {
    event.preventDefault();
    const form = event.target;
    if (form.dataset.customer) {
        const { customer } = form.dataset;
        const name = form.elements.name.value;
        act(`Renamed ${customer} to ${name}`, () => renameCustomer(customer, name));
    } else {
        revalidateTag(form.elements.tag.value);
    }
});

function askOne(panel) {
    askAll(`Asked ${panel.call}`, [panel]).catch(failed);
}

byId('ask-all').addEventListener('click', () => askAll('Asked all again').catch(failed));

/** Asks all; only what changes is logged. */
async function look() {
    const loaded = [];
    for (const panel of panels) {
        if (await panel.ask()) {
            loaded.push(panel.call);
        }
    }
    if (loaded.length > 0) {
        await counts();
        log(`Asked all. ${outcome(loaded, panels)}`);
    }
}

/** Looks again and again while the box is ticked. */
async function watch() {
    if (byId('watch').checked) {
        await look();
    }
}

/** Looks when somebody has changed something, on this page or elsewhere: once for several changes together. */
function follow() {
    let soon;
    const changed = () => {
        clearTimeout(soon);
        soon = setTimeout(() => look().catch(failed), TOGETHER);
    };
    const changes = new EventSource('q/use-cache/changes');
    changes.addEventListener('change', changed);
    changes.addEventListener('reset', changed);
}

function definitions(types, everyone) {
    return [
        { title: 'Bookings by type', method: 'byType', label: 'Type', choices: types, view: bookings,
            path: type => `types/${type}/bookings`, tags: type => ['bookings-data', `bookings:${type}`] },
        { title: 'Bookings by customer', method: 'byCustomer', label: 'Customer', choices: everyone, first: 'ORD',
            view: bookings, extra: renameForm,
            path: id => `customers/${id}/bookings`, tags: id => ['bookings-data', `customer:${id}`] },
        { title: 'Statistics', method: 'statistics', view: totals,
            path: () => 'statistics', tags: () => ['bookings-data', 'statistics'] },
        { title: 'Busiest customers', method: 'busiest', label: 'Type', choices: types, view: customers,
            path: type => `types/${type}/customers`, tags: type => ['bookings-data', `totals:${type}`] },
    ];
}

async function start() {
    const types = (await ask('types')).map(type => [type, type]);
    const everyone = (await ask('customers')).content.map(c => [c.id, `${c.id} ${c.city}, ${c.state}`]);
    panels = definitions(types, everyone).map(definition => new Panel(definition, askOne));
    byId('panels').replaceChildren(...panels.map(panel => panel.root));
    await askAll('Opened the page');
    follow();
    byId('watch').checked = new URLSearchParams(location.search).has('watch');
    setInterval(() => watch().catch(failed), SECOND);
}

start().catch(failed);
