package ganglion.learning.tempotron;

import ganglion.learning.data.LabelledSamples;
import ganglion.learning.rule.RuleClassifier;
import ganglion.learning.sample.Sample;
import ganglion.learning.sample.Sample.SampleInput;
import ganglion.learning.sample.SpikeInput;
import ganglion.learning.train.ConfusionMatrix;
import ganglion.scenario.result.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Classifies sounds with a self-organising map and tempotrons (Wu, Chua, Zhang, Li and Tan, "A spiking neural network
 * framework for robust sound classification", Frontiers in Neuroscience 12:836, 2018): the map, made without labels, turns
 * each frame of a spectrum into a spike of the unit that wins it, so that a sound becomes a pattern of single spikes in time;
 * several tempotrons for each class, started from different weights, learn with a margin to fire for the patterns of their
 * class and for no others.
 *
 * <p>The class of which most tempotrons fire wins; among equals, and where none fires, the one whose tempotrons have the
 * highest mean of their highest potentials. A frame whose values are all zero is silence and gives no spike.
 *
 * <p>The same samples, settings and seed give the same classifier, to the last bit. Immutable once fitted.
 */
public final class MapTempotron implements RuleClassifier {

    private final Settings settings;
    private final List<String> classes;
    private final SelfOrganisingMap map;
    private final List<List<Tempotron>> tempotrons;

    /**
     * Structure of a classifier, and how it is trained.
     *
     * @param map settings of the map
     * @param unitsPerFrame how many units, the nearest ones, spike for a frame; 1 for the winner only
     * @param tempotron settings of each tempotron
     * @param tempotronsPerClass how many vote for a class, at least 1
     * @param margin how far beyond the threshold a potential must be before a tempotron is content, 0 or more
     * @param epochs how often the tempotrons see all samples, at least 1
     */
    public record Settings(
            SelfOrganisingMap.Settings map,
            int unitsPerFrame,
            Tempotron.Settings tempotron,
            int tempotronsPerClass,
            double margin,
            int epochs) {

        /** @throws IllegalArgumentException if a number is out of range */
        public Settings {
            if (unitsPerFrame < 1 || tempotronsPerClass < 1 || epochs < 1 || !(margin >= 0)) {
                throw new IllegalArgumentException(unitsPerFrame + " units a frame, " + tempotronsPerClass
                        + " tempotrons a class, " + epochs + " epochs and a margin of " + margin
                        + ", expected 1 or more of each and no negative margin");
            }
        }

        /**
         * A square map of {@code side} units per side, ten tempotrons per class and a margin of a quarter of the threshold.
         *
         * @param side units along each side of the map
         * @param tauSteps time constant of the tempotrons, in frames
         */
        public static Settings of(int side, double tauSteps, int epochs) {
            return new Settings(
                    SelfOrganisingMap.Settings.of(side, side, 10),
                    1,
                    new Tempotron.Settings(tauSteps, tauSteps / 4, 1, 0.01, 0.5),
                    10,
                    0.25,
                    epochs);
        }
    }

    private MapTempotron(
            Settings settings, List<String> classes, SelfOrganisingMap map, List<List<Tempotron>> tempotrons) {
        this.settings = settings;
        this.classes = List.copyOf(classes);
        this.map = map;
        this.tempotrons = tempotrons.stream().map(List::copyOf).toList();
    }

    /**
     * A classifier that has learned before.
     *
     * @param weights of the tempotrons by class and number, one per unit of the map
     * @throws IllegalArgumentException if there are no classes, or the numbers of weights, tempotrons and units do not fit together
     */
    public static MapTempotron of(
            Settings settings, List<String> classes, SelfOrganisingMap map, double[][][] weights) {
        if (classes.isEmpty() || weights.length != classes.size()) {
            throw new IllegalArgumentException(
                    "tempotrons of " + weights.length + " classes, but names of " + classes.size());
        }
        List<List<Tempotron>> tempotrons = new ArrayList<>();
        for (double[][] group : weights) {
            if (group.length != settings.tempotronsPerClass) {
                throw new IllegalArgumentException(
                        group.length + " tempotrons a class, expected " + settings.tempotronsPerClass);
            }
            tempotrons.add(Arrays.stream(group)
                    .map(each -> new Tempotron(map.units(), settings.tempotron, each))
                    .toList());
        }
        return new MapTempotron(settings, classes, map, tempotrons);
    }

    private static List<List<Tempotron>> fresh(Settings settings, int classes, int units, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Tempotron>> tempotrons = new ArrayList<>();
        for (int c = 0; c < classes; c++) {
            List<Tempotron> group = new ArrayList<>();
            for (int k = 0; k < settings.tempotronsPerClass; k++) {
                group.add(new Tempotron(units, settings.tempotron, random.nextLong()));
            }
            tempotrons.add(group);
        }
        return tempotrons;
    }

    /**
     * Trains a network to classify samples.
     *
     * @param data samples with frames of numbers, such as {@code HeardAs.NUMBERS} gives
     * @param seed of everything random
     * @throws IllegalArgumentException if no sample has a frame that is not silent
     */
    public static MapTempotron fit(LabelledSamples data, Settings settings, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<double[]> frames = new ArrayList<>();
        data.samples().forEach(sample -> frames.addAll(soundingFrames(sample.input())));
        SelfOrganisingMap map = SelfOrganisingMap.fit(frames, settings.map, random.nextLong());
        List<List<Tempotron>> tempotrons = fresh(settings, data.classes().size(), map.units(), random.nextLong());
        MapTempotron classifier = new MapTempotron(settings, data.classes(), map, tempotrons);
        classifier.learn(data.samples(), random.split());
        return classifier;
    }

    private static List<double[]> soundingFrames(SampleInput input) {
        List<double[]> frames = new ArrayList<>();
        for (int t = 0; t < input.steps(); t++) {
            double[] frame = frame(input, t);
            if (!isSilent(frame)) {
                frames.add(frame);
            }
        }
        return frames;
    }

    private static double[] frame(SampleInput input, int step) {
        double[] frame = new double[input.size()];
        Arrays.setAll(frame, i -> input.at(step, i));
        return frame;
    }

    private static boolean isSilent(double[] frame) {
        return Arrays.stream(frame).allMatch(value -> value == 0);
    }

    private void learn(List<Sample> samples, SplittableRandom random) {
        List<SpikeInput> patterns =
                samples.stream().map(sample -> spikes(sample.input())).toList();
        for (int epoch = 0; epoch < settings.epochs; epoch++) {
            int errors = 0;
            for (int k : Permutation.of(samples.size(), random)) {
                errors += learn(patterns.get(k), samples.get(k).label());
            }
            if (errors == 0) {
                return;
            }
        }
    }

    private int learn(SpikeInput pattern, int label) {
        int errors = 0;
        for (int c = 0; c < tempotrons.size(); c++) {
            for (Tempotron tempotron : tempotrons.get(c)) {
                errors += tempotron.learn(pattern, c == label, settings.margin) ? 0 : 1;
            }
        }
        return errors;
    }

    @Override
    public List<String> classes() {
        return classes;
    }

    @Override
    public boolean takesNumbers() {
        return true;
    }

    @Override
    public int inputs() {
        return map.inputs();
    }

    /** Its settings. */
    public Settings settings() {
        return settings;
    }

    /** The tempotrons that vote for a class, in their order. */
    public List<Tempotron> tempotrons(int label) {
        return tempotrons.get(label);
    }

    /** The map. */
    public SelfOrganisingMap map() {
        return map;
    }

    /** The pattern of spikes that a sound becomes: one input per unit, one step per frame. */
    public SpikeInput spikes(SampleInput input) {
        int[] starts = new int[input.steps() + 1];
        int[] neurons = new int[input.steps() * Math.min(settings.unitsPerFrame, map.units())];
        int count = 0;
        for (int t = 0; t < input.steps(); t++) {
            double[] frame = frame(input, t);
            if (!isSilent(frame)) {
                int[] units = map.nearest(frame, settings.unitsPerFrame);
                Arrays.sort(units);
                System.arraycopy(units, 0, neurons, count, units.length);
                count += units.length;
            }
            starts[t + 1] = count;
        }
        return new SpikeInput(map.units(), starts, Arrays.copyOf(neurons, count));
    }

    /** How many tempotrons of each class fire for a sound. */
    public int[] votes(SampleInput input) {
        return votesFor(spikes(input));
    }

    private int[] votesFor(SpikeInput pattern) {
        return tempotrons.stream()
                .mapToInt(group -> (int) group.stream()
                        .filter(tempotron -> tempotron.fires(pattern))
                        .count())
                .toArray();
    }

    /** Mean of the highest potentials of the tempotrons of a class. */
    private double meanPotential(int label, SpikeInput pattern) {
        return tempotrons.get(label).stream()
                .mapToDouble(tempotron -> tempotron.highestPotential(pattern))
                .average()
                .orElseThrow();
    }

    /** The class of a sound. */
    public int predict(SampleInput input) {
        return decide(input).label();
    }

    /** The class of a sound, and the votes for each. */
    @Override
    public Decision decide(SampleInput input) {
        SpikeInput pattern = spikes(input);
        int[] votes = votesFor(pattern);
        int winner = 0;
        for (int c = 1; c < votes.length; c++) {
            boolean tied = votes[c] == votes[winner];
            if (votes[c] > votes[winner] || tied && meanPotential(c, pattern) > meanPotential(winner, pattern)) {
                winner = c;
            }
        }
        return new Decision(winner, Arrays.stream(votes).asDoubleStream().toArray());
    }

    /**
     * What samples are taken for.
     *
     * @param data samples of the same classes as those that were learned
     */
    public ConfusionMatrix evaluate(LabelledSamples data) {
        return data.judge(this::predict);
    }

    /** Numbers in random order. */
    static final class Permutation {

        private Permutation() {}

        /** The numbers from 0 to {@code size - 1}, each order equally likely (Fisher and Yates; Durstenfeld 1964). */
        static int[] of(int size, SplittableRandom random) {
            int[] order = new int[size];
            for (int i = 0; i < size; i++) {
                int k = random.nextInt(i + 1);
                order[i] = order[k];
                order[k] = i;
            }
            return order;
        }
    }
}
