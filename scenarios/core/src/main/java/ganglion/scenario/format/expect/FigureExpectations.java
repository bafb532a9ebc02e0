package ganglion.scenario.format.expect;

import static ganglion.documents.key.Types.integer;
import static ganglion.documents.key.Types.positiveTicks;
import static ganglion.documents.key.Types.words;

import ganglion.documents.key.Key;
import ganglion.documents.key.Shape;
import ganglion.documents.key.Types;
import ganglion.documents.place.Place;
import ganglion.scenario.model.Measure;
import ganglion.scenario.model.Measure.Statistic;
import java.util.List;

/** Expectations about figures of spike trains, membrane potentials and weights. */
final class FigureExpectations {

    static final ExpectationKind RATE = ExpectationKind.figure(
            Key.of(
                            "rate",
                            Shape.of(
                                    "a population",
                                    place -> new Measure.Rate(Subjects.read(place)),
                                    Subjects.NEURON_IN_TIME))
                    .says(
                            "Spikes per neuron and second of a population or of one of its neurons. Goes with between, below"
                                    + " or above, in hertz.")
                    .exampleText("{population: out}"),
            Limits.FREQUENCIES);

    static final ExpectationKind INTERVAL = interval();

    private static final Key<Long> BIN = Key.of("bin", positiveTicks())
            .says("Width of the bins of time in which spikes are counted.")
            .required()
            .example("5 ms");

    static final ExpectationKind INTERVAL_VARIATION = variation();
    static final ExpectationKind SYNCHRONY = synchrony();
    static final ExpectationKind FANO_FACTOR = fanoFactor();
    static final ExpectationKind MEMBRANE = membrane();
    static final ExpectationKind WEIGHTS = weights();

    private FigureExpectations() {}

    private static Key<Statistic> statistic(Statistic first, Statistic second, Statistic third) {
        return Key.of("statistic", words("the name of a statistic", List.of(first, second, third)))
                .byDefault(first);
    }

    private static ExpectationKind interval() {
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.SHORTEST, Statistic.LONGEST)
                .says("Whether the mean, the shortest or the longest of the intervals counts.")
                .example("longest");
        return ExpectationKind.figure(
                Key.of(
                                "interval",
                                Shape.of(
                                        "a population",
                                        place -> new Measure.Interval(Subjects.read(place), statistic.in(place)),
                                        Shape.keys(Subjects.NEURON_IN_TIME, statistic)))
                        .says(
                                "Time between successive spikes of a neuron, over all neurons that are looked at. Goes with"
                                        + " between, below or above.")
                        .exampleText("{population: out, statistic: shortest}"),
                Limits.DURATIONS);
    }

    private static ExpectationKind variation() {
        Key<Integer> fewest = Key.of("fewest-spikes", integer().from(3).to(1_000_000))
                .says("Neurons with fewer spikes than these do not count.")
                .byDefault(3)
                .example(4);
        return ExpectationKind.figure(
                Key.of(
                                "interval-variation",
                                Shape.of(
                                        "a population",
                                        place -> new Measure.IntervalVariation(Subjects.read(place), fewest.in(place)),
                                        Shape.keys(Subjects.NEURON_IN_TIME, fewest)))
                        .says(
                                "ISI CV: coefficient of variation of the intervals between a neuron's spikes, mean over the neurons"
                                        + " that fire at least three times, or as often as fewest-spikes says: 0 for a clock, 1"
                                        + " for a Poisson process. Goes with limits that are numbers.")
                        .exampleText("{population: out}"),
                Limits.NUMBERS);
    }

    private static ExpectationKind fanoFactor() {
        return ExpectationKind.figure(
                Key.of(
                                "fano-factor",
                                Shape.of(
                                        "a population",
                                        place -> new Measure.FanoFactor(Subjects.read(place), BIN.in(place)),
                                        Shape.keys(Subjects.IN_TIME, BIN)))
                        .says(
                                "Variance of the number of spikes of a whole population in bins of time, divided by its mean: 1 for"
                                        + " independent Poisson processes, more if neurons fire together. Goes with limits that"
                                        + " are numbers.")
                        .exampleText("{population: out, bin: 3 ms}"),
                Limits.NUMBERS);
    }

    private static ExpectationKind synchrony() {
        return ExpectationKind.figure(
                Key.of(
                                "synchrony",
                                Shape.of(
                                        "a population",
                                        place -> new Measure.Synchrony(Subjects.read(place), BIN.in(place)),
                                        Shape.keys(Subjects.IN_TIME, BIN)))
                        .says(
                                "How far the neurons of a population fire together (chi of Golomb and Rinzel): about 1 by the"
                                        + " root of the number of neurons if they are independent, 1 if they are the same. Goes"
                                        + " with limits that are numbers.")
                        .exampleText("{population: out, bin: 5 ms}"),
                Limits.NUMBERS);
    }

    private static ExpectationKind membrane() {
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.LOWEST, Statistic.HIGHEST)
                .says("Whether the mean, the lowest or the highest of the potentials counts.")
                .example("highest");
        return ExpectationKind.figure(
                Key.of(
                                "membrane",
                                Shape.of(
                                        "a population",
                                        place -> membrane(place, statistic),
                                        Shape.keys(Subjects.NEURON_IN_TIME, Subjects.AT, statistic)))
                        .says(
                                "Membrane potential of a population or of one of its neurons, which must be recorded (record:"
                                        + " membrane), in the unit of the threshold. Goes with limits that are numbers.")
                        .exampleText("{population: out, neuron: 0, statistic: highest}"),
                Limits.NUMBERS);
    }

    private static Measure.Membrane membrane(Place place, Key<Statistic> statistic) {
        ExpectationContext.of(place).checkMembraneRecorded(Subjects.POPULATION.at(place));
        return new Measure.Membrane(Subjects.read(place), statistic.in(place));
    }

    private static ExpectationKind weights() {
        Key<String> from = Key.of("from", Types.name())
                .titled("the name of a population")
                .says("Population or input that the synapses come from.")
                .required()
                .example("in");
        Key<String> to = Key.of("to", Types.name())
                .titled("the name of a population")
                .says("Population that the synapses lead to.")
                .required()
                .example("out");
        Key<Integer> source = Subjects.number("source")
                .says("Neuron that the synapses come from. Left out, all of them.")
                .example(3);
        Key<Integer> target = Subjects.number("target")
                .says("Neuron that the synapses lead to. Left out, all of them.")
                .example(0);
        Key<Statistic> statistic = statistic(Statistic.MEAN, Statistic.LOWEST, Statistic.HIGHEST)
                .says("Whether the mean, the lowest or the highest of the weights counts.")
                .example("highest");
        Shape<Measure> shape = Shape.of(
                "plastic synapses",
                place -> {
                    ExpectationContext.of(place).checkPlastic(place, from.in(place), to.in(place));
                    return new Measure.Weight(
                            from.in(place),
                            to.in(place),
                            Subjects.neuron(place, source, from.in(place)),
                            Subjects.neuron(place, target, to.in(place)),
                            statistic.in(place));
                },
                from,
                to,
                source,
                target,
                statistic);
        return ExpectationKind.figure(
                Key.of("weights", shape)
                        .says("Weights of plastic synapses at the end of the run. Goes with limits that are numbers.")
                        .exampleText("{from: in, to: out, source: 3, target: 0}"),
                Limits.NUMBERS);
    }
}
