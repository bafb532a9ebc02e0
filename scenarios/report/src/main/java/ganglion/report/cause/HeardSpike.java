package ganglion.report.cause;

import ganglion.cochlea.CochleaOutput;
import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Clip;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Where a spike of an input was heard.
 *
 * @param file the sound or sample
 * @param seconds from its start to the spike
 * @param band number of the band that the neuron belongs to, from the lowest; empty for a sample
 * @param bandHertz its centre
 */
public record HeardSpike(String file, double seconds, OptionalInt band, OptionalDouble bandHertz) {

    static HeardSpike of(Clip clip, SpikeId spike, Clock clock) {
        double seconds = clock.seconds(spike.tick() - clip.fromTick());
        if (clip.cochlea().isPresent()) {
            CochleaOutput output = clip.output();
            // Encoders give the neurons of a band one after the other.
            int perBand = Math.max(1, output.spikes().neuronCount() / output.bands());
            int band = spike.neuron() / perBand;
            if (band < output.bands()) {
                return new HeardSpike(
                        clip.file(), seconds, OptionalInt.of(band), OptionalDouble.of(output.bandCentresHertz()[band]));
            }
        }
        return new HeardSpike(clip.file(), seconds, OptionalInt.empty(), OptionalDouble.empty());
    }
}
