import { duration } from './use-cache-text.js';

function millisOf(mark) {
    return mark ?? Infinity;
}

/**
 * Places ages on a line from 0 to 1. The marks of a life, from seconds to months, share it evenly, and time runs evenly
 * between two of them; after the last one, which may be followed by all the time there is, it runs slower and slower.
 */
export class LifeScale {

    constructor(entry) {
        this.age = entry.ageMillis;
        this.stale = millisOf(entry.staleMillis);
        this.revalidate = millisOf(entry.revalidateMillis);
        this.expire = millisOf(entry.expireMillis);
        const ends = [...new Set([this.stale, this.revalidate, this.expire])].filter(end => end > 0);
        this._ends = ends.sort((one, other) => one - other);
    }

    at(age) {
        const index = this._ends.findIndex(end => age <= end);
        if (index < 0) {
            return 1;
        }
        const from = index === 0 ? 0 : this._ends[index - 1];
        const to = this._ends[index];
        const within = to === Infinity ? (age - from) / (age || 1) : (age - from) / (to - from);
        return (index + within) / this._ends.length;
    }

    /** The marks that fall on the line, with what each means. */
    marks() {
        const marks = [
            { name: 'stale', millis: this.stale, meaning: 'clients may keep it until then' },
            { name: 'revalidate', millis: this.revalidate, meaning: 'later it is served once more and refreshed behind the call' },
            { name: 'expire', millis: this.expire, meaning: 'later a call loads it' }
        ];
        return marks.map(mark => ({
            ...mark,
            at: mark.millis === Infinity ? 1 : this.at(mark.millis),
            text: mark.millis === Infinity ? 'never' : duration(mark.millis)
        }));
    }

    /** What a call gets now. */
    zone() {
        if (this.age > this.expire) {
            return 'expired';
        }
        return this.age > this.revalidate ? 'stale' : 'fresh';
    }
}
