import { notifier } from 'notifier';

// Messages of Dev UI are HTML, keys and tags are not.
function plain(text) {
    const element = document.createElement('span');
    element.textContent = text;
    return element.innerHTML;
}

export function tell(text) {
    notifier.showSuccessMessage(plain(text), 'bottom-start');
}

export function complain(what, response) {
    notifier.showErrorMessage(plain(`${what}: ${reasonOf(response)}`), 'bottom-start', 10);
}

/** Why a call to the application failed. */
export function reasonOf(response) {
    return response?.error?.message ?? String(response);
}
