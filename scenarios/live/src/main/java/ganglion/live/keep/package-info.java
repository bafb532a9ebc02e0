/**
 * Stretches of a session as scenarios: {@code MomentMemory} holds the last minute, {@code MomentKeeper} writes a part of it as a folder that passes as a
 * regression test.
 */
package ganglion.live.keep;
