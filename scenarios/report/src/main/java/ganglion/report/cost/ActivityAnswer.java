package ganglion.report.cost;

import com.fasterxml.jackson.annotation.JsonProperty;
import ganglion.hardware.estimate.Boundary;
import ganglion.hardware.estimate.Computation;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What one sample of an activity takes on devices, beside the artificial network of the same layers and beside what papers count. It is the JSON
 * document as it stands; null there is what is not known.
 *
 * @param format kind of document
 * @param formatVersion its version
 * @param activity name of the network
 * @param steps time steps of a sample
 * @param samples samples that means are taken over
 * @param tickSeconds length of a time step
 * @param periodSeconds length of a sample
 * @param counts of one sample
 * @param layers by layer
 * @param assumed what was assumed in counting, as the file says
 * @param devices one entry for each way in which a device can compute it
 * @param papers the energies that papers give
 * @param breakEvens each way to compute the spiking network against each artificial network
 */
public record ActivityAnswer(
        String format,
        int formatVersion,
        String activity,
        int steps,
        int samples,
        double tickSeconds,
        double periodSeconds,
        Counts counts,
        List<LayerCounts> layers,
        List<String> assumed,
        List<WayAnswer> devices,
        PaperEnergies papers,
        List<BreakEvenAnswer> breakEvens) {

    /**
     * Counts of one sample, in the mean.
     *
     * @param neurons those that send spikes
     * @param accumulators sums that send none: of read-outs, and of products of activations
     * @param parameters weights and biases
     * @param synapticEvents additions that spikes cause
     * @param multiplyAccumulates products of numbers
     * @param activeUpdates neurons and steps in which something happens
     * @param idleUpdates the others
     * @param inputSpikes spikes of inputs
     * @param spikes spikes of neurons
     * @param spikesPerNeuron of neurons that fire: T s<sub>r</sub> in the terms of arXiv 2409.08290
     * @param spikeRate spikes per neuron and step: s<sub>r</sub>
     * @param artificialMultiplyAccumulates of the artificial network of the same layers
     */
    public record Counts(
            double neurons,
            double accumulators,
            double parameters,
            double synapticEvents,
            double multiplyAccumulates,
            double activeUpdates,
            double idleUpdates,
            double inputSpikes,
            double spikes,
            double spikesPerNeuron,
            double spikeRate,
            double artificialMultiplyAccumulates) {}

    /** Counts of a layer in one sample. */
    public record LayerCounts(
            String name,
            String kind,
            double outputs,
            double parameters,
            double spikes,
            double synapticEvents,
            double multiplyAccumulates,
            double artificialMultiplyAccumulates) {}

    /**
     * One way to compute a sample on a device.
     *
     * @param computation {@code spikes}, {@code artificial} or {@code dense-ticks}
     * @param precision {@code int8}, {@code float32}, or the bits of a chip's weights
     * @param fits whether the device takes it
     * @param refusals which layer or limit is in the way
     * @param changes what it would compute in the place of what it does not have
     * @param unknown what is not known of it
     * @param workSeconds time of work for a sample
     * @param activeSeconds time that the active energy is of: all of the sample's where a chip takes static power between its steps, else
     *     that of work
     * @param energies by boundary
     * @param components what the operations of a chip take
     * @param sources where the figures come from
     * @param remarks what changes an energy by more than its interval: what is computed beside the chip, and where a processor is
     *     taken at its peak
     * @param assumed what was assumed, as sentences; remarks among them
     */
    public record WayAnswer(
            String device,
            String title,
            String computation,
            String precision,
            boolean fits,
            List<String> refusals,
            List<String> changes,
            List<String> unknown,
            long chips,
            long cores,
            OptionalDouble workSeconds,
            OptionalDouble activeSeconds,
            double periodSeconds,
            Optional<Boolean> inTime,
            Map<String, EnergyAnswer> energies,
            List<ComponentAnswer> components,
            List<SourceAnswer> sources,
            List<String> remarks,
            List<String> assumed) {}

    /** An energy under a boundary, its interval, and its parts; null is what is not known, and {@code missing} says why. */
    public record EnergyAnswer(
            OptionalDouble joules,
            OptionalDouble low,
            OptionalDouble high,
            String grade,
            String gradeMeaning,
            int heldOutStudies,
            OptionalDouble network,
            OptionalDouble frontEnd,
            OptionalDouble inputOutput,
            @JsonProperty("static") OptionalDouble atRest,
            List<String> missing) {}

    /** Operations of one kind in one sample. */
    public record ComponentAnswer(String name, String label, double count, OptionalDouble joules, String price) {}

    /**
     * A figure and one of its sources.
     *
     * @param key of the source, as profiles have it; a letter follows where another source of the answer has the same key
     * @param source full citation
     * @param at place in it; empty if none is said
     */
    public record SourceAnswer(String figure, String value, String kind, String key, String source, String at) {}

    /**
     * Energies as papers count them: an energy for each accumulate and each multiply-accumulate at 45 nm, and nothing else. Convolutions have their
     * border of zeros in both networks.
     */
    public record PaperEnergies(
            double spikingJoules,
            OptionalDouble artificialJoules,
            double accumulates,
            double multiplyAccumulates,
            double accumulateJoules,
            double multiplyAccumulateJoules) {}

    /**
     * Where a spiking network and the artificial one of the same layers take the same.
     *
     * @param device that computes the spiking network
     * @param against device that computes the artificial one
     * @param spikesPerNeuron of the file
     * @param breakEvenSpikesPerNeuron below which the spiking one takes less, if inputs and neurons spike in proportion; null if one takes less at any rate
     * @param breakEvenSteps time steps below which it takes less at the rate of the file; null if it takes more in a single one
     * @param verdict at which rates the spiking one takes less, in a few words
     */
    public record BreakEvenAnswer(
            String device,
            String against,
            String precision,
            String boundary,
            double spikingJoules,
            double artificialJoules,
            double spikesPerNeuron,
            OptionalDouble breakEvenSpikesPerNeuron,
            int steps,
            OptionalDouble breakEvenSteps,
            String verdict) {}

    /** Names of the devices that take the spikes, and whose active energy is not known. */
    public List<String> withoutEnergy() {
        return devices.stream()
                .filter(way -> way.fits()
                        && way.computation().equals(Computation.SPIKES.word())
                        && way.energies().get(Boundary.ACTIVE.word()).joules().isEmpty())
                .map(WayAnswer::device)
                .toList();
    }
}
