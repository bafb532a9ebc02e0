/**
 * A session: sound is heard, the network runs, decisions, rates, energy and latency are told to those who watch. {@code LiveSession} holds it together; each meter
 * measures one thing.
 */
package ganglion.live.session;
