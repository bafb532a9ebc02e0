package ganglion.report.cause;

import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Clip;
import java.util.OptionalDouble;

/**
 * Where a spike of an input was heard.
 *
 * @param file the sound or sample
 * @param seconds from its start to the spike
 * @param bandHertz centre of the band that the neuron belongs to; empty for a sample
 */
public record HeardSpike(String file, double seconds, OptionalDouble bandHertz) {

    static HeardSpike of(Clip clip, SpikeId spike, Clock clock) {
        OptionalDouble hertz = clip.cochlea()
                .map(output -> {
                    // Encoders give the neurons of a band one after the other.
                    int perBand = Math.max(1, output.spikes().neuronCount() / output.bands());
                    int band = spike.neuron() / perBand;
                    return band < output.bands()
                            ? OptionalDouble.of(output.bandCentresHertz()[band])
                            : OptionalDouble.empty();
                })
                .orElse(OptionalDouble.empty());
        return new HeardSpike(clip.file(), clock.seconds(spike.tick() - clip.fromTick()), hertz);
    }
}
