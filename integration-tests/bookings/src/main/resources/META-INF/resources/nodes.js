import { ask } from './api.js';
import { element } from './views.js';

/** The page of each node beside the others, each asking by itself. */
const addresses = await ask('nodes');
document.getElementById('nodes').replaceChildren(...addresses.map(address => element('section', {},
    element('h2', {}, address), element('iframe', { src: `${address}/?watch`, title: address }))));
