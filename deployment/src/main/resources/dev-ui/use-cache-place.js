// What a page shows is in its address: a link leads to it, and a reload keeps it.

// Dev UI decodes the query once more when it loads a page, which these values survive.
function written(value) {
    return encodeURIComponent(value).replaceAll('~', '%7E').replaceAll('%', '~');
}

// Not decodeURIComponent, which fails on an address that somebody has mistyped.
function read(value) {
    return new URLSearchParams('value=' + value.replaceAll('~', '%')).get('value');
}

/** The address of another page of this extension, with what it has to show. */
export function hrefOf(page, filter = {}) {
    const query = Object.entries(filter).filter(([, value]) => value).map(([name, value]) => `${name}=${written(value)}`);
    return query.length === 0 ? page : `${page}?${query.join('&')}`;
}

/** What the address asks this page to show. */
export function filterOfAddress() {
    return Object.fromEntries([...new URLSearchParams(location.search)].map(([name, value]) => [name, read(value)]));
}

/** Puts what this page shows into its address. */
export function keepInAddress(page, filter) {
    history.replaceState(history.state, '', hrefOf(page, filter));
}
