package ganglion.kernel.schedule;

/**
 * What is known of a projection before its synapses are made.
 *
 * @param synapses about how many there are
 * @param leadTicks after how many ticks, at the least, a spike is taken up where it arrives: the smallest delay of the projection, or of all
 *     that are added up together with it
 */
public record ProjectionOutline(long synapses, int leadTicks) {}
