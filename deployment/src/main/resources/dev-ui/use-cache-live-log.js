/** The kinds of events, as people read them, with the colour of each in the theme. */
export const KINDS = {
    HIT: { name: 'hit', color: '--lumo-success-color' },
    STALE_HIT: { name: 'stale hit', color: '--lumo-warning-color' },
    MISS: { name: 'miss', color: '--lumo-primary-color' },
    JOINED: { name: 'joined', color: '--lumo-contrast-50pct' },
    SHARED_HIT: { name: 'L2 hit', color: '--lumo-success-color-50pct' },
    LOAD: { name: 'load', color: '--lumo-primary-color' },
    LOAD_FAILED: { name: 'failed load', color: '--lumo-error-color' },
    REFRESH: { name: 'refresh', color: '--lumo-warning-color' },
    REVALIDATION: { name: 'revalidation', color: '--quarkus-assistant' }
};

const NOTHING = { hits: 0, staleHits: 0, misses: 0, sharedHits: 0, loads: 0, failures: 0, revalidations: 0 };

const MOST_EVENTS = 1000;

/** How far back the counts go. */
export const SECONDS = 90;

function sum(one, other) {
    return Object.fromEntries(Object.keys(NOTHING).map(name => [name, (one[name] ?? 0) + (other[name] ?? 0)]));
}

/** The latest events, newest first, and what happened in each of the last seconds. It never grows beyond both bounds. */
export class LiveLog {

    events = [];
    dropped = 0;
    #bySecond = new Map();
    #ahead = 0;

    add({ atMillis, events, dropped, counts }) {
        const second = Math.floor(atMillis / 1000);
        this.#ahead = atMillis - Date.now();
        this.#bySecond.set(second, sum(this.#bySecond.get(second) ?? NOTHING, counts));
        for (const old of this.#bySecond.keys()) {
            if (old < second - SECONDS) {
                this.#bySecond.delete(old);
            }
        }
        if (events.length > 0) {
            this.events = [...events.toReversed(), ...this.events].slice(0, MOST_EVENTS);
        }
        this.dropped += dropped;
    }

    /** Forgets the events, not the counts. */
    clear() {
        this.events = [];
        this.dropped = 0;
    }

    /** The counts of each second, the oldest first and the last complete one at the end, by the application's clock. */
    seconds() {
        const last = Math.floor((Date.now() + this.#ahead) / 1000) - 1;
        return Array.from({ length: SECONDS }, (none, index) => {
            const second = last - SECONDS + 1 + index;
            return { second, ...(this.#bySecond.get(second) ?? NOTHING) };
        });
    }

    /** The mean of the last complete seconds. */
    perSecond(seconds) {
        const latest = this.seconds().slice(-seconds).reduce(sum, NOTHING);
        return Object.fromEntries(Object.entries(latest).map(([name, number]) => [name, number / seconds]));
    }
}
