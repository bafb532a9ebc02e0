package ganglion.scenario.result;

import ganglion.cochlea.CochleaOutput;
import java.util.Optional;

/**
 * One clip of sound, or one sample of a data set, at its place on the timeline of a run.
 *
 * @param input name of the input that plays it
 * @param file the sound file, as written in the scenario; for a sample the data set and a number, as in {@code shd.h5#3}
 * @param label what it is; empty if neither the scenario nor the data set says
 * @param fromTick its first tick
 * @param untilTick tick after its last
 * @param framesPerTick frames of the cochlea per tick; 1 if the clip has spikes
 * @param cochlea what the cochlea made of it, with frames and spikes counted from the clip's start; empty for a sample
 */
public record Clip(
        String input,
        String file,
        String label,
        long fromTick,
        long untilTick,
        int framesPerTick,
        Optional<CochleaOutput> cochlea) {

    /** A sample of a data set. */
    public Clip(String input, String file, String label, long fromTick, long untilTick) {
        this(input, file, label, fromTick, untilTick, 1, Optional.empty());
    }

    /** A clip of sound with one frame per tick. */
    public Clip(String input, String file, String label, long fromTick, long untilTick, CochleaOutput output) {
        this(input, file, label, fromTick, untilTick, 1, Optional.of(output));
    }

    /** Whether the clip is sound that went through a cochlea. */
    public boolean isSound() {
        return cochlea.isPresent();
    }

    /**
     * What the cochlea made of a clip of sound.
     *
     * @throws java.util.NoSuchElementException for a sample of a data set
     */
    public CochleaOutput output() {
        return cochlea.orElseThrow();
    }

    /** Number of ticks of the run in which the clip plays. */
    public long ticks() {
        return untilTick - fromTick;
    }

    /** Tick of the run in which a frame of the clip lies. */
    public long tickOf(int frame) {
        return fromTick + frame / framesPerTick;
    }
}
