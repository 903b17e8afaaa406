import { LitElement, html, css } from 'lit';

/** Stands where there is nothing to show, and says what to do. */
class UseCacheEmpty extends LitElement {

    static styles = css`
        :host {
            display: flex;
            flex-direction: column;
            align-items: center;
            gap: 12px;
            max-width: 60ch;
            margin: 60px auto;
            text-align: center;
            color: var(--lumo-secondary-text-color);
        }
        h3 {
            margin: 0;
            color: var(--lumo-body-text-color);
        }
        ::slotted(pre) {
            margin: 0;
            padding: 12px 16px;
            text-align: start;
            border-radius: var(--lumo-border-radius-m);
            background: var(--lumo-contrast-5pct);
            color: var(--lumo-body-text-color);
        }
    `;

    static properties = { heading: {} };

    render() {
        return html`<h3>${this.heading}</h3><slot></slot>`;
    }
}
customElements.define('use-cache-empty', UseCacheEmpty);
