/* The calls this page makes. No cache option is given: "no-store" would send Cache-Control: no-cache, past the cache. */

async function call(method, path, body, headers = {}) {
    const options = { method, headers };
    if (body) {
        options.body = JSON.stringify(body);
        headers['Content-Type'] = 'application/json';
    }
    const response = await fetch(path, options);
    if (!response.ok) {
        const error = new Error(`${method} ${path}: ${response.status} ${await reason(response)}`);
        throw Object.assign(error, { status: response.status });
    }
    return response.json();
}

async function reason(response) {
    const text = await response.text();
    try {
        const problem = JSON.parse(text);
        return problem.detail ?? problem.error ?? problem.title ?? text;
    } catch (notJson) {
        return text.slice(0, 200);
    }
}

export const ask = path => call('GET', path);

export const updateBooking = (id, delay, mode) => call('PATCH', `bookings/${id}?mode=${mode}`, { delay });

export const renameCustomer = (id, name) => call('PATCH', `customers/${id}`, { name });

export const revalidate = (tag, mode, token) => call('POST',
    `q/use-cache/revalidate?tag=${encodeURIComponent(tag)}&mode=${mode.toLowerCase()}`, null,
    token ? { Authorization: `Bearer ${token}` } : {});
