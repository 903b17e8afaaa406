/* Content to HTML elements. Buttons carry what they do in data attributes; app.js listens once for all of them. */

export function element(name, properties = {}, ...children) {
    const { data, ...rest } = properties;
    const made = Object.assign(document.createElement(name), rest);
    Object.assign(made.dataset, data);
    made.append(...children);
    return made;
}

export function tagButton(tag, text = tag) {
    return element('button', { className: 'tag', title: `Revalidate ${tag}`, data: { tag } }, text);
}

const when = new Intl.DateTimeFormat('en', { month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false });
const number = new Intl.NumberFormat('en');
const minutes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });

function table(heads, rows) {
    const head = element('tr', {}, ...heads.map(h => element('th', { scope: 'col', className: h.number ? 'number' : '' },
        h.number ?? h)));
    return element('table', {}, element('thead', {}, head), element('tbody', {}, ...rows));
}

function row(...cells) {
    return element('tr', {}, ...cells.map(c => c instanceof HTMLTableCellElement ? c : element('td', {}, c)));
}

function numeric(...content) {
    return element('td', { className: 'number' }, ...content);
}

function bar(share) {
    const filled = element('i');
    filled.style.width = `${Math.round(share * 100)}%`;
    return element('span', { className: 'share' }, filled, `${Math.round(share * 100)} %`);
}

function update(booking) {
    return element('button', { className: 'small', title: `Update booking ${booking.id}: five minutes later`,
        data: { booking: booking.id, delay: booking.delay + 5 } }, '+5 min');
}

export function bookings(found) {
    return table(['Booking', 'Customer', 'At', 'Departure', { number: 'Miles' }, { number: 'Delay' }, 'Update'],
        found.map(b => row(tagButton(`booking:${b.id}`, `${b.id}`),
            element('td', {}, tagButton(`customer:${b.customerId}`, b.customerId), ` ${b.customerName}`),
            b.destination, element('td', { className: 'when' }, when.format(new Date(b.departure))), numeric(number.format(b.miles)),
            numeric(element('b', {}, `${b.delay}`)), update(b))));
}

export function totals(found) {
    return table(['Type', { number: 'Bookings' }, 'On time', { number: 'Average delay' }, { number: '9 of 10 within' }],
        found.map(t => row(tagButton(`totals:${t.type}`, t.type), numeric(number.format(t.bookings)),
            bar(t.onTime / t.bookings), numeric(`${minutes.format(t.averageDelay)} min`), numeric(`${t.worstDecile} min`))));
}

export function customers(found) {
    return table(['Customer', 'City', { number: 'Bookings' }, { number: 'Average delay' }],
        found.map(c => row(element('td', {}, tagButton(`customer:${c.customerId}`, c.customerId), ` ${c.customerName}`),
            c.city, numeric(number.format(c.bookings)), numeric(`${minutes.format(c.averageDelay)} min`))));
}

export function renameForm(id) {
    const name = element('input', { name: 'name', required: true, placeholder: 'New name', ariaLabel: `New name of ${id}` });
    return element('form', { className: 'rename', data: { customer: id } }, name, element('button', {}, 'Rename'));
}
