import { css } from 'lit';

/** What the pages and their parts have in common. All colours are those of Dev UI's theme. */
export const texts = css`
    .secondary {
        color: var(--lumo-secondary-text-color);
        font-size: var(--lumo-font-size-s);
    }
    .none {
        color: var(--lumo-tertiary-text-color);
    }
    .number {
        font-variant-numeric: tabular-nums;
    }
    .warning {
        color: var(--lumo-warning-text-color);
    }
    .error {
        color: var(--lumo-error-text-color);
    }
    code {
        font-size: 0.92em;
        overflow-wrap: anywhere;
    }
    a {
        color: var(--lumo-primary-text-color);
        text-decoration: none;
    }
    a:hover {
        text-decoration: underline;
    }
    a:focus-visible, button:focus-visible {
        outline: 2px solid var(--lumo-primary-color);
        outline-offset: 1px;
        border-radius: var(--lumo-border-radius-s);
    }
`;

export const page = css`
    :host {
        display: flex;
        flex-direction: column;
        box-sizing: border-box;
        height: 100%;
        padding: 0 10px;
        color: var(--lumo-body-text-color);
    }
    vaadin-grid {
        flex: 1;
        min-height: 0;
    }
    .bar {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 8px 12px;
        padding: 4px 0 8px;
    }
    .fill {
        flex: 1;
    }
    .failure {
        padding: 10px 0;
        color: var(--lumo-error-text-color);
    }
`;

/** A grid that asks again keeps what its rows show until the answer is there, instead of blinking. */
export const grid = css`
    vaadin-grid.again vaadin-grid-cell-content {
        visibility: visible;
    }
    vaadin-grid::part(cell) {
        cursor: default;
    }
`;
