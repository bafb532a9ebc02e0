package ganglion.scenario.experiment;

import ganglion.learning.data.HearingSettings;
import ganglion.learning.data.SpikeBinning;

/** The input of a network, made of a sample. */
public sealed interface Features {

    /** Steps per sample. */
    int steps();

    /** Length of a step, in seconds. */
    double stepSeconds();

    /** Number of inputs. */
    int inputs();

    /** Whether samples are sounds, rather than spikes. */
    boolean fromSound();

    /** Whether the input is spikes, recorded or heard, rather than numbers. */
    default boolean areSpikes() {
        return !(this instanceof Heard heard) || !heard.settings().heardAs().isNumbers();
    }

    /** The same for samples of another length, in seconds, at least a step. */
    default Features withDuration(double seconds) {
        int steps = (int) Math.max(1, Math.round(seconds / stepSeconds()));
        return this instanceof Heard heard ? new Heard(heard.settings().withSteps(steps)) : this;
    }

    /**
     * Sound through the front end.
     *
     * @param settings without augmentation
     */
    record Heard(HearingSettings settings) implements Features {

        @Override
        public int steps() {
            return settings.steps();
        }

        @Override
        public double stepSeconds() {
            return settings.stepSeconds();
        }

        @Override
        public int inputs() {
            return settings.inputs();
        }

        @Override
        public boolean fromSound() {
            return true;
        }
    }

    /**
     * Recorded spikes.
     *
     * @param binning how spikes are binned into steps
     */
    record Recorded(SpikeBinning binning) implements Features {

        @Override
        public int steps() {
            return binning.steps();
        }

        @Override
        public double stepSeconds() {
            return binning.stepSeconds();
        }

        @Override
        public int inputs() {
            return binning.inputs();
        }

        @Override
        public boolean fromSound() {
            return false;
        }
    }
}
