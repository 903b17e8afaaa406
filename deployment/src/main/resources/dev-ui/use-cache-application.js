import { JsonRpc } from 'jsonrpc';

/**
 * The application's answers; its traffic is not in the log of messages, which would show little else. Not a property of
 * an element: what this proxy does not have looks like a method to everybody who asks, also to the template engine.
 */
export const application = new JsonRpc('quarkus-use-cache', false);
