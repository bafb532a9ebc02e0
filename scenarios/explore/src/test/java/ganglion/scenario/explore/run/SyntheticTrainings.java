package ganglion.scenario.explore.run;

import ganglion.scenario.explore.DeviceOutcome;
import ganglion.scenario.explore.DeviceOutcome.ClipFigures;
import ganglion.scenario.explore.RungFigures;
import ganglion.scenario.explore.TrialRecord;
import ganglion.scenario.explore.space.Configuration;
import ganglion.scenario.explore.space.Space;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** Networks that are functions of their coordinates: nothing is trained, so that a search takes milliseconds. Counts what it was asked for. */
final class SyntheticTrainings implements Trainings {

    static final String DEVICE = "imagined";
    private static final int SAMPLES = 200;

    private final Space space;
    private final Task task;
    private final int mostEpochs;
    private final long seed;
    private final int mostStages;
    private int epochs;
    private int stages;

    /** A task of learning. */
    interface Task {

        /** Accuracy after all epochs, 0 to 1. */
        double accuracy(double... at);

        double joules(double... at);

        /** How fast the accuracy comes near to that after all epochs; large is fast. */
        default double speed(double... at) {
            return 4;
        }

        /** Accuracy after all epochs but for noise. */
        default double learned(double... at) {
            return accuracy(at) * (1 - Math.exp(-speed(at)));
        }

        default boolean fits(double... at) {
            return true;
        }
    }

    /**
     * Imagined networks.
     *
     * @param mostEpochs of a whole training
     * @param seed of the noise of validation
     * @param mostStages stages of all trials together after which the search is over
     */
    SyntheticTrainings(Space space, Task task, int mostEpochs, long seed, int mostStages) {
        this.space = space;
        this.task = task;
        this.mostEpochs = mostEpochs;
        this.seed = seed;
        this.mostStages = mostStages;
    }

    /** Epochs that were trained so far, each stage from the one before. */
    int epochs() {
        return epochs;
    }

    @Override
    public List<List<DeviceOutcome>> fits(List<Configuration> configurations) {
        return configurations.stream().map(this::fits).toList();
    }

    private List<DeviceOutcome> fits(Configuration configuration) {
        boolean fit = configuration.isAsItIs() || task.fits(space.coordinates(configuration));
        return List.of(DeviceOutcome.unfit(DEVICE, fit ? List.of() : List.of("found 3, expected 2")));
    }

    @Override
    public List<Optional<RungFigures>> stage(List<TrialRecord> group, int end) {
        List<Optional<RungFigures>> rungs =
                group.stream().map(trial -> stage(trial, end)).toList();
        return rungs;
    }

    private Optional<RungFigures> stage(TrialRecord trial, int end) {
        if (trial.configuration().isAsItIs()) {
            return Optional.of(figures(end, 0.5, 1));
        }
        if (isOver()) {
            return Optional.empty();
        }
        stages++;
        epochs += end - trial.epochs();
        double[] at = space.coordinates(trial.configuration());
        double learned = 1 - Math.exp(-task.speed(at) * end / mostEpochs);
        SplittableRandom noise =
                new SplittableRandom(31 * seed + 7 * trial.configuration().hashCode() + end);
        double right = task.accuracy(at) * learned + 0.02 * noise.nextGaussian();
        return Optional.of(figures(end, Math.max(0, Math.min(1, right)), task.joules(at)));
    }

    private static RungFigures figures(int end, double accuracy, double joules) {
        int correct = (int) Math.round(accuracy * SAMPLES);
        DeviceOutcome device = new DeviceOutcome(
                DEVICE, List.of(), SAMPLES, correct, List.of(new ClipFigures("a", "b", "c", joules)), "C", 0, "spikes");
        return new RungFigures(end, 1, SAMPLES, correct, List.of(device));
    }

    @Override
    public boolean isOver() {
        return stages >= mostStages;
    }
}
