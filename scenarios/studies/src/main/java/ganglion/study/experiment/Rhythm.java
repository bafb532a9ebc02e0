package ganglion.study.experiment;

import ganglion.learning.data.Performer;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MadeSamples;
import ganglion.study.rhythm.RhythmDisturbance;
import ganglion.study.rhythm.RhythmTask;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * An experiment that recognises a rhythm.
 *
 * @param head common to all experiments
 * @param task the training
 * @param trials the further disturbances of the task, and what is expected under them
 */
public record Rhythm(ExperimentHead head, RhythmTask task, List<RhythmTrial> trials)
        implements Experiment, MadeSamples {

    /** Takes a copy of the list. */
    public Rhythm {
        trials = List.copyOf(trials);
    }

    @Override
    public List<Example> testSet() {
        List<Sample> samples = task.testSamples(head.seed());
        return IntStream.range(0, samples.size())
                .mapToObj(number -> new Example(
                        "train " + number,
                        RhythmTask.CLASSES.get(samples.get(number).label()),
                        "",
                        head.file(),
                        Optional.of(samples.get(number).input()),
                        Performer.AS_RECORDED))
                .toList();
    }

    /**
     * A disturbance that the finished network is tried under.
     *
     * @param disturbance of the test trains
     * @param kind what is changed, human-readable; the text of the disturbance if several things are
     * @param axis of the strength, with the unit; empty if several things change at once
     * @param strength on that axis, 0 if there is none
     * @param leastAccuracy that is expected of the mean of the seeds, 0 to 1; absent if nothing is
     */
    record RhythmTrial(
            RhythmDisturbance disturbance, String kind, String axis, double strength, OptionalDouble leastAccuracy) {}
}
