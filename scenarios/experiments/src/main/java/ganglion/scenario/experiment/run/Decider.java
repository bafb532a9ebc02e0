package ganglion.scenario.experiment.run;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.engine.LayerActivity;
import ganglion.learning.rule.MapTempotron;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.SampleInput;
import ganglion.learning.stdp.StdpClassifier;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.learning.train.Evaluation;
import ganglion.learning.train.RankStatistic;
import ganglion.scenario.experiment.ClassifierRule;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What a rule has learned.
 *
 * @param decision number of the class that an input is taken for
 * @param scores what speaks for each class, in the rule's own measure
 */
record Decider(ToIntFunction<SampleInput> decision, Function<SampleInput, double[]> scores) {

    private static final List<LayerActivity> NO_LAYERS = List.of();

    /**
     * Lets a rule learn.
     *
     * @throws IllegalArgumentException saying what was found and what was expected, if it can learn nothing from the samples
     */
    static Decider fit(ClassifierRule rule, LabelledSamples training, long seed) {
        if (rule instanceof ClassifierRule.MapAndTempotrons map) {
            MapTempotron fitted = MapTempotron.fit(training, map.settings(), seed);
            return new Decider(
                    fitted::predict,
                    input -> Arrays.stream(fitted.votes(input)).asDoubleStream().toArray());
        }
        ClassifierRule.SpikeTiming timing = (ClassifierRule.SpikeTiming) rule;
        StdpClassifier fitted = StdpClassifier.fit(training, timing.settings(), timing.epochs(), seed);
        return new Decider(fitted::predict, fitted::scores);
    }

    /** How it does on samples, at least one. A rule has no loss. */
    Evaluation evaluate(LabelledSamples samples) {
        int count = samples.samples().size();
        int classes = samples.classes().size();
        int[] labels = new int[count];
        int[] decisions = new int[count];
        double[][] found = new double[count][];
        for (int i = 0; i < count; i++) {
            Sample sample = samples.samples().get(i);
            labels[i] = sample.label();
            decisions[i] = decision.applyAsInt(sample.input());
            found[i] = scores.apply(sample.input());
        }
        double[] areas = RankStatistic.areasUnderCurve(classes, labels, found);
        ConfusionMatrix confusion = ConfusionMatrix.of(classes, labels, decisions);
        return new Evaluation(Double.NaN, confusion, areas, NO_LAYERS, labels, decisions, found);
    }
}
