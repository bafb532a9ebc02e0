package ganglion.live.keep;

/**
 * What is remembered of a tick. The arrays are never written again.
 *
 * @param tick which one
 * @param heard samples as the ear heard them, after gain and noise, at its sample rate
 * @param spikes numbers of the neurons that fired, ascending, counted through all populations
 * @param winner index of the class that was decided for, or -1 for nothing
 */
record HeardTick(long tick, double[] heard, int[] spikes, int winner) {}
