// More tags of one family than these, such as customer:1, customer:2 and so on, are one node.
const MOST_ALIKE = 4;

function familyOf(tag) {
    const colon = tag.indexOf(':');
    return colon < 0 ? null : tag.substring(0, colon + 1);
}

function groupBy(items, keyOf) {
    const groups = new Map();
    items.forEach(item => groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]));
    return groups;
}

/** Functions in columns, callers to the left of what they call; tags beside them; and what belongs to what. */
export class TagGraph {

    #links;
    #calls;

    constructor({ functions, tags, links, calls }) {
        this.functions = new Map(functions.map(one => [one.function, one]));
        this.tags = new Map(tags.map(one => [one.tag, one]));
        this.#links = groupBy(links, link => link.tag);
        this.#calls = calls.filter(({ outer, inner }) => outer !== inner);
        this.columns = this.#columns();
        this.nodes = this.#nodes();
        this.edges = [...this.#calls.map(({ outer, inner }) => ({ from: outer, to: inner, call: true })),
            ...this.nodes.flatMap(node => node.functions.map(from => ({ from, to: node.id })))];
    }

    /** What a revalidation of a tag reaches: how many entries of which functions, and by which nested calls. */
    reachOf(tag) {
        const reached = new Map((this.#links.get(tag) ?? []).map(link => [link.function, link.entries]));
        return [...reached].map(([name, entries]) => ({
            ...this.functions.get(name), entries,
            through: this.callsOf(name).filter(inner => reached.has(inner)).map(inner => this.functions.get(inner))
        }));
    }

    callsOf(name) {
        return this.#calls.filter(({ outer }) => outer === name).map(({ inner }) => inner);
    }

    callersOf(name) {
        return this.#calls.filter(({ inner }) => inner === name).map(({ outer }) => outer);
    }

    tagsOf(name) {
        return [...this.tags.keys()].filter(tag => this.#functionsOf(tag).includes(name));
    }

    /** The node that shows a tag, alone or with those like it. */
    nodeOf(tag) {
        return this.nodes.find(node => node.tags.includes(tag));
    }

    /** The nodes that a selection of {tag}, {function} or {group} lights up. */
    lit({ tag, function: name, group }) {
        if (tag) {
            return new Set([this.nodeOf(tag)?.id, ...this.#functionsOf(tag)]);
        }
        const node = this.nodes.find(one => one.id === group);
        if (node) {
            return new Set([node.id, ...node.functions]);
        }
        return new Set(name ? [name, ...this.callsOf(name), ...this.callersOf(name),
            ...this.nodes.filter(one => one.functions.includes(name)).map(one => one.id)] : []);
    }

    #functionsOf(tag) {
        return (this.#links.get(tag) ?? []).map(link => link.function);
    }

    #columns() {
        const heights = new Map();
        this.functions.forEach((one, name) => this.#height(name, heights, new Set()));
        const highest = Math.max(0, ...heights.values());
        return Array.from({ length: highest + 1 }, (none, index) => [...this.functions.values()]
            .filter(one => heights.get(one.function) === highest - index));
    }

    // How many calls deep it goes from here; functions that call each other in a circle end it.
    #height(name, heights, above) {
        if (!heights.has(name) && !above.has(name)) {
            const inside = new Set([...above, name]);
            heights.set(name, Math.max(0, ...this.callsOf(name).map(inner => 1 + this.#height(inner, heights, inside))));
        }
        return heights.get(name) ?? 0;
    }

    #nodes() {
        const order = [...this.functions.keys()];
        const nodes = [...groupBy(this.tags.values(), one => familyOf(one.tag)).entries()]
            .flatMap(([family, alike]) => alike.length > MOST_ALIKE && family
                ? [this.#node(`group ${family}`, `${family}…`, alike)]
                : alike.map(one => this.#node(`tag ${one.tag}`, one.tag, [one])));
        const place = node => node.functions.reduce((sum, name) => sum + order.indexOf(name), 0) / node.functions.length;
        return nodes.sort((one, other) => place(one) - place(other) || one.name.localeCompare(other.name));
    }

    #node(id, name, alike) {
        return {
            id, name,
            tags: alike.map(one => one.tag),
            entries: alike.reduce((sum, one) => sum + one.entries, 0),
            functions: [...new Set(alike.flatMap(one => this.#functionsOf(one.tag)))]
        };
    }
}
