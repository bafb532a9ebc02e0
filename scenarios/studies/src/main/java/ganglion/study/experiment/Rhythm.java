package ganglion.study.experiment;

import ganglion.learning.data.Performer;
import ganglion.learning.sample.Sample;
import ganglion.scenario.experiment.Experiment;
import ganglion.scenario.experiment.ExperimentHead;
import ganglion.scenario.experiment.data.Example;
import ganglion.scenario.experiment.data.MadeSamples;
import ganglion.study.rhythm.RhythmTask;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * An experiment that recognises a rhythm.
 *
 * @param head common to all experiments; its seed is the first
 * @param task the training
 * @param seeds number of trainings, each with the next seed
 * @param trials the further disturbances of the task, and what is expected under them
 */
public record Rhythm(ExperimentHead head, RhythmTask task, int seeds, List<RhythmTrial> trials)
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

    @Override
    public Rhythm withOneSeed() {
        return new Rhythm(head, task, 1, trials);
    }
}
