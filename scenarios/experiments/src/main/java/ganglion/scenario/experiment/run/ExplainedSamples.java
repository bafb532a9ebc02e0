package ganglion.scenario.experiment.run;

import ganglion.learning.explain.Explainer;
import ganglion.learning.explain.Explainer.Explanation;
import ganglion.learning.explain.OcclusionMap;
import ganglion.learning.train.Evaluator.Evaluation;
import ganglion.scenario.experiment.data.Examples;
import ganglion.scenario.experiment.format.TrainedClassifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Explanations of some decisions: the mistakes with the largest lead, and beside each a sample of the same class with a correct
 * decision and a typical lead for its class.
 *
 * @param pairs mistakes, each with a correctly classified sample
 * @param means per class, the mean map of its correctly classified samples; absent if there is none
 * @param meanSamples most samples per mean
 */
public record ExplainedSamples(List<Pair> pairs, List<Optional<OcclusionMap>> means, int meanSamples) {

    /** Most samples of a class per mean. */
    private static final int MEAN_SAMPLES = 8;

    /** Takes copies of the lists. */
    public ExplainedSamples {
        pairs = List.copyOf(pairs);
        means = List.copyOf(means);
    }

    /**
     * Samples to look at side by side.
     *
     * @param right classified correctly; absent if no sample of the class was
     * @param wrong classified wrongly; absent if there are fewer mistakes
     */
    public record Pair(Optional<Named> right, Optional<Named> wrong) {}

    /**
     * A sample.
     *
     * @param name of the sample
     * @param explanation of the decision
     */
    public record Named(String name, Explanation explanation) {}

    /**
     * Explains some of the decisions of an evaluation.
     *
     * @param pairs number of pairs; beyond the mistakes, typical samples of the classes in turn stand alone
     */
    public static ExplainedSamples of(
            TrainedClassifier classifier, Examples samples, Evaluation evaluation, int pairs) {
        return new Choice(classifier, samples, evaluation).explained(pairs);
    }

    /** The choice of samples. */
    private static final class Choice {

        private final Examples samples;
        private final Evaluation evaluation;
        private final Explainer explainer;
        private final int classes;

        Choice(TrainedClassifier classifier, Examples samples, Evaluation evaluation) {
            this.samples = samples;
            this.evaluation = evaluation;
            this.classes = classifier.trained().classes().size();
            this.explainer = new Explainer(
                    classifier.trained().model(),
                    classifier.training().selection().readOut());
        }

        ExplainedSamples explained(int count) {
            List<Integer> wrong = IntStream.range(0, samples.size())
                    .filter(i -> !right(i))
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -lead(i)))
                    .toList();
            List<Pair> pairs = new ArrayList<>();
            int[] shown = new int[classes];
            for (int k = 0; k < count; k++) {
                Optional<Integer> mistake = k < wrong.size() ? Optional.of(wrong.get(k)) : Optional.empty();
                int label = mistake.map(sample -> evaluation.labels()[sample]).orElse(k % classes);
                pairs.add(new Pair(typical(label, shown[label]++).map(this::named), mistake.map(this::named)));
            }
            List<Optional<OcclusionMap>> means =
                    IntStream.range(0, classes).mapToObj(this::mean).toList();
            return new ExplainedSamples(pairs, means, MEAN_SAMPLES);
        }

        private boolean right(int sample) {
            return evaluation.labels()[sample] == evaluation.decisions()[sample];
        }

        /** The difference of the two highest scores. */
        private double lead(int sample) {
            double[] scores = evaluation.scores()[sample].clone();
            Arrays.sort(scores);
            return scores[scores.length - 1] - scores[Math.max(0, scores.length - 2)];
        }

        private List<Integer> correct(int label) {
            return IntStream.range(0, samples.size())
                    .filter(i -> evaluation.labels()[i] == label && right(i))
                    .boxed()
                    .toList();
        }

        /** The correctly classified samples of a class, those with a median lead first. */
        private Optional<Integer> typical(int label, int number) {
            List<Integer> sorted = correct(label).stream()
                    .sorted(Comparator.comparingDouble(this::lead))
                    .toList();
            if (number >= sorted.size()) {
                return Optional.empty();
            }
            int step = (number + 1) / 2;
            int at = sorted.size() / 2 + (number % 2 == 0 ? step : -step);
            return Optional.of(sorted.get(Math.floorMod(at, sorted.size())));
        }

        private Named named(int sample) {
            return new Named(samples.names().get(sample), explainer.explain(samples.sample(sample, 0)));
        }

        private Optional<OcclusionMap> mean(int label) {
            List<OcclusionMap> maps = correct(label).stream()
                    .limit(MEAN_SAMPLES)
                    .map(sample -> explainer.explain(samples.sample(sample, 0)).map())
                    .toList();
            return maps.isEmpty() ? Optional.empty() : Optional.of(OcclusionMap.mean(maps));
        }
    }
}
