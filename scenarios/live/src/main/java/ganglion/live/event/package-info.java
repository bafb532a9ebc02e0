/** What a live session tells its watchers, and what they may ask of it. */
package ganglion.live.event;
