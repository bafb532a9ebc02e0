package ganglion.hardware.chip;

import ganglion.hardware.figure.Figure;
import java.util.Optional;

/**
 * What a chip can hold. An absent limit is unknown, which is not the same as unlimited: the placement reports it.
 *
 * @param chips chips in the largest system
 * @param neuronsPerCore neurons on one core
 * @param synapsesPerCore synapses into one core
 * @param inputAxonsPerCore source neurons that may reach one core
 * @param outputAxonsPerCore pairs of (neuron of this core, core that it reaches)
 * @param synapseMemoryPerCore bytes for the synapses into one core
 * @param memoryPerSynapse bytes that one synapse takes of that memory
 * @param fanIn synapses into one neuron
 * @param weightBits bits of a weight
 * @param stateBits bits of a membrane potential
 * @param delayTicks longest delay, in ticks
 * @param crossbarRow synapse slots that one message makes a core visit, where that does not follow the connectivity
 * @param inputs input neurons of a network
 * @param outputs neurons of populations that feed no other population
 * @param fanOut synapses out of one neuron of the chip; those of inputs are not counted
 */
public record ChipLimits(
        Optional<Figure> chips,
        Optional<Figure> neuronsPerCore,
        Optional<Figure> synapsesPerCore,
        Optional<Figure> inputAxonsPerCore,
        Optional<Figure> outputAxonsPerCore,
        Optional<Figure> synapseMemoryPerCore,
        Optional<Figure> memoryPerSynapse,
        Optional<Figure> fanIn,
        Optional<Figure> weightBits,
        Optional<Figure> stateBits,
        Optional<Figure> delayTicks,
        Optional<Figure> crossbarRow,
        Optional<Figure> inputs,
        Optional<Figure> outputs,
        Optional<Figure> fanOut) {

    /** Nothing is known. */
    public static ChipLimits unknown() {
        Optional<Figure> none = Optional.empty();
        return new ChipLimits(none, none, none, none, none, none, none, none, none, none, none, none, none, none, none);
    }
}
