package ganglion.kernel.schedule;

import java.util.List;

/**
 * What a host tells the conductor: how far it has come, and, when it can do nothing more by itself, enough to know when all
 * hosts wait for each other.
 *
 * @param host number of the host
 * @param completed all ticks before this one have been run by all its cores
 * @param waiting whether it can do nothing until it hears from another host or from the conductor
 * @param nextTick the earliest tick at which one of its cores has something to do
 * @param sent for each host the number of mails that it has sent there
 * @param received for each host the number of mails that it has taken in from there
 * @param spikes the spikes of its cores since the last report, in order of time for each core
 */
public record Report(
        int host,
        long completed,
        boolean waiting,
        long nextTick,
        long[] sent,
        long[] received,
        List<CoreSpikes> spikes) {}
