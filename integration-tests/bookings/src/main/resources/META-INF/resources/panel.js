import { ask } from './api.js';
import { element, tagButton } from './views.js';

const HISTORY = 32;

/** One cached method: what it returned, how long that took, and which method bodies ran for it. */
export class Panel {

    /** Calls asked with itself when a person wants this panel asked. */
    constructor(definition, asked) {
        this.definition = definition;
        this.asked = () => asked(this);
        this.root = document.getElementById('panel').content.cloneNode(true).firstElementChild;
        this.root.querySelector('h2').textContent = definition.title;
        this.part('content').ariaLabel = definition.title;
        this.part('ask').addEventListener('click', this.asked);
        this.offer(definition.choices ?? []);
        this.showChoice();
    }

    part(name) {
        return this.root.querySelector(`.${name}`);
    }

    offer(choices) {
        const select = this.root.querySelector('select');
        select.hidden = choices.length === 0;
        select.ariaLabel = this.definition.label ?? '';
        select.replaceChildren(...choices.map(([value, text]) => element('option', { value }, text)));
        if (this.definition.first) {
            select.value = this.definition.first;
        }
        select.addEventListener('change', () => {
            this.showChoice();
            this.asked();
        });
    }

    /** Shows what follows from the choice alone. */
    showChoice() {
        const label = this.part('tags').firstElementChild;
        this.part('tags').replaceChildren(label, ...this.definition.tags(this.choice).flatMap(tag => [tagButton(tag), ' ']));
        this.part('content').scrollTop = 0;
        this.part('extra').replaceChildren(...[this.definition.extra?.(this.choice)].filter(Boolean));
    }

    get choice() {
        return this.root.querySelector('select').value;
    }

    /** The call as executions count it, such as byType(short-haul). */
    get call() {
        return `${this.definition.method}(${this.choice})`;
    }

    /** Asks the server, shows the answer, and tells whether the method ran for it. */
    async ask() {
        const answer = await ask(this.definition.path(this.choice));
        const loaded = answer.executed.length > 0;
        this.showStatus(loaded, answer);
        this.showContent(answer.content);
        return loaded;
    }

    /** Keeps the keyboard where it is although the buttons are new. */
    showContent(content) {
        const index = this.buttons().indexOf(document.activeElement);
        this.part('content').replaceChildren(this.definition.view(content));
        this.buttons()[index]?.focus({ preventScroll: true });
    }

    buttons() {
        return [...this.part('content').querySelectorAll('button')];
    }

    showStatus(loaded, answer) {
        const badge = this.part('badge');
        badge.textContent = loaded ? 'Loaded' : 'Hit';
        badge.className = `badge ${loaded ? 'loaded' : 'hit'}`;
        this.part('time').textContent = time(answer.micros);
        this.part('ran').replaceChildren(...ran(answer.executed));
        this.remember(loaded, answer.micros);
        this.root.classList.remove('flash');
        this.root.getBoundingClientRect();
        this.root.classList.toggle('flash', loaded);
    }

    remember(loaded, micros) {
        const history = this.part('history');
        const mark = element('i', { className: loaded ? 'loaded' : 'hit' });
        mark.style.height = `${height(micros)}%`;
        history.append(mark);
        if (history.childElementCount > HISTORY) {
            history.firstElementChild.remove();
        }
    }

    /** How often the body ran since the server started, refreshes behind a call included. */
    showCount(executions) {
        this.root.querySelector('.count')?.remove();
        const runs = executions[this.call] ?? 0;
        this.part('ran').append(element('span', { className: 'count' }, `${runs} ${runs === 1 ? 'run' : 'runs'} since the start`));
    }
}

function ran(executed) {
    return executed.length === 0 ? ['No method ran. ']
        : ['Ran ', ...executed.flatMap(call => [element('code', {}, call), ' '])];
}

/** Logarithmic, from 10 microseconds to 100 milliseconds. */
function height(micros) {
    return Math.min(100, Math.max(10, 25 * (Math.log10(micros) - 1)));
}

function time(micros) {
    return micros < 1000 ? `${micros} µs` : `${(micros / 1000).toFixed(1)} ms`;
}
