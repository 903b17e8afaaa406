import { connectionState } from 'connection-state';

// An answer that is expensive is asked for less often: at most a tenth of the time goes to it.
const REST = 10;

/** Asks again and again while the page is seen, one question at a time. */
export class Poll {

    #everyMillis;
    #ask;
    #turn = 0;
    #timer;
    #onSeen = () => document.hidden || this.now();

    /** @param ask returns a promise that settles when the answer is shown, and handles failures itself */
    constructor(host, everyMillis, ask) {
        this.#everyMillis = everyMillis;
        this.#ask = ask;
        host.addController(this);
    }

    hostConnected() {
        document.addEventListener('visibilitychange', this.#onSeen);
        this.now();
    }

    hostDisconnected() {
        document.removeEventListener('visibilitychange', this.#onSeen);
        this.#turn++;
        clearTimeout(this.#timer);
    }

    /** Asks at once. An answer that is still awaited may have been lost with its connection, so it is not waited for. */
    async now() {
        const turn = ++this.#turn;
        const began = performance.now();
        clearTimeout(this.#timer);
        if (!document.hidden && !connectionState.current.isDisconnected) {
            await this.#ask();
        }
        if (turn === this.#turn) {
            const rest = Math.max(this.#everyMillis, REST * (performance.now() - began));
            this.#timer = setTimeout(() => this.now(), rest);
        }
    }
}
