package ganglion.report.cause;

import ganglion.kernel.cause.SpikeId;
import ganglion.kernel.time.Clock;
import ganglion.scenario.result.Clip;

/**
 * Where a spike of an input was heard.
 *
 * @param file the sound or sample
 * @param seconds from its start to the spike
 */
record HeardSpike(String file, double seconds) {

    static HeardSpike of(Clip clip, SpikeId spike, Clock clock) {
        return new HeardSpike(clip.file(), clock.seconds(spike.tick() - clip.fromTick()));
    }
}
