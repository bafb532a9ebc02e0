/**
 * What browsers draw of a session: consecutive ticks as one message of bytes, thinned where there are more spikes than a screen shows, and
 * the pictures of the last minute. Plain values, used by one thread; nothing here knows of a network.
 */
package ganglion.live.picture;
