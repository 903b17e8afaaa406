/**
 * Rows of a grid that the application pages and sorts. A grid that asks again keeps its place, and what its rows show,
 * until the answer is there.
 */
export class Rows {

    #ask;
    #grid;
    #turn = 0;
    #under = new Map();

    /** @param ask is given {offset, limit, sort, descending}, returns a promise of {rows, total}, and shows failures */
    constructor(ask) {
        this.#ask = ask;
    }

    provider = ({ page, pageSize, sortOrders = [] }, callback) => {
        const turn = this.#turn;
        const [order] = sortOrders;
        const asked = this.#ask({
            offset: page * pageSize,
            limit: pageSize,
            sort: order?.path ?? null,
            descending: order?.direction === 'desc'
        }).then(answer => {
            if (turn === this.#turn && answer) {
                callback(answer.rows, answer.total);
            }
        });
        this.#under.set(page, asked);
        asked.finally(() => this.#under.get(page) === asked && this.#under.delete(page));
    };

    /** Asks for the rows that are seen again, and waits for them. */
    async again(grid) {
        const turn = ++this.#turn;
        grid.classList.add('again');
        this.#under.clear();
        grid.clearCache();
        await Promise.all(this.#under.values());
        if (turn === this.#turn) {
            grid.classList.remove('again');
        }
    }
}
