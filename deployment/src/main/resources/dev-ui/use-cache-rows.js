/** Groups of pages that follow each other. */
function neighbours(pages) {
    const groups = [];
    pages.sort((one, other) => one - other).forEach(page => {
        if (groups.at(-1)?.at(-1) === page - 1) {
            groups.at(-1).push(page);
        } else {
            groups.push([page]);
        }
    });
    return groups;
}

/**
 * Rows of a grid that the application pages and sorts. A grid that asks again keeps its place, and what its rows show,
 * until the answer is there.
 */
export class Rows {

    #ask;
    #turn = 0;
    #wanted = new Map();
    #answers = new Set();

    /** @param ask is given {offset, limit, sort, descending}, returns a promise of {rows, total}, and shows failures */
    constructor(ask) {
        this.#ask = ask;
    }

    /** The grid asks page by page; neighbours that it asks for at once are one question to the application. */
    provider = ({ page, pageSize, sortOrders }, callback) => {
        const wanted = this.#wanted;
        if (wanted.size === 0) {
            const answer = Promise.resolve().then(() => this.#askFor(wanted, pageSize, sortOrders?.[0]));
            this.#answers.add(answer);
            answer.finally(() => this.#answers.delete(answer));
        }
        wanted.set(page, callback);
    };

    #askFor(wanted, pageSize, order) {
        this.#wanted = new Map();
        return Promise.all(neighbours([...wanted.keys()]).map(async pages => {
            const turn = this.#turn;
            const answer = await this.#ask({
                offset: pages[0] * pageSize,
                limit: pages.length * pageSize,
                sort: order?.path ?? null,
                descending: order?.direction === 'desc'
            });
            if (turn === this.#turn && answer) {
                pages.forEach((page, index) => {
                    wanted.get(page)(answer.rows.slice(index * pageSize, (index + 1) * pageSize), answer.total);
                });
            }
        }));
    }

    /** Asks for the rows that are seen again, and waits for them. */
    async again(grid) {
        const turn = ++this.#turn;
        grid.classList.add('again');
        this.#wanted = new Map();
        this.#answers.clear();
        grid.clearCache();
        await Promise.all(this.#answers);
        if (turn === this.#turn) {
            grid.classList.remove('again');
        }
    }
}
