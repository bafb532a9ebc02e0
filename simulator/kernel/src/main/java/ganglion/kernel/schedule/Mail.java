package ganglion.kernel.schedule;

import java.util.List;

/**
 * What one host tells another: spikes of its cores that reach cores there, and how far its cores have come. The horizons of
 * several cores, and all their spikes since the last mail, travel in one message. Immutable by convention: the sender keeps
 * no reference to the arrays.
 *
 * @param from number of the sending host
 * @param worked whether a core of the sender has run since its last mail: the sender may be waiting for an answer then
 * @param horizons for each core of the sender that reaches one of the receiver, ascending: every spike that it fires before
 *     this tick is in this mail or an earlier one
 * @param spikes batches of cores with targets at the receiver
 */
public record Mail(int from, boolean worked, long[] horizons, List<CoreSpikes> spikes) {}
